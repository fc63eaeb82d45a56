import Gangmu

/// Gold: hand-made answers, one `NAME.gold.json` for each page.
package struct GoldFolder: Sendable {
  /// The answer for one page.
  package struct Page: Sendable {
    package var name: String
    package var documents: [DocumentView]
    /// The strings that the answer quotes from the page, with what they are.
    package var quotations: [(what: String, text: String)]
  }

  package private(set) var pages: [Page] = []
  package private(set) var failures: [InputFailure] = []

  /// Reads the files of a folder (or files) in the order of their names.
  package init(_ paths: [String]) {
    // What else lies in the folder (pages, records) is not read.
    var options = SourceOptions()
    options.included = ["*.gold.json"]
    for result in PathSource(paths, options: options) {
      switch result {
      case .failure(let failure): failures.append(failure)
      case .success(let input):
        guard input.uri.hasSuffix(".gold.json") else { continue }
        func fail(_ message: String) {
          failures.append(InputFailure(uri: input.uri, stage: .parse, code: "gold.invalid", message: message))
        }
        do throws(JSONFailure) {
          let tree = try JSONTree(input.bytes)
          guard let name = tree["page"]?.string, case .array? = tree["documents"] else {
            fail("gold has 'page', a string, and 'documents', a list")
            continue
          }
          let shape = GoldShape.list(.document)
          if let mismatch = tree["documents"].flatMap({ shape.mismatch($0, at: "documents") }) {
            fail(mismatch)
          } else {
            pages.append(Page(tree, name: name))
          }
        } catch {
          fail("\(error)")
        }
      }
    }
  }
}

extension GoldFolder.Page {
  init(_ tree: JSONTree, name: String) {
    let documents = tree["documents"]?.elements ?? []
    self.init(
      name: name, documents: documents.map(DocumentView.init(gold:)),
      quotations: documents.flatMap { document -> [(what: String, text: String)] in
        func texts(_ list: String, _ keys: [String?]) -> [(what: String, text: String)] {
          (document[list]?.elements ?? []).flatMap { element in
            keys.compactMap { key in (key.map { element[$0] } ?? element)?.string.map { (list, $0) } }
          }
        }
        return (document["title"]?.string.map { [("title", $0)] } ?? []) + texts("themes", [nil])
          + texts("dates", ["text"])
          + texts("responsibilities", ["actor", "task"]) + texts("citations", ["title", "number"])
          + texts("contacts", ["name", "phone", "email"])
          + DocumentView.statementKeys.flatMap { texts($0, [nil]) }
      })
  }

  /// The quotations that stand in none of the texts: gold that names what is not on the page.
  package func unfounded(in texts: [String]) -> [(what: String, text: String)] {
    let folded = texts.map(ComparedText.fold)
    return quotations.filter { quotation in
      let wanted = ComparedText.fold(quotation.text)
      return !wanted.isEmpty && !folded.contains { $0.contains(wanted) }
    }
  }
}
