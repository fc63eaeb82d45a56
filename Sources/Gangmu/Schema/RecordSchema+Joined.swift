extension RecordSchema {
  /// What other commands than `parse` add to records.
  static let joinedDefinitions = """
        "copy": {
          "description": "What the document is to the one that represents its cluster of copies: gangmu dedupe --join, gangmu export --copies.",
          "type": "object",
          "required": ["cluster", "representative", "representative_row", "relation", "similarity", "jaccard", "containment"],
          "properties": {
            "cluster": {"description": "The number of the cluster.", "$ref": "#/$defs/index"},
            "representative": {"description": "The id of the document that represents the cluster.", "type": ["string", "number"]},
            "representative_row": {"description": "Its place among the texts that were compared, from 0.", "$ref": "#/$defs/index"},
            "relation": {
              "description": "Null for the representative itself; a template stays in a cluster of its own.",
              "enum": ["exact", "script_variant", "near", "contains", "part_of", "template", null]
            },
            "similarity": {"$ref": "#/$defs/confidence"},
            "jaccard": {"$ref": "#/$defs/confidence"},
            "containment": {"$ref": "#/$defs/confidence"},
            "related": {
              "description": "Other documents that it shares much with.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["id", "relation", "similarity"],
                "properties": {
                  "id": {"type": ["string", "number"]},
                  "relation": {"type": "string"},
                  "similarity": {"$ref": "#/$defs/confidence"}
                }
              }
            },
            "changes": {
              "description": "Values that only this document or only the representative has.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["field", "only_here", "only_there"],
                "properties": {
                  "field": {"type": "string"},
                  "only_here": {"type": "array", "items": {"type": "string"}},
                  "only_there": {"type": "array", "items": {"type": "string"}}
                }
              }
            },
            "restored": {
              "description": "Years that this document has redacted and a copy states at the same place.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["date", "text", "year", "evidence"],
                "properties": {
                  "date": {"description": "An index into dates.", "$ref": "#/$defs/index"},
                  "text": {"type": "string"},
                  "year": {"type": "integer"},
                  "evidence": {"type": "string", "pattern": "^copy:"}
                }
              }
            }
          }
        },
        "class": {
          "description": "What a model says of the document: gangmu classify apply --join, gangmu export --classes.",
          "type": "object",
          "required": ["label", "probability"],
          "properties": {
            "label": {"type": "string"},
            "labels": {"description": "All that apply, where a text can have several or none.", "type": "array", "items": {"type": "string"}},
            "probability": {"$ref": "#/$defs/confidence"},
            "probabilities": {"type": "object", "additionalProperties": {"$ref": "#/$defs/confidence"}},
            "because": {
              "description": "What spoke most for the label.",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["text", "weight"],
                "properties": {"text": {"type": "string"}, "weight": {"type": "number"}}
              }
            }
          }
        }
    """
}
