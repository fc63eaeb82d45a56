import Foundation
import Gangmu
import GangmuDates
import GangmuFields
import GangmuOutline
import GangmuPages
import HanText
import Testing

/// A record with something in every place where something can be, as it is written for people.
private let fullRecord = """
  {
    "format": "gangmu.document/1",
    "id": "0123456789abcdef",
    "source": {
      "uri": "計劃.txt",
      "sha256": "",
      "media_type": "text/plain",
      "encoding": "utf-8",
      "index": 3,
      "label": "❶",
      "record_id": "urn:uuid:1",
      "date": "2020-01-01T00:00:00Z",
      "page": {
        "title": "活動方案_某某網",
        "source": "教育局",
        "published": "2020-01-01",
        "set_aside": 12
      }
    },
    "title": "活動方案",
    "title_span": [0, 4],
    "kind": {
      "label": "plan",
      "confidence": 0.99,
      "rule": "kind.model"
    },
    "script": {
      "label": "hant",
      "traditional": 9,
      "simplified": 1,
      "suspect": 1
    },
    "text": "活動方案\\n一、活動時間\\n9月20日前,由張三負責。\\n",
    "sections": [
      {
        "id": 0,
        "parent": null,
        "level": 1,
        "marker": "一、",
        "numbering": "han_comma",
        "ordinal": 1,
        "inline": false,
        "heading": "活動時間",
        "role": "time",
        "span": [5, 26],
        "heading_span": [7, 11],
        "body_span": [12, 25]
      }
    ],
    "labels": [
      {
        "label": "活動",
        "label_span": [7, 9],
        "value": "時間",
        "value_span": [9, 11],
        "section": 0
      }
    ],
    "parts": [
      {
        "kind": "addressee",
        "text": "活動",
        "span": [0, 2]
      }
    ],
    "themes": [
      {
        "text": "活動時間",
        "span": [7, 11],
        "section": 0,
        "rule": "theme.section",
        "confidence": 1.0
      }
    ],
    "dates": [
      {
        "text": "9月20日前",
        "span": [12, 18],
        "section": 0,
        "role": "deadline",
        "edtf": "../XXXX-09-20",
        "rrule": null,
        "first": null,
        "last": "XXXX-09-20",
        "time": "12:00",
        "year_candidates": [2016, 2022],
        "year": null,
        "evidence": [
          "weekday:星期二"
        ],
        "rule": "date.day",
        "confidence": 0.9
      }
    ],
    "responsibilities": [
      {
        "role": "co_organizer",
        "actor": {
          "text": "張三",
          "kind": "person",
          "span": [20, 22]
        },
        "task": {
          "text": "活動",
          "section": null,
          "span": [0, 2]
        },
        "due": 0,
        "rule": "responsibility.prose",
        "confidence": 0.05
      },
      {
        "role": "lead",
        "actor": {
          "text": "張三",
          "kind": "post",
          "span": [20, 22]
        },
        "task": null,
        "due": null,
        "rule": "responsibility.prose",
        "confidence": 0.0
      }
    ],
    "citations": [
      {
        "title": "方案",
        "title_span": [2, 4],
        "number": null,
        "number_span": null,
        "text": "方案",
        "span": [2, 4],
        "rule": "citation.title",
        "confidence": 0.5
      }
    ],
    "contacts": [
      {
        "name": "張三",
        "name_span": [20, 22],
        "phone": null,
        "phone_span": null,
        "email": null,
        "email_span": null,
        "address": null,
        "address_span": null,
        "rule": "contact.label",
        "confidence": 0.5
      }
    ],
    "slogans": [
      {
        "text": "活動",
        "span": [7, 9],
        "section": 0,
        "rule": "slogan.section",
        "confidence": 0.9
      }
    ],
    "audience": [
      {
        "text": "活動",
        "span": [7, 9],
        "section": 0,
        "rule": "label.audience",
        "confidence": 0.9
      }
    ],
    "places": [
      {
        "text": "活動",
        "span": [7, 9],
        "section": 0,
        "rule": "label.place",
        "confidence": 0.9
      }
    ],
    "budget": [
      {
        "text": "活動",
        "span": [7, 9],
        "section": 0,
        "rule": "budget.section",
        "confidence": 0.9
      }
    ],
    "awards": [
      {
        "text": "活動",
        "span": [7, 9],
        "section": 0,
        "rule": "award.section",
        "confidence": 0.9
      }
    ],
    "attachments": [
      {
        "text": "活動",
        "span": [7, 9],
        "number": 1,
        "rule": "attachment.list",
        "confidence": 0.93
      }
    ],
    "warnings": [
      {
        "code": "encoding.replaced",
        "span": null,
        "message": "\\"1\\" byte"
      }
    ],
    "noise": [
      {
        "rule": "noise.related_links",
        "text": "相關文章",
        "offset": 26
      }
    ],
    "repairs": [
      {
        "rule": "text.keyword_spaces",
        "offset": 2,
        "removed": " "
      }
    ],
    "source_map": [
      {
        "offset": 0,
        "source": 3,
        "count": 2
      }
    ],
    "extractor": {
      "name": "gangmu",
      "version": "0.1.0"
    },
    "normalized": {
      "script": "hans",
      "title": "活动方案",
      "text": "活动方案",
      "headings": [
        "主题",
        null
      ],
      "themes": [
        "读书"
      ]
    }
  }
  """

