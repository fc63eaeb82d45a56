import Foundation

/// The page in `Fixtures`, which everything is measured on.
enum SeedPage {
  static let bytes: [UInt8] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "Fixtures/pages/cybersecurity-week.txt")
    guard let data = try? Data(contentsOf: page) else { preconditionFailure("no page at \(page.path)") }
    return Array(data)
  }()
}
