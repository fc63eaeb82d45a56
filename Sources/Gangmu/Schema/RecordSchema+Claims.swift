import GangmuFields

extension RecordSchema {
  /// What a document states, each with its place, its rule and how sure that is.
  static let claimDefinitions = """
        "theme": {
          \(statement)
        },
        "date": {
          "type": "object",
          "required": [
            "text", "span", "section", "role", "edtf", "rrule", "year_candidates", "year", "evidence", "rule",
            "confidence"
          ],
          "properties": {
            \(quotation),
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
            \(claim)
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
            \(claim)
          }
        },
        "citation": {
          "type": "object",
          "required": ["title", "number", "span"],
          "properties": {
            \(optionalQuotation("title")),
            \(optionalQuotation("number")),
            \(quotation),
            \(claim)
          }
        },
        "contact": {
          "type": "object",
          "required": ["name", "phone", "email", "address"],
          "properties": {
            \(optionalQuotation("name")),
            \(optionalQuotation("phone")),
            \(optionalQuotation("email")),
            \(optionalQuotation("address")),
            \(claim)
          }
        },
        "statement": {
          "description": "What the document says in its own words.",
          \(statement)
        },
        "attachment": {
          "type": "object",
          "required": ["text", "span", "number", "rule", "confidence"],
          "properties": {
            \(quotation),
            "number": {"description": "Its number in the list.", "$ref": "#/$defs/optional_index"},
            \(claim)
          }
        }
    """

  // What several of them have. A second line is indented as it stands in the schema.

  /// The words that a claim rests on.
  private static let quotation = """
    "text": {"type": "string"},
            "span": {"$ref": "#/$defs/span"}
    """

  /// Words in a section that a claim consists of.
  private static let statement = """
    "type": "object",
          "required": ["text", "span", "section", "rule", "confidence"],
          "properties": {
            \(quotation),
            "section": {"$ref": "#/$defs/optional_index"},
            \(claim)
          }
    """

  /// Words that may be missing.
  private static func optionalQuotation(_ name: String) -> String {
    """
    "\(name)": {"$ref": "#/$defs/optional_string"},
            "\(name)_span": {"$ref": "#/$defs/optional_span"}
    """
  }

  /// Which rule made a claim, and how sure it is.
  private static let claim = """
    "rule": {"$ref": "#/$defs/rule"},
            "confidence": {"$ref": "#/$defs/confidence"}
    """
}
