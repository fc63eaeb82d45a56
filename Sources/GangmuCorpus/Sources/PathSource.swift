import Gangmu
import Glibc

/// Pages from files, folders and standard input, one at a time, in the order of the paths.
///
/// - A file is one page, named as its path was given, or holds many: WARC and ARC (pages are named by their addresses), JSON
///   Lines (`.jsonl`, `.ndjson`), `.zip`. Any of them may be compressed with gzip or Zstandard.
/// - A folder is read with the folders in it, in the order of the bytes of the names; names that begin with a dot are left
///   out. A page is named by the folder as given, `/`, and its path from there.
/// - A path with `*`, `?` or `[` that leads nowhere is a pattern for the files in the folder before it.
/// - `-` is standard input, read to its end.
///
/// Symbolic links are followed. A folder is read once for each path given: a link back to a folder that is being read is a
/// failure, one to a folder that was read gives nothing. Whatever is no regular file (a FIFO, a socket, a device) is a
/// failure and not waited for. Only the page at hand is in memory.
public struct PathSource: Sequence, Sendable {
  /// The paths, in order.
  public var paths: [String]
  /// How they are read.
  public var options: SourceOptions

  /// Makes a source.
  public init(_ paths: [String], options: SourceOptions = SourceOptions()) {
    self.paths = paths
    self.options = options
  }

  /// An iterator that opens each file when it comes to it.
  public func makeIterator() -> Iterator {
    Iterator(paths: paths, options: options)
  }

  /// Reads one page after the other.
  public struct Iterator: IteratorProtocol {
    private struct Folder {
      let path: FilePath
      let identity: OpenFile.Identity
      var names: ArraySlice<[CChar]>
      /// The path from the folder given, empty for that itself.
      let place: String
    }

    private let options: SourceOptions
    private let excluded: [PathPattern]
    /// The patterns for files: those of the options, or the one that the path at hand is.
    private var included: [PathPattern]
    /// The container that is being read.
    private var container: (any PageContainer)?

    private var paths: ArraySlice<String>
    /// The folders being read, each inside the one before.
    private var folders: [Folder] = []
    private var foldersRead: Set<OpenFile.Identity> = []
    private let meter = ReadMeter()

    init(paths: [String], options: SourceOptions) {
      self.paths = paths[...]
      self.options = options
      excluded = options.excluded.map(PathPattern.init)
      included = options.included.map(PathPattern.init)
    }

    /// The next page, or why it could not be read; nil after the last.
    public mutating func next() -> Result<PageInput, InputFailure>? {
      while let step = step(.pages) {
        if case .page(let result) = step { return result }
      }
      return nil
    }

    /// Goes over the next page without reading more of it than must be; false after the last.
    mutating func pass() -> Bool {
      while let step = step(.passing) {
        if case .page = step { return true }
      }
      return false
    }

    /// The next file, unread, or why it cannot be opened; nil after the last. Not to be mixed with `next()`.
    mutating func nextFile() -> Result<ListedFile, InputFailure>? {
      switch step(.listing) {
      case .file(let file)?: .success(file)
      case .page(.failure(let failure))?: .failure(failure)
      case .page(.success), nil: nil
      }
    }

    /// The bytes that were read so far, as they are stored.
    var bytesRead: Int { meter.bytes }

    private enum Purpose {
      case pages, passing, listing
    }

    private enum Step {
      case page(Result<PageInput, InputFailure>)
      case file(ListedFile)
    }

    private mutating func step(_ purpose: Purpose) -> Step? {
      while true {
        if let result = container?.next() { return .page(result) }
        container = nil
        if let last = folders.indices.last {
          if let name = folders[last].names.popFirst() {
            let place = folders[last].place
            let path = folders[last].path.appending(name)
            if let step = read(path, place: (place.isEmpty ? "" : place + "/") + path.name, purpose) { return step }
          } else {
            folders.removeLast()
          }
        } else if let path = paths.popFirst() {
          foldersRead = []
          if let step = path == "-" ? readStandardInput(purpose) : begin(path, purpose) { return step }
        } else {
          return nil
        }
      }
    }

    /// Begins with a path as it was given.
    private mutating func begin(_ path: String, _ purpose: Purpose) -> Step? {
      included = options.included.map(PathPattern.init)
      if path.contains(where: { "*?[".contains($0) }), !FilePath(path).exists {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let literal = parts.prefix { part in !part.contains { "*?[".contains($0) } }
        included = [PathPattern("/" + parts[literal.endIndex...].joined(separator: "/"))]
        let folder = literal.joined(separator: "/")
        return read(FilePath(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder), place: "", purpose)
      }
      return read(FilePath(path), place: "", purpose)
    }

    /// Reads a file, or goes into a folder and gives nothing yet.
    private mutating func read(_ path: FilePath, place: String, _ purpose: Purpose) -> Step? {
      do throws(SystemError) {
        let file = try OpenFile(path)
        let isFolder = file.kind == .folder
        if !place.isEmpty {
          if PathPattern.excludes(excluded, place, isFolder: isFolder) { return nil }
          if !isFolder, !included.isEmpty, !included.contains(where: { $0.matches(place, isFolder: false) }) {
            return nil
          }
        }
        switch file.kind {
        case .regular:
          let size = file.size
          if purpose == .listing {
            return .file(ListedFile(uri: path.uri, size: size, modified: file.modified))
          }
          let before = meter.bytes
          let step = try open(FileStream(file, meter: meter), uri: path.uri, size: size, purpose)
          if purpose == .passing, step != nil { meter.bytes = before + size }
          return step
        case .folder:
          return try enter(file, at: path, place: place)
        case .special:
          return .page(
            .failure(
              InputFailure(
                uri: path.uri, stage: .read, code: "input.special",
                message: "not a regular file; to read a pipe, give it as standard input and - as the path")))
        }
      } catch {
        return .page(.failure(error.failure(of: path.uri)))
      }
    }

    /// Reads a page, or begins with a container and gives nothing yet.
    private mutating func open(
      _ stream: any ByteStream, uri: String, size: Int, _ purpose: Purpose
    ) throws(SystemError) -> Step? {
      let content = try FileContent.open(
        stream, uri: uri, size: size, options: options, readsPage: purpose == .pages)
      switch content {
      case .page(let result): return .page(result)
      case .container(let found):
        container = found
        return nil
      }
    }

    private mutating func enter(
      _ file: borrowing OpenFile, at path: FilePath, place: String
    ) throws(SystemError) -> Step? {
      let identity = file.identity
      if folders.contains(where: { $0.identity == identity }) { throw SystemError(number: ELOOP) }
      guard foldersRead.insert(identity).inserted else { return nil }
      folders.append(Folder(path: path, identity: identity, names: try file.visibleNames()[...], place: place))
      return nil
    }

    private mutating func readStandardInput(_ purpose: Purpose) -> Step? {
      if purpose == .listing { return .file(ListedFile(uri: "-", size: nil, modified: 0)) }
      do throws(SystemError) {
        return try open(StandardInputStream(meter: meter), uri: "-", size: 0, purpose)
      } catch {
        return .page(.failure(error.failure(of: "-")))
      }
    }
  }
}

/// A file of a source, unread.
struct ListedFile: Sendable, Hashable {
  /// Its path; `-` is standard input.
  let uri: String
  /// Its bytes as stored; nil where that is not known.
  let size: Int?
  /// When its content last changed, in nanoseconds since 1970.
  let modified: Int
}
