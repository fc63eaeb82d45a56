import Gangmu
import GangmuCopies

extension CopyCorpus {
  /// What the records of a cluster say differently.
  struct Genealogy {
    /// For each copy that is a record: what differs from its representative.
    var changes: [Int: RecordChanges] = [:]
    /// For each record: the years that copies gave back to it, in the order of its dates.
    var years: [Int: [RestoredYear]] = [:]
  }

  /// Compares the records of copies with those of their representatives, and gives back to each record the years that it
  /// has redacted and another one of its cluster states at the same place, if that is a copy of it, by exact comparison.
  func genealogy() -> Genealogy {
    var genealogy = Genealogy()
    guard options.level == .document, hasRecords else { return genealogy }
    let files = files.rereader()
    var representatives = RecordCache(files: files, places: places)
    var dates = RedactedDates()
    var added: Set<Int> = []
    for number in 0..<count {
      let copy = report.copies[number]
      guard let relation = copy.relation, relation != .template,
        let record = files.bytes(at: places[number]).flatMap({ try? JSONTree($0) }), record["sections"] != nil,
        let other = representatives[copy.representative], other["sections"] != nil
      else { continue }
      if relation == .near || relation == .contains || relation == .partOf {
        let changes = RecordChanges(of: record, to: other)
        if !changes.changes.isEmpty { genealogy.changes[number] = changes }
      }
      for (number, record) in [(copy.representative, other), (number, record)] where added.insert(number).inserted {
        dates.add(record, number: number, cluster: copy.cluster)
      }
    }
    for date in dates.redacted {
      guard let giver = dates.givers(to: date).first(where: { isCopy(date.number, of: $0.number, files) }) else {
        continue
      }
      genealogy.years[date.number, default: []].append(
        RestoredYear(date: date.place.index, text: date.place.text, year: giver.year, copy: id(of: giver.number)))
    }
    return genealogy
  }

  /// Whether a text is a copy of another one of its cluster, if only of a part.
  private func isCopy(_ number: Int, of other: Int, _ files: LineRereader) -> Bool {
    let (own, theirs) = (report.copies[number], report.copies[other])
    if own.representative == other || theirs.representative == number { return true }
    let reader = TextReader(places: places, spans: spans, level: options.level)
    func content(_ number: Int) -> ContentUnits? {
      files.bytes(at: places[number]).flatMap { reader.content(of: number, in: $0) }
    }
    guard let left = content(number), let right = content(other) else { return false }
    let comparison = TextComparison(left, right, shingleLength: options.copies.shingleLength)
    return comparison.relation.map { $0 != .template } ?? false
  }
}

/// Records that are wanted again and again.
private struct RecordCache {
  let files: LineRereader
  let places: [LineFiles.Place]
  private var records: [Int: JSONTree] = [:]
  private static let limit = 64

  init(files: LineRereader, places: [LineFiles.Place]) {
    self.files = files
    self.places = places
  }

  subscript(number: Int) -> JSONTree? {
    mutating get {
      if let record = records[number] { return record }
      guard let record = files.bytes(at: places[number]).flatMap({ try? JSONTree($0) }) else { return nil }
      if records.count >= Self.limit { records.removeAll() }
      records[number] = record
      return record
    }
  }
}
