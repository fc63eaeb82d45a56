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
        let record = try reader.next { header, http in
          count += 1
          return Self.isPage(header, http)
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

  private static func isPage(_ header: WARCHeader, _ http: HTTPHeader?) -> Bool {
    switch header.kind {
    case .response: (200..<300).contains(http?.status ?? 200) && isPage(http?.mediaType)
    case .resource, .conversion: isPage(header.contentType)
    case .other: false
    }
  }

  private static func isPage(_ mediaType: String?) -> Bool {
    guard let essence = mediaType?.split(separator: ";").first?.lowercased() else { return true }
    let type = essence.filter { $0 != " " }
    return ["text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", "unknown/unknown", ""]
      .contains(type)
  }

  private mutating func page(of record: consuming WARCReader.Record) -> PageInput? {
    let mediaType = record.header.kind == .response ? record.http?.mediaType : record.header.contentType
    let response = HTTPResponse(record.http, body: exchange(&record.content, with: []))
    let faults = record.faults + response.faults
    // What is empty is passed over, but never what was wrong with it.
    guard !response.body.isEmpty else {
      pending += faults.map { $0.failure(of: record.header.uri ?? uri) }
      return nil
    }
    return PageInput(
      uri: record.header.uri ?? uri, bytes: response.body, mediaType: mediaType, recordID: record.header.recordID,
      date: record.header.date, warnings: faults.map(\.warning))
  }
}
