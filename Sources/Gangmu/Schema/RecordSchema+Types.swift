extension RecordSchema {
  /// What the other definitions point to.
  static let typeDefinitions = """
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
        "bound": {"type": ["string", "null"], "pattern": "^[0-9X]{4}-[0-9]{2}-[0-9X]{2}$"}
    """

  /// A year, a month or a day of EDTF, level 1, as a regular expression.
  private static let edtfDate = "[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?~?"
}
