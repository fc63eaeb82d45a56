import Gangmu

/// A year that a record has redacted (20__年) and a copy states at the same place.
struct RestoredYear: Sendable, Hashable {
  /// The place of the date in the record's `dates`.
  let date: Int
  let text: String
  let year: Int
  /// The id of the copy, as JSON.
  let copy: [UInt8]

  /// `copy:<id>`.
  var evidence: String {
    let id = String(decoding: copy, as: UTF8.self)
    return "copy:" + (id.hasPrefix("\"") ? String(id.dropFirst().dropLast()) : id)
  }

  /// Sets the years in a record, with their evidence. What was read, `edtf`, stays as it is.
  static func apply(_ years: [RestoredYear], to record: inout JSONTree) {
    guard case .array(var dates)? = record["dates"] else { return }
    for restored in years where dates.indices.contains(restored.date) {
      dates[restored.date]["year"] = .integer(restored.year)
      let evidence = dates[restored.date]["evidence"]?.elements ?? []
      dates[restored.date]["evidence"] = .array(evidence + [.string(restored.evidence)])
    }
    record["dates"] = .array(dates)
  }
}

extension RestoredYear {
  /// Reads what was written of one.
  init?(_ row: JSONTree) {
    guard let date = row["date"]?.integer, let text = row["text"]?.string, let year = row["year"]?.integer,
      let evidence = row["evidence"]?.string, evidence.hasPrefix("copy:")
    else { return nil }
    self.init(date: date, text: text, year: year, copy: JSONTree.string(String(evidence.dropFirst(5))).json)
  }
}

extension RestoredYear: JSONWritable {
  private enum Key: String, CodingKey {
    case date, text, year, evidence
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(Key.date, date)
      $0.member(Key.text, text)
      $0.member(Key.year, year)
      $0.member(Key.evidence, evidence)
    }
  }
}

/// The dates of the records of clusters of copies: those that are redacted, and those that may give them their years.
struct RedactedDates {
  /// A redacted date of a text.
  struct Redacted {
    let number: Int
    let cluster: Int
    let place: DatePlace
  }

  /// A date of a text that states its year.
  struct Stated {
    let number: Int
    let place: DatePlace
  }

  private struct Key: Hashable {
    let cluster: Int
    let surroundings: UInt64
  }

  private(set) var redacted: [Redacted] = []
  private var stated: [Key: [Stated]] = [:]
  /// Copies repeat each other's dates: more with other values at the same place are not kept.
  private static let statedLimit = 8

  /// Adds the dates of a record.
  mutating func add(_ record: JSONTree, number: Int, cluster: Int) {
    for place in DatePlace.places(in: record) {
      if place.isRedacted {
        redacted.append(Redacted(number: number, cluster: cluster, place: place))
      } else {
        let key = Key(cluster: cluster, surroundings: place.surroundings)
        if stated[key, default: []].count < Self.statedLimit {
          stated[key, default: []].append(Stated(number: number, place: place))
        }
      }
    }
  }

  /// The texts that state the year of a date at the same place, with that year; none where they state several.
  func givers(to date: Redacted) -> [(number: Int, year: Int)] {
    let found = stated[Key(cluster: date.cluster, surroundings: date.place.surroundings), default: []]
      .compactMap { stated in date.place.year(statedBy: stated.place).map { (stated.number, $0) } }
    return Set(found.map(\.1)).count == 1 ? found : []
  }
}
