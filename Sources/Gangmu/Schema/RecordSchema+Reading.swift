extension RecordSchema {
  /// How the page was read: what was noticed, put right, left out and moved, and by which version.
  static let readingDefinitions = """
        "warning": {
          "type": "object",
          "required": ["code", "span", "message"],
          "properties": {
            "code": {"$ref": "#/$defs/rule"},
            "span": {"$ref": "#/$defs/optional_span"},
            "message": {"type": "string"}
          }
        },
        "repair": {
          "description": "Scalars that were put into the text and taken out again.",
          "type": "object",
          "required": ["rule", "offset", "removed"],
          "properties": {
            "rule": {"$ref": "#/$defs/rule"},
            "offset": {"$ref": "#/$defs/index"},
            "removed": {"type": "string", "minLength": 1}
          }
        },
        "source_segment": {
          "description": "A stretch of text, and where it stood in the page as it was read, in scalars.",
          "type": "object",
          "required": ["offset", "source", "count"],
          "properties": {
            "offset": {"$ref": "#/$defs/index"},
            "source": {"$ref": "#/$defs/index"},
            "count": {"type": "integer", "minimum": 1}
          }
        },
        "noise": {
          "type": "object",
          "required": ["rule", "text", "offset"],
          "properties": {
            "rule": {"$ref": "#/$defs/rule"},
            "text": {"type": "string"},
            "offset": {"description": "The scalar offset in text before which it stood.", "$ref": "#/$defs/index"}
          }
        },
        "extractor": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {
            "name": {"const": "gangmu"},
            "version": {"type": "string", "pattern": "^[0-9]+[.][0-9]+[.][0-9]+"}
          }
        }
    """
}