/// All paths of keys in a JSON value, array elements taken together.
private func keyPaths(_ value: Any, _ path: String = "") -> Set<String> {
  if let object = value as? [String: Any] {
    return object.reduce(into: []) { paths, member in
      paths.insert("\(path).\(member.key)")
      paths.formUnion(keyPaths(member.value, "\(path).\(member.key)"))
    }
  }
  return (value as? [Any])?.reduce(into: []) { $0.formUnion(keyPaths($1, path)) } ?? []
}

/// All paths of keys that a schema names, references followed.
private func schemaPaths(_ schema: [String: Any], _ definitions: [String: Any], _ path: String = "") -> Set<String> {
  if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last,
    let target = definitions[String(name)] as? [String: Any]
  {
    return schemaPaths(target, definitions, path)
  }
  var paths: Set<String> = []
  for (key, member) in schema["properties"] as? [String: [String: Any]] ?? [:] {
    paths.insert("\(path).\(key)")
    paths.formUnion(schemaPaths(member, definitions, "\(path).\(key)"))
  }
  if let items = schema["items"] as? [String: Any] { paths.formUnion(schemaPaths(items, definitions, path)) }
  return paths
}

@Suite struct RecordTests {
  @Test func `a record is written as it was read`() throws {
    let record = try JSONDecoder().decode(Record.self, from: Data(fullRecord.utf8))
    #expect(String(decoding: record.json(.pretty), as: UTF8.self) == fullRecord)
    #expect(record.responsibilities.map(\.role) == [.coOrganizer, .lead])
    #expect(record.dates.map(\.span) == [12..<18])
  }

  @Test func `a record on one line says the same`() throws {
    let record = try JSONDecoder().decode(Record.self, from: Data(fullRecord.utf8))
    let line = record.json()
    #expect(!line.contains(UInt8(ascii: "\n")))
    #expect(try JSONDecoder().decode(Record.self, from: Data(line)) == record)
  }

  @Test func `a normalised record has its words in one script beside the grounded ones`() throws {
    var record = try JSONDecoder().decode(Record.self, from: Data(fullRecord.utf8))
    let text = record.text
    record.normalize(to: .hans)
    #expect(record.text == text)
    #expect(record.normalized?.text == Converter(.tw2s).convert(text))
    #expect(record.normalized?.headings.count == record.sections.count)
  }

  @Test func `the schema names every key of a record and no other`() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(RecordSchema.json.utf8)) as? [String: Any] ?? [:]
    let definitions = schema["$defs"] as? [String: Any] ?? [:]
    var full = try JSONDecoder().decode(Record.self, from: Data(fullRecord.utf8))
    full.normalize(to: .hans)
    let record = try JSONSerialization.jsonObject(with: Data(full.json()))
    // What `dedupe` and `classify` add.
    let joined = [".copy", ".class"]
    let paths = schemaPaths(schema, definitions).filter { path in !joined.contains { path.hasPrefix($0) } }
    #expect(keyPaths(record).symmetricDifference(paths) == [])
  }

  @Test func `the schema describes every key that it requires`() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(RecordSchema.json.utf8)) as? [String: Any] ?? [:]
    var objects = [schema]
    while let object = objects.popLast() {
      if let properties = object["properties"] as? [String: Any] {
        #expect(Set(properties.keys).isSuperset(of: object["required"] as? [String] ?? ["none"]))
      }
      objects += object.values.compactMap { $0 as? [String: Any] }
    }
  }
}

@Suite struct ContentIDTests {
  /// The id of the record of a plain text.
  private func id(_ text: String) -> String? {
    let page = Page(
      mediaType: "text/plain", encoding: "utf-8", title: nil,
      content: BlockText(
        text: FoldedText(text), blocks: [Block(kind: .paragraph, span: 0..<text.unicodeScalars.count, line: 1)]),
      warnings: [])
    return PageParser().documents(of: page, PageInput(uri: "", bytes: [])).first.map { Record($0).id }
  }

  @Test(arguments: [
    ("網絡安全宣傳周活動方案", "网络安全宣传周活动方案"), ("活動時間：9月20日（週二）", "活動時間:9月20日(週二)"),
    ("電 話: ABC", "電　話：ａｂｃ"),
  ])
  func `copies that differ in script, width, case or spaces share an id`(one: String, other: String) {
    #expect(id(one) != nil)
    #expect(id(one) == id(other))
  }

  @Test func `another text has another id, of sixteen hex digits`() {
    #expect(id("活動方案一") != id("活動方案二"))
    #expect(id("活動方案")?.count == 16)
    // printf '活动方案' | iconv -f utf-8 -t utf-16le | sha256sum
    #expect(id("活動方案") == "4aa83d99949643b9")
  }
}
