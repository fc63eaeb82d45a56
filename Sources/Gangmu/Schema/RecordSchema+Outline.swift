import GangmuFields
import GangmuOutline

extension RecordSchema {
  /// How a document is put together.
  static let outlineDefinitions = """
        "section": {
          "type": "object",
          "required": [
            "id", "parent", "level", "marker", "numbering", "ordinal", "inline", "heading", "role", "span",
            "heading_span", "body_span"
          ],
          "properties": {
            "id": {"$ref": "#/$defs/index"},
            "parent": {"$ref": "#/$defs/optional_index"},
            "level": {"type": "integer", "minimum": 1},
            "marker": {"type": "string", "minLength": 1},
            "numbering": {"type": "string", "pattern": "^[a-z0-9_]+$"},
            "ordinal": {"type": "integer"},
            "inline": {"type": "boolean"},
            "heading": {"$ref": "#/$defs/optional_string"},
            "role": {"enum": [\(quoted(SectionRole.self))]},
            "span": {"$ref": "#/$defs/span"},
            "heading_span": {"$ref": "#/$defs/optional_span"},
            "body_span": {"$ref": "#/$defs/optional_span"}
          }
        },
        "label": {
          "description": "A line without a number that begins with a label.",
          "type": "object",
          "required": ["label", "label_span", "value", "value_span", "section"],
          "properties": {
            "label": {"type": "string"},
            "label_span": {"$ref": "#/$defs/span"},
            "value": {"$ref": "#/$defs/optional_string"},
            "value_span": {"$ref": "#/$defs/optional_span"},
            "section": {"$ref": "#/$defs/optional_index"}
          }
        },
        "part": {
          "description": "A part of an official document beside title and text (GB/T 9704-2012).",
          "type": "object",
          "required": ["kind", "text", "span"],
          "properties": {
            "kind": {"enum": [\(quoted(DocumentPart.Kind.self))]},
            "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"}
          }
        }
    """
}
