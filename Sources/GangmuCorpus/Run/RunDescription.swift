import Gangmu

/// What a run works on and how: two runs that are described alike give the same output.
package struct RunDescription: Sendable, Hashable {
  /// The name and version of the manifest's form.
  package static let format = formatName + "1"
  private static let formatName = "gangmu.run/"

  /// Whether JSON tells of a run, if perhaps in the form of another version.
  static func describesRun(_ json: JSONTree) -> Bool {
    json["format"]?.string?.hasPrefix(formatName) ?? false
  }

  /// An option by its name.
  package struct Option: Sendable, Hashable {
    let name: String
    let value: JSONTree

    /// Makes an option with a value, or with none.
    package init(_ name: String, _ value: String?) {
      self.init(name, value.map { .string($0) } ?? .word(Array("null".utf8)))
    }

    /// Makes an option that is on or off.
    package init(_ name: String, _ value: Bool) {
      self.init(name, .word(Array("\(value)".utf8)))
    }

    /// Makes an option with several values.
    package init(_ name: String, _ values: [String]) {
      self.init(name, .array(values.map { .string($0) }))
    }

    /// Makes an option with a number.
    package init(_ name: String, _ value: Int) {
      self.init(name, .integer(value))
    }

    private init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// What decides what the records are, and into which files they go.
  package var options: [Option]
  /// What is read.
  package var listing: InputListing

  /// Makes one.
  package init(options: [Option], listing: InputListing) {
    self.options = options
    self.listing = listing
  }

  /// The members that it has in a journal and in a manifest.
  var members: [JSONTree.Member] {
    [
      .init(key: "format", value: .string(Self.format)),
      .init(key: "extractor", value: tree(of: Record.Extractor.current)),
      .init(key: "options", value: .object(options.map { .init(key: $0.name, value: $0.value) })),
      .init(key: "inputs", value: .array(listing.inputs.map(tree(of:)))),
    ]
  }

  /// How this differs from what a journal or a manifest says, for people; nil where it does not.
  func difference(from stored: JSONTree) -> String? {
    let extractor = Record.Extractor.current
    guard stored["format"]?.string == Self.format else { return "it is not of the form \(Self.format)" }
    let version = stored["extractor"]?["version"]?.string ?? "?"
    if version != extractor.version {
      return "it was begun by \(extractor.name) \(version), this is \(extractor.version)"
    }
    for option in options where stored["options"]?[option.name] != option.value {
      return "the option \(option.name) was \(shown(stored["options"]?[option.name])) and is \(shown(option.value))"
    }
    let before = stored["inputs"]?.elements ?? []
    let pathsBefore = before.map { $0["path"]?.string ?? "?" }
    let paths = listing.inputs.map(\.path)
    guard paths == pathsBefore else {
      return "the inputs were \(pathsBefore.joined(separator: " ")) and are \(paths.joined(separator: " "))"
    }
    for (input, before) in zip(listing.inputs, before) where before["sha256"]?.string != input.sha256 {
      let then = "\(before["files"]?.integer ?? 0) file(s) with \(before["bytes"]?.integer ?? 0) bytes"
      return "the input \(input.path) has changed: \(then) then, \(input.files) with \(input.bytes) now"
        + (before["bytes"]?.integer == input.bytes ? ", written at another time" : "")
    }
    return nil
  }

  private func shown(_ value: JSONTree?) -> String {
    value.map { String(decoding: $0.json, as: UTF8.self) } ?? "not there"
  }
}

/// A value as a tree of JSON.
func tree(of value: some JSONWritable) -> JSONTree {
  var writer = JSONWriter()
  value.write(to: &writer)
  return (try? JSONTree(writer.bytes)) ?? .object([])
}
