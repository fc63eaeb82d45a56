import Foundation

/// The pages in `Fixtures/`.
enum Fixture {
  static func cybersecurityWeek() throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appendingPathComponent("Fixtures/pages/cybersecurity-week.txt")))
  }
}
