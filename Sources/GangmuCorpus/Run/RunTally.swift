import Gangmu

/// What a run counted.
public struct RunTally: Sendable, Hashable {
  /// The pages, those that gave no records too.
  public var pages = 0
  /// The documents, each a record.
  public var documents = 0
  /// The pages that gave no records.
  public var failures = 0
  /// The bytes of the pages.
  public var bytes = 0
  /// Documents by kind.
  public var kinds: [String: Int] = [:]
  /// Documents by script.
  public var scripts: [String: Int] = [:]
  /// Pages that gave no records, by code.
  public var errors: [String: Int] = [:]
  /// Warnings by code.
  public var warnings: [String: Int] = [:]

  /// Makes one of nothing.
  public init() {}

  /// Counts a record.
  public mutating func count(_ record: Record) {
    documents += 1
    kinds[record.kind.label.rawValue, default: 0] += 1
    scripts[record.script.label.rawValue, default: 0] += 1
    for warning in record.warnings { warnings[warning.code, default: 0] += 1 }
  }

  /// Counts a page that gave no records.
  public mutating func count(_ failure: InputFailure) {
    failures += 1
    errors[failure.code, default: 0] += 1
  }

  /// Counts a page with its records.
  public mutating func count(_ page: PageResult) {
    pages += 1
    bytes += page.byteCount
    switch page.records {
    case .success(let records): for record in records { count(record) }
    case .failure(let failure): count(failure)
    }
  }

  /// Adds what another one counted.
  public static func += (tally: inout RunTally, other: RunTally) {
    tally.pages += other.pages
    tally.documents += other.documents
    tally.failures += other.failures
    tally.bytes += other.bytes
    tally.kinds.merge(other.kinds, uniquingKeysWith: +)
    tally.scripts.merge(other.scripts, uniquingKeysWith: +)
    tally.errors.merge(other.errors, uniquingKeysWith: +)
    tally.warnings.merge(other.warnings, uniquingKeysWith: +)
  }
}

extension RunTally {
  /// What two of them counted.
  public static func + (first: RunTally, second: RunTally) -> RunTally {
    var sum = first
    sum += second
    return sum
  }
}

extension RunTally: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case pages, documents, failures, bytes, kinds, scripts, errors, warnings
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.pages, pages)
      $0.member(CodingKeys.documents, documents)
      $0.member(CodingKeys.failures, failures)
      $0.member(CodingKeys.bytes, bytes)
      $0.member(CodingKeys.kinds, JSONTree(counts: kinds))
      $0.member(CodingKeys.scripts, JSONTree(counts: scripts))
      $0.member(CodingKeys.errors, JSONTree(counts: errors))
      $0.member(CodingKeys.warnings, JSONTree(counts: warnings))
    }
  }

  /// Reads what `write(to:)` wrote; nil where it is something else.
  init?(_ json: JSONTree?) {
    guard let json, let pages = json["pages"]?.integer, let documents = json["documents"]?.integer,
      let failures = json["failures"]?.integer, let bytes = json["bytes"]?.integer
    else { return nil }
    self.init()
    (self.pages, self.documents, self.failures, self.bytes) = (pages, documents, failures, bytes)
    kinds = json["kinds"]?.counts ?? [:]
    scripts = json["scripts"]?.counts ?? [:]
    errors = json["errors"]?.counts ?? [:]
    warnings = json["warnings"]?.counts ?? [:]
  }
}

extension JSONTree {
  /// Counts by name, in the order of the names.
  fileprivate init(counts: [String: Int]) {
    self = .object(counts.sorted { $0.key < $1.key }.map { Member(key: $0.key, value: .integer($0.value)) })
  }

  fileprivate var counts: [String: Int] {
    guard case .object(let members) = self else { return [:] }
    return Dictionary(members.map { ($0.key, $0.value.integer ?? 0) }, uniquingKeysWith: +)
  }
}
