import Gangmu
import Glibc

/// Pages from files, folders and standard input, one at a time, in the order of the paths.
///
/// - A file is one page, named as its path was given.
/// - A folder is read with the folders in it, in the order of the bytes of the names; names that begin with a dot are left
///   out. A page is named by the folder as given, `/`, and its path from there.
/// - `-` is standard input, read to its end as one page.
///
/// Symbolic links are followed. A folder is read once for each path given: a link back to a folder that is being read is a
/// failure, one to a folder that was read gives nothing. Whatever is no regular file (a FIFO, a socket, a device) is a
/// failure and not waited for. Only the page at hand is in memory.
public struct PathSource: Sequence, Sendable {
  /// The paths, in order.
  public var paths: [String]

  /// Makes a source.
  public init(_ paths: [String]) {
    self.paths = paths
  }

  /// An iterator that opens each file when it comes to it.
  public func makeIterator() -> Iterator {
    Iterator(paths: paths)
  }

  /// Reads one page after the other.
  public struct Iterator: IteratorProtocol {
    private struct Folder {
      let path: FilePath
      let identity: OpenFile.Identity
      var names: ArraySlice<[CChar]>
    }

    private var paths: ArraySlice<String>
    /// The folders being read, each inside the one before.
    private var folders: [Folder] = []
    private var foldersRead: Set<OpenFile.Identity> = []

    init(paths: [String]) {
      self.paths = paths[...]
    }

    /// The next page, or why it could not be read; nil after the last.
    public mutating func next() -> Result<PageInput, InputFailure>? {
      while true {
        if let last = folders.indices.last {
          if let name = folders[last].names.popFirst() {
            if let result = read(folders[last].path.appending(name)) { return result }
          } else {
            folders.removeLast()
          }
        } else if let path = paths.popFirst() {
          foldersRead = []
          if let result = path == "-" ? readStandardInput() : read(FilePath(path)) { return result }
        } else {
          return nil
        }
      }
    }

    /// Reads a file, or goes into a folder and gives nothing yet.
    private mutating func read(_ path: FilePath) -> Result<PageInput, InputFailure>? {
      do throws(SystemError) {
        let file = try OpenFile(path)
        switch file.kind {
        case .regular:
          return Self.page(path.uri, from: file.descriptor, expecting: file.size)
        case .folder:
          return try enter(file, at: path)
        case .special:
          return .failure(
            InputFailure(
              uri: path.uri, stage: .read, code: "input.special",
              message: "not a regular file; to read a pipe, give it as standard input and - as the path"))
        }
      } catch {
        return .failure(error.failure(of: path.uri))
      }
    }

    private mutating func enter(
      _ file: borrowing OpenFile, at path: FilePath
    ) throws(SystemError) -> Result<PageInput, InputFailure>? {
      let identity = file.identity
      if folders.contains(where: { $0.identity == identity }) { throw SystemError(number: ELOOP) }
      guard foldersRead.insert(identity).inserted else { return nil }
      folders.append(Folder(path: path, identity: identity, names: try file.visibleNames()[...]))
      return nil
    }

    private func readStandardInput() -> Result<PageInput, InputFailure> {
      Self.page("-", from: STDIN_FILENO, expecting: 0)
    }

    private static func page(
      _ uri: String, from descriptor: Int32, expecting size: Int
    ) -> Result<PageInput, InputFailure> {
      do throws(ByteReader.Failure) {
        return .success(PageInput(uri: uri, bytes: try ByteReader.bytes(of: descriptor, expecting: size)))
      } catch {
        switch error {
        case .system(let error): return .failure(error.failure(of: uri))
        case .tooLarge:
          return .failure(
            InputFailure(
              uri: uri, stage: .read, code: "input.too_large", message: "more than \(ByteReader.limit >> 30) GiB"))
        }
      }
    }
  }
}
