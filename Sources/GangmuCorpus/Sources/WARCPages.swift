import Gangmu

/// The pages of a WARC file: what servers answered with success and is HTML or text, each under its own address.
struct WARCPages: PageContainer {
  private let uri: String
  private var reader: WARCReader
  private var pending: [InputFailure] = []
  private var records = 0
  private var isAtEnd = false
  /// A page that waits until what went wrong before it was told.
  private var held: PageInput?

  init(_ window: ByteWindow, uri: String) {
    self.uri = uri
    reader = WARCReader(window)
  }

  mutating func next() -> Result<PageInput, InputFailure>? {
    while true {
      if !pending.isEmpty { return .failure(pending.removeFirst()) }
      if let page = held.take() { return .success(page) }
      if isAtEnd { return nil }
      do throws(SystemError) {
        var count = 0
        let record = try reader.next { header in
          count += 1
          return Self.mayBePage(header)
        }
        records += count
        pending += reader.takeFaults().map { $0.failure(of: uri) }
        if let record {
          held = page(of: record)
        } else {
          isAtEnd = true
          if records == 0 {
            pending.append(
              InputFailure(uri: uri, stage: .read, code: "warc.empty", message: "the archive holds no records"))
          }
        }
      } catch {
        isAtEnd = true
        return .failure(error.failure(of: uri))
      }
    }
  }

  private static func mayBePage(_ header: WARCHeader) -> Bool {
    switch header.type {
    case "response": true
    case "resource", "conversion": isPage(header.contentType)
    default: false
    }
  }

  private static func isPage(_ mediaType: String?) -> Bool {
    guard let essence = mediaType?.split(separator: ";").first?.lowercased() else { return true }
    let type = essence.filter { $0 != " " }
    return ["text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", "unknown/unknown", ""]
      .contains(type)
  }

  private mutating func page(of record: consuming WARCReader.Record) -> PageInput? {
    let isResponse = record.header.type == "response"
    let response = HTTPResponse(exchange(&record.content, with: []))
    let mediaType = isResponse ? response.mediaType : record.header.contentType
    let faults = record.faults + response.faults
    // What is no page is passed over, but never what was wrong with it.
    guard (200..<300).contains(response.status), Self.isPage(mediaType), !response.body.isEmpty else {
      pending += faults.map { $0.failure(of: record.header.uri ?? uri) }
      return nil
    }
    return PageInput(
      uri: record.header.uri ?? uri, bytes: response.body, mediaType: mediaType, recordID: record.header.recordID,
      date: record.header.date, warnings: faults.map(\.warning))
  }
}
