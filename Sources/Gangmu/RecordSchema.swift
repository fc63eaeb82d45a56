import GangmuFields
import GangmuOutline
import HanText

/// The record contract as a JSON Schema, draft 2020-12.
///
/// The keys of the contract are required; those that were added since are described and may be missing. Further keys are
/// allowed everywhere, since the contract says that keys may be added without a new version: a schema printed by this
/// version must not refuse the records of the next. That records hold every key which the schema describes, and no other,
/// is a test's business.
public enum RecordSchema {
  /// The schema's text, indented by two spaces, with a line end.
  public static let json = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:gangmu:document:1",
      "title": "gangmu.document/1",
      "description": "One document of a page. null means 'not stated', an empty array 'looked for and not there'.",
      "type": "object",
      "required": [
        "format", "id", "source", "title", "kind", "script", "text", "sections", "themes", "dates", "responsibilities",
        "citations", "contacts", "warnings", "extractor"
      ],
      "properties": {
        "format": {"const": "\(Record.format)"},
        "id": {
          "description": "The first 16 hex digits of the SHA-256 of the folded text (simplified, half width, lower case, no spaces and line ends, UTF-16LE).",
          "type": "string",
          "pattern": "^[0-9a-f]{16}$"
        },
        "source": {"$ref": "#/$defs/source"},
        "title": {"description": "The title line as it stands.", "type": ["string", "null"]},
        "title_span": {"$ref": "#/$defs/optional_span"},
        "kind": {"$ref": "#/$defs/kind"},
        "script": {"$ref": "#/$defs/script"},
        "text": {"description": "The cleaned text, one block a line.", "type": "string"},
        "sections": {"type": "array", "items": {"$ref": "#/$defs/section"}},
        "labels": {"type": "array", "items": {"$ref": "#/$defs/label"}},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}},
        "themes": {"type": "array", "items": {"$ref": "#/$defs/theme"}},
        "dates": {"type": "array", "items": {"$ref": "#/$defs/date"}},
        "responsibilities": {"type": "array", "items": {"$ref": "#/$defs/responsibility"}},
        "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
        "contacts": {"type": "array", "items": {"$ref": "#/$defs/contact"}},
        "slogans": {"type": "array", "items": {"$ref": "#/$defs/statement"}},
        "audience": {"type": "array", "items": {"$ref": "#/$defs/statement"}},
        "places": {"type": "array", "items": {"$ref": "#/$defs/statement"}},
        "budget": {"type": "array", "items": {"$ref": "#/$defs/statement"}},
        "awards": {"type": "array", "items": {"$ref": "#/$defs/statement"}},
        "attachments": {"type": "array", "items": {"$ref": "#/$defs/attachment"}},
        "warnings": {"type": "array", "items": {"$ref": "#/$defs/warning"}},
        "noise": {"type": "array", "items": {"$ref": "#/$defs/noise"}},
        "repairs": {"type": "array", "items": {"$ref": "#/$defs/repair"}},
        "source_map": {
          "description": "Where stretches of the text stood in the page as it was read; only where it was asked for.",
          "type": "array",
          "items": {"$ref": "#/$defs/source_segment"}
        },
        "extractor": {"$ref": "#/$defs/extractor"},
        "normalized": {"$ref": "#/$defs/normalized"}
      },
    \(definitions)
    }

    """

  private static func quoted<Label: RawRepresentable & CaseIterable>(_ labels: Label.Type) -> String
  where Label.RawValue == String {
    labels.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }

  private static let definitions = """
      "$defs": {
        "span": {
          "description": "[start, end) in Unicode scalars of text.",
          "type": "array",
          "items": {"type": "integer", "minimum": 0},
          "minItems": 2,
          "maxItems": 2
        },
        "optional_span": {"anyOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]},
        "optional_string": {"type": ["string", "null"]},
        "index": {"type": "integer", "minimum": 0},
        "optional_index": {"type": ["integer", "null"], "minimum": 0},
        "rule": {"description": "The id of the rule that made the claim.", "type": "string", "pattern": "^[a-z0-9_]+([.][a-z0-9_]+)*$"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "edtf": {
          "description": "A date, a range or an open range in EDTF (ISO 8601-2); X stands for a digit that is not stated.",
          "type": "string",
          "pattern": "^(\(edtfDate)|\(edtfDate)/\(edtfDate)|\(edtfDate)/[.][.]|[.][.]/\(edtfDate))$"
        },
        "bound": {"type": ["string", "null"], "pattern": "^[0-9X]{4}-[0-9]{2}-[0-9X]{2}$"},
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
        },
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
        },
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
        },
        "theme": {
          "type": "object",
          "required": ["text", "span", "section", "rule", "confidence"],
          "properties": {
            "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"},
            "section": {"$ref": "#/$defs/optional_index"},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
        "date": {
          "type": "object",
          "required": [
            "text", "span", "section", "role", "edtf", "rrule", "year_candidates", "year", "evidence", "rule",
            "confidence"
          ],
          "properties": {
            "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"},
            "section": {"$ref": "#/$defs/optional_index"},
            "role": {"enum": [\(quoted(DateRole.self))]},
            "edtf": {"anyOf": [{"$ref": "#/$defs/edtf"}, {"type": "null"}]},
            "rrule": {"description": "RFC 5545.", "type": ["string", "null"], "pattern": "^FREQ="},
            "first": {"description": "The first day of the value; X stands for unknown digits; null where it is open.", "$ref": "#/$defs/bound"},
            "last": {"description": "The last day of the value.", "$ref": "#/$defs/bound"},
            "time": {"type": ["string", "null"], "pattern": "^[0-9]{2}:[0-9]{2}$"},
            "year_candidates": {"type": "array", "items": {"type": "integer"}, "uniqueItems": true},
            "year": {"type": ["integer", "null"]},
            "evidence": {"type": "array", "items": {"type": "string"}},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
        "responsibility": {
          "type": "object",
          "required": ["role", "actor", "task", "due", "rule", "confidence"],
          "properties": {
            "role": {"enum": [\(quoted(Responsibility.Role.self))]},
            "actor": {
              "type": "object",
              "required": ["text", "kind", "span"],
              "properties": {
                "text": {"type": "string"},
                "kind": {"enum": [\(quoted(Responsibility.ActorKind.self))]},
                "span": {"$ref": "#/$defs/span"}
              }
            },
            "task": {
              "type": ["object", "null"],
              "required": ["text", "section"],
              "properties": {
                "text": {"type": "string"},
                "section": {"$ref": "#/$defs/optional_index"},
                "span": {"$ref": "#/$defs/span"}
              }
            },
            "due": {"description": "An index into dates.", "$ref": "#/$defs/optional_index"},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
        "citation": {
          "type": "object",
          "required": ["title", "number", "span"],
          "properties": {
            "title": {"$ref": "#/$defs/optional_string"},
            "title_span": {"$ref": "#/$defs/optional_span"},
            "number": {"$ref": "#/$defs/optional_string"},
            "number_span": {"$ref": "#/$defs/optional_span"},
            "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
        "contact": {
          "type": "object",
          "required": ["name", "phone", "email", "address"],
          "properties": {
            "name": {"$ref": "#/$defs/optional_string"},
            "name_span": {"$ref": "#/$defs/optional_span"},
            "phone": {"$ref": "#/$defs/optional_string"},
            "phone_span": {"$ref": "#/$defs/optional_span"},
            "email": {"$ref": "#/$defs/optional_string"},
            "email_span": {"$ref": "#/$defs/optional_span"},
            "address": {"$ref": "#/$defs/optional_string"},
            "address_span": {"$ref": "#/$defs/optional_span"},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
        "statement": {
          "description": "What the document says in its own words.",
          "type": "object",
          "required": ["text", "span", "section", "rule", "confidence"],
          "properties": {
            "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"},
            "section": {"$ref": "#/$defs/optional_index"},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
        "attachment": {
          "type": "object",
          "required": ["text", "span", "number", "rule", "confidence"],
          "properties": {
            "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"},
            "number": {"description": "Its number in the list.", "$ref": "#/$defs/optional_index"},
            "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
          }
        },
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
      }
    """

  /// A year, a month or a day of EDTF, level 1, as a regular expression.
  private static let edtfDate = "[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?~?"
}
