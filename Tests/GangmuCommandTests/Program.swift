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
  private static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "gangmu")

  private init(_ program: URL, _ arguments: [String], input: String, environment: [String: String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What the tests give and what errors say fits into the buffer of a pipe.
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    exitCode = process.terminationStatus
  }

  /// The records that it wrote.
  func records() throws -> [Record] {
    try output.split(separator: "\n").map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
  }
}
