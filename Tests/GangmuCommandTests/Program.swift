import Foundation
import Gangmu
import TestSupport

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

  /// `gangmu` with arguments, not yet at work.
  static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    return process
  }

  private init(_ program: URL, _ arguments: [String], input: String, environment: [String: String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: Foundation traps where a signal interrupts it while it reads from a pipe, as the end of
    // another test's program does.
    let folder = try TemporaryFolder()
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.write(input, to: "input")))
    process.standardOutput = try folder.openForWriting("output")
    process.standardError = try folder.openForWriting("errors")
    try process.run()
    process.waitUntilExit()
    output = try folder.text("output")
    errors = try folder.text("errors")
    exitCode = process.terminationStatus
  }

  /// The records that it wrote.
  func records() throws -> [Record] {
    try output.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
  }
}
