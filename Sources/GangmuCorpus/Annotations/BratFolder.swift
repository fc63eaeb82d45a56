import Gangmu

/// A folder of brat files: `PAGE.INDEX.txt` and `PAGE.INDEX.ann` for each document of each page.
package struct BratFolder {
  /// The gold of a page.
  package struct Page: Sendable {
    /// The page's file name.
    package var name: String
    /// The gold file's text.
    package var gold: String
    /// The page's file name without its last extension.
    package var stem: String { name.split(separator: ".").dropLast().joined(separator: ".") }
  }

  package private(set) var pages: [Page] = []
  package private(set) var failures: [InputFailure] = []

  /// The name of the files of a document, without extension.
  package static func name(of source: Record.Source) -> String {
    let name = source.uri.split(separator: "/").last.map(String.init) ?? "page"
    return "\(name == "-" ? "page.txt" : name).\(source.index)"
  }

  package init(_ folder: String) {
    var texts: [String: String] = [:]
    var annotations: [String: (uri: String, text: String)] = [:]
    for result in PathSource([folder]) {
      switch result {
      case .failure(let failure): failures.append(failure)
      case .success(let input):
        let name = input.uri.split(separator: "/").last.map(String.init) ?? ""
        let text = String(decoding: input.bytes, as: UTF8.self)
        if name.hasSuffix(".ann") {
          annotations[String(name.dropLast(4))] = (input.uri, text)
        } else if name.hasSuffix(".txt") {
          texts[String(name.dropLast(4))] = text
        }
      }
    }
    var documents: [String: [(index: Int, gold: JSONTree)]] = [:]
    for (name, file) in annotations.sorted(by: { $0.key < $1.key }) {
      let parts = name.split(separator: ".")
      guard parts.count >= 2, let index = parts.last.flatMap({ Int($0) }) else {
        fail(file.uri, "the name is not PAGE.INDEX.ann")
        continue
      }
      guard let text = texts[name] else {
        fail(file.uri, "its text, \(name).txt, is not beside it")
        continue
      }
      do throws(BratImport.Failure) {
        let gold = try BratImport.gold(text: text, annotations: file.text)
        documents[parts.dropLast().joined(separator: "."), default: []].append((index, gold))
      } catch {
        fail(file.uri, "\(error)")
      }
    }
    pages = documents.sorted { $0.key < $1.key }.map { name, documents in
      let tree = JSONTree.object([
        JSONTree.Member(key: "page", value: .string(name)),
        JSONTree.Member(key: "documents", value: .array(documents.sorted { $0.index < $1.index }.map(\.gold))),
      ])
      var writer = JSONWriter(layout: .pretty)
      tree.write(to: &writer)
      return Page(name: name, gold: String(decoding: writer.bytes, as: UTF8.self) + "\n")
    }
  }

  private mutating func fail(_ uri: String, _ message: String) {
    failures.append(InputFailure(uri: uri, stage: .parse, code: "annotations.invalid", message: message))
  }
}
