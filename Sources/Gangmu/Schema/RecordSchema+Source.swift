extension RecordSchema {
  /// Where a document comes from.
  static let sourceDefinitions = """
        "source": {
          "type": "object",
          "required": ["uri", "sha256", "media_type", "encoding", "index", "label"],
          "properties": {
            "uri": {"type": "string"},
            "sha256": {"description": "Of the raw bytes.", "type": "string", "pattern": "^[0-9a-f]{64}$"},
            "media_type": {"enum": ["text/html", "text/plain"]},
            "encoding": {"description": "The WHATWG name.", "type": "string", "pattern": "^[a-z0-9_-]+$"},
            "index": {"$ref": "#/$defs/index"},
            "label": {"description": "The page's own item mark.", "$ref": "#/$defs/optional_string"},
            "record_id": {"description": "Of the WARC record.", "$ref": "#/$defs/optional_string"},
            "date": {"description": "Of the WARC record.", "$ref": "#/$defs/optional_string"},
            "page": {"$ref": "#/$defs/page"}
          }
        },
        "page": {
          "description": "What the page says about itself around its documents.",
          "type": "object",
          "required": ["title", "source", "published", "set_aside"],
          "properties": {
            "title": {"$ref": "#/$defs/optional_string"},
            "source": {"$ref": "#/$defs/optional_string"},
            "published": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "set_aside": {"description": "Scalars set aside as no part of the text.", "$ref": "#/$defs/index"}
          }
        }
    """
}
