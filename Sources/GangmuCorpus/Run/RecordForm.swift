import Gangmu
import HanText

/// What goes into the records of a run beside what is always there.
public struct RecordForm: Sendable, Hashable {
  /// Whether what was set aside of a page (navigation, comments) is listed in `noise`.
  public var keepsPageNoise = false
  /// Whether records say where their text stood in the page.
  public var mapsSource = false
  /// The script to which title, text, headings and themes are brought in `normalized`, if any.
  public var normalization: Reconciler.Target?

  /// Makes the form of plain records.
  public init() {}

  /// The record of a document.
  public func record(of document: ParsedDocument) -> Record {
    var record = Record(document, keepsPageNoise: keepsPageNoise, mapsSource: mapsSource)
    if let normalization { record.normalize(to: normalization) }
    return record
  }
}
