import GangmuFields
import HanText

extension RecordSchema {
  /// What is told of a document as a whole.
  static let documentDefinitions = """
        "kind": {
          "type": "object",
          "required": ["label", "confidence"],
          "properties": {
            "label": {"enum": [\(quoted(DocumentKind.self))]},
            "confidence": {"$ref": "#/$defs/confidence"},
            "rule": {"description": "kind.model where no rule but a model said so.", "type": "string"}
          }
        },
        "normalized": {
          "description": "The record's words in one script. No span points in here.",
          "type": "object",
          "required": ["script", "title", "text", "headings", "themes"],
          "properties": {
            "script": {"enum": [\(quoted(Reconciler.Target.self))]},
            "title": {"type": ["string", "null"]},
            "text": {"type": "string"},
            "headings": {"type": "array", "items": {"type": ["string", "null"]}},
            "themes": {"type": "array", "items": {"type": "string"}}
          }
        },
        "script": {
          "type": "object",
          "required": ["label", "traditional", "simplified", "suspect"],
          "properties": {
            "label": {"enum": [\(quoted(ScriptProfile.Label.self))]},
            "traditional": {"description": "Characters that only Traditional uses.", "$ref": "#/$defs/index"},
            "simplified": {"description": "Characters that only Simplified uses.", "$ref": "#/$defs/index"},
            "suspect": {"description": "Places that look mis-converted; each is a warning script.suspect.", "$ref": "#/$defs/index"}
          }
        }
    """
}
