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
        "normalized": {"$ref": "#/$defs/normalized"},
        "copy": {"$ref": "#/$defs/copy"},
        "class": {"$ref": "#/$defs/class"}
      },
      "$defs": {
    \(definitions)
      }
    }

    """

  private static let definitions = [
    joinedDefinitions, typeDefinitions, sourceDefinitions, documentDefinitions, outlineDefinitions, claimDefinitions,
    readingDefinitions,
  ].joined(separator: ",\n")

  /// The values of an enumeration, as JSON strings.
  static func quoted<Label: RawRepresentable & CaseIterable>(_ labels: Label.Type) -> String
  where Label.RawValue == String {
    labels.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }
}
