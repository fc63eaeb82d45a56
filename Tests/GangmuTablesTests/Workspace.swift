import Foundation
import GRDB
import Gangmu
import GangmuTables
import TestSupport
import Testing

/// A folder for one test, and records to put there.
struct Workspace {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path }

  func file(_ name: String) -> String { folder.file(name) }

  func bytes(_ name: String) throws -> [UInt8] { try folder.bytes(name) }

  /// Writes lines to a file and gives its path.
  func write(_ lines: [String], to name: String) throws -> String {
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
  }

  /// Exports, and gives what was told of inputs and lines that could not be used.
  @discardableResult
  func export(_ paths: [String], to name: String, _ change: (inout Export) -> Void = { _ in }) throws -> [String] {
    let path = file(name)
    var export = Export(paths, to: try #require(Export.Destination(path: path)))
    change(&export)
    var failures: [String] = []
    _ = try export.run { failures.append($0.description.replacing(self.path + "/", with: "")) }
    return failures
  }

  /// Asks a database.
  func rows(_ name: String, _ sql: String) throws -> [[String]] {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: file(name), configuration: configuration)
    return try queue.inDatabase { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { value in
          switch value.storage {
          case .null: "NULL"
          case .int64(let integer): "\(integer)"
          case .double(let double): "\(double)"
          case .string(let string): string
          case .blob(let data): "\(data.count) bytes"
          }
        }
      }
    }
  }

  /// The records of `Fixtures/golden`.
  static func golden() throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/golden")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  /// The record of a page of one document.
  static func record(_ text: String, uri: String = "page.txt") throws -> String {
    let records = try PageParser().records(bytes: Array(text.utf8), uri: uri)
    return String(decoding: try #require(records.first).json(), as: UTF8.self)
  }

  /// A record that states nothing but its text, given as it stands in JSON.
  static func bare(id: String = "00000000000000ab", text: String, more: String = "") -> String {
    """
    {"format":"gangmu.document/1","id":"\(id)","source":{"uri":"a.txt","sha256":"00","media_type":"text/plain",\
    "encoding":"utf-8","index":0,"label":null},"title":null,"kind":{"label":"other","confidence":0.5},\
    "script":{"label":"hans","traditional":0,"simplified":1,"suspect":0},"text":"\(text)","sections":[],"themes":[],\
    "dates":[],"responsibilities":[],"citations":[],"contacts":[],"warnings":[]\(more),\
    "extractor":{"name":"gangmu","version":"0.1.0"}}
    """
  }
}
