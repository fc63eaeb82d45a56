import Foundation
import Gangmu

/// A record with something in every place where something can be, as it is written for people.
let fullRecord = """
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

extension Record {
  /// The full record, read.
  static func full() throws -> Record {
    try JSONDecoder().decode(Record.self, from: Data(fullRecord.utf8))
  }
}
