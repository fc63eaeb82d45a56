import Gangmu
import GangmuCopies

extension CopyCorpus {
  /// What a record and the one that it was compared with say differently.
  struct Genealogy {
    /// For each copy that is a record: what differs from its representative.
    var changes: [Int: RecordChanges] = [:]
    /// For each record: the years that copies gave back to it, by the place of the date. Nil where copies disagree.
    var years: [Int: [Int: RestoredYear?]] = [:]

    /// The years that copies gave back to a record.
    func restored(_ number: Int) -> [RestoredYear] {
      years[number, default: [:]].sorted { $0.key < $1.key }.compactMap(\.value)
    }

    fileprivate mutating func note(_ found: [RestoredYear], for number: Int) {
      for year in found {
        if let known = years[number, default: [:]][year.date], known?.year != year.year {
          years[number, default: [:]][year.date] = .some(nil)
        } else if years[number, default: [:]][year.date] == nil {
          years[number, default: [:]][year.date] = year
        }
      }
    }
  }

  /// Compares the records of copies with those of their representatives.
  func genealogy() -> Genealogy {
    var genealogy = Genealogy()
    guard options.level == .document, hasRecords else { return genealogy }
    let files = files.rereader()
    var representatives = RecordCache(files: files, places: places)
    for number in 0..<count {
      let copy = report.copies[number]
      guard copy.relation == .near || copy.relation == .contains || copy.relation == .partOf,
        let record = files.bytes(at: places[number]).flatMap({ try? JSONTree($0) }), record["sections"] != nil,
        let other = representatives[copy.representative], other["sections"] != nil
      else { continue }
      let changes = RecordChanges(of: record, to: other)
      if !changes.changes.isEmpty { genealogy.changes[number] = changes }
      genealogy.note(
        RestoredYear.years(of: record, from: other, id: id(of: copy.representative)), for: number)
      genealogy.note(RestoredYear.years(of: other, from: record, id: id(of: number)), for: copy.representative)
    }
    return genealogy
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
