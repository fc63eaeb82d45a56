import Foundation
import Gangmu

/// One run of the built program.
struct Program {
  let exitCode: Int32
  let output: String
  let errors: String

  /// Runs `gangmu` with arguments and what it reads on standard input.
  init(_ arguments: String..., input: String = "") throws {
    try self.init(arguments, input: input)
  }

  /// Runs `gangmu` with arguments and what it reads on standard input.
  init(_ arguments: [String], input: String = "") throws {
    try self.init(Self.executable, arguments, input: input, environment: [:])
  }

  /// Runs a line of `bash`, in which `gangmu` is the program.
  init(bash line: String) throws {
    let folder = Self.executable.deletingLastPathComponent().path
    try self.init(
      URL(fileURLWithPath: "/bin/bash"), ["-o", "pipefail", "-c", line], input: "",
      environment: ["PATH": folder + ":/usr/bin:/bin"])
  }

  /// It stands beside the bundle of the tests.
  static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "gangmu")

  private init(_ program: URL, _ arguments: [String], input: String, environment: [String: String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: Foundation traps where a signal interrupts it while it reads from a pipe, as the end of
    // another test's program does.
    let folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["input", "output", "errors"].map { folder.appending(path: $0) }
    for file in files { try Data(file == files[0] ? input.utf8 : "".utf8).write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    exitCode = process.terminationStatus
  }

  /// The records that it wrote.
  func records() throws -> [Record] {
    try output.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
  }
}
