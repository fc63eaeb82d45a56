import Foundation
import GangmuTables
import Glibc
import Testing

@Suite struct OutputFileTests {
  private let workspace: Workspace
  private let input: String

  init() throws {
    workspace = try Workspace()
    input = try workspace.write([Workspace.bare(text: "好")], to: "records.jsonl")
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: workspace.file(name), withIntermediateDirectories: true)
    _ = try workspace.write(["mine"], to: "\(name)/notes.txt")
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workspace.path).sorted()
  }

  @Test(arguments: ["a.sqlite", "a.jsonl", "a.csv"])
  func `what stands beside the output is left alone`(name: String) throws {
    for ending in [".part", ".old"] { try makeFolder(name + ending) }
    for _ in 0..<2 { try workspace.export([input], to: name) { $0.replaces = true } }
    #expect(try names() == [name, name + ".old", name + ".part", "records.jsonl"])
    for ending in [".part", ".old"] {
      #expect(try workspace.bytes("\(name)\(ending)/notes.txt") == Array("mine\n".utf8))
    }
  }

  @Test(arguments: ["a.sqlite", "a.jsonl"])
  func `a folder in the place of a file is not replaced`(name: String) throws {
    try makeFolder(name)
    #expect(throws: ExportFailure.unwritable(workspace.file(name), reason: "Is a directory")) {
      try workspace.export([input], to: name) { $0.replaces = true }
    }
    #expect(try workspace.bytes("\(name)/notes.txt") == Array("mine\n".utf8))
    #expect(try names() == [name, "records.jsonl"])
  }

  @Test(arguments: ["-journal", "-wal", "-shm"])
  func `a journal of the database before is no part of the new one`(ending: String) throws {
    _ = try workspace.write(["old"], to: "a.sqlite" + ending)
    #expect(throws: ExportFailure.exists(workspace.file("a.sqlite" + ending))) {
      try workspace.export([input], to: "a.sqlite")
    }
    try workspace.export([input], to: "a.sqlite") { $0.replaces = true }
    #expect(try names() == ["a.sqlite", "records.jsonl"])
  }

  @Test func `a link stays one, and the file that it names is replaced`() throws {
    try FileManager.default.createDirectory(atPath: workspace.file("b"), withIntermediateDirectories: true)
    for name in ["a.sqlite", "a.jsonl"] {
      _ = try workspace.write(["old"], to: "b/\(name)")
      _ = try workspace.write(["old"], to: "b/\(name)-journal")
      try FileManager.default.createSymbolicLink(atPath: workspace.file(name), withDestinationPath: "b/\(name)")
      #expect(throws: ExportFailure.exists(workspace.file(name))) { try workspace.export([input], to: name) }
      try workspace.export([input], to: name) { $0.replaces = true }
    }
    #expect(try workspace.bytes("b/a.jsonl") == workspace.bytes("records.jsonl"))
    #expect(try workspace.rows("b/a.sqlite", "SELECT count(*) FROM documents") == [["1"]])
    #expect(try names() == ["a.jsonl", "a.sqlite", "b", "records.jsonl"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.file("b")).sorted() == [
        "a.jsonl", "a.jsonl-journal", "a.sqlite",
      ])
  }

  @Test func `a folder of tables is replaced as a whole`() throws {
    try workspace.export([input], to: "a.csv")
    let other = try workspace.write([Workspace.bare(text: "新"), Workspace.bare(text: "页")], to: "other.jsonl")
    try workspace.export([other], to: "a.csv") { $0.replaces = true }
    #expect(csvRows(try workspace.bytes("a.csv/documents.csv")).count == 3)
    #expect(try names() == ["a.csv", "other.jsonl", "records.jsonl"])
  }

  @Test func `what an export that was killed left of a folder is taken away by the next`() throws {
    for name in ["documents.csv", ".dates.csv.part"] { _ = try workspace.write(["old"], to: ".a.csv.part/\(name)") }
    try workspace.export([input], to: "a.csv")
    #expect(try names() == ["a.csv", "records.jsonl"])
    #expect(csvRows(try workspace.bytes("a.csv/documents.csv")).count == 2)
    // What is not an export's stays.
    try makeFolder(".a.csv.part")
    #expect(throws: ExportFailure.otherFiles("\(workspace.path)/.a.csv.part", found: "notes.txt")) {
      try workspace.export([input], to: "a.csv") { $0.replaces = true }
    }
    #expect(try workspace.bytes(".a.csv.part/notes.txt") == Array("mine\n".utf8))
  }

  @Test(arguments: [("a.csv", ".a.csv.part"), ("a.jsonl", ".a.jsonl.part"), ("a.sqlite", ".a.sqlite.part")])
  func `an output that another process is writing is refused and left alone`(name: String, part: String) throws {
    let isFolder = name == "a.csv"
    if isFolder {
      _ = try workspace.write(["theirs"], to: "\(part)/documents.csv")
    } else {
      _ = try workspace.write(["theirs"], to: part)
    }
    let descriptor = open(workspace.file(part), O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: ExportFailure.locked(workspace.file(name))) { try workspace.export([input], to: name) }
    #expect(try workspace.bytes(isFolder ? part + "/documents.csv" : part) == Array("theirs\n".utf8))
  }

  @Test(arguments: ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.sqlite"])
  func `an export that fails leaves no draft and no open file`(name: String) throws {
    let classes = try workspace.write([#"{"id":"other","label":"x","probability":1.0}"#], to: "classes.jsonl")
    #expect(throws: ExportFailure.self) { try workspace.export([input], to: name) { $0.classes = classes } }
    #expect(try names() == ["classes.jsonl", "records.jsonl"])
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(open.filter { $0.hasPrefix(workspace.path) } == [])
  }
}
