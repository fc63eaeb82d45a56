import ArgumentParser
import GangmuCorpus

/// A path that a run writes to, by its option.
struct WrittenPath {
  /// The option that gave it.
  let option: String
  /// The path as given.
  let path: String
  /// Where it leads, links followed, whether something is there or not; nil where its folder is not there, and for what
  /// is written to as it stands: a device, a pipe.
  private let place: String?

  init(option: String, path: String) {
    self.option = option
    self.path = path
    place = AtomicFile.isWrittenInPlace(path) ? nil : Self.place(of: path)
  }

  /// Refuses a path that stands in what is read: it would be read as a page, or a page would be lost under it.
  func requireApart(from inputs: [String]) throws {
    guard let place else { return }
    for input in inputs {
      if let source = AtomicFile.realPath(input), place == source || place.hasPrefix(source == "/" ? "/" : source + "/")
      {
        throw ValidationError("\(option) \(path) stands in the input \(input): give another place.")
      }
    }
  }

  /// Refuses two outputs in one place.
  static func requireApart(_ paths: [WrittenPath]) throws {
    for (index, path) in paths.enumerated() {
      if let place = path.place, let other = paths[..<index].first(where: { $0.place == place }) {
        throw ValidationError("\(other.option) and \(path.option) are both \(path.path): give two places.")
      }
    }
  }

  private static func place(of path: String) -> String? {
    if let found = AtomicFile.realPath(path) { return found }
    let (folder, name) = AtomicFile.split(path)
    return AtomicFile.realPath(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
  }
}
