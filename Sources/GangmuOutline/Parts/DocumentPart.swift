import HanText

/// A part of an official document beside title and text, as GB/T 9704-2012 (chapter 7) names them: none of them is a section
/// or a paragraph of the text.
public struct DocumentPart: Sendable, Hashable {
  /// What a part is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// 發文字號: the line that holds the document's own number.
    case number
    /// 主送機關: whom it is addressed to, the line above the text that ends in a colon.
    case addressee
    /// 附件說明: the list of what is attached, before the sign-off.
    case attachments
    /// 發文機關署名: who signs.
    case signature
    /// 成文日期: the date of signing.
    case date
    /// 附註 and 抄送: remarks in brackets and whom copies go to, behind the sign-off.
    case note
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var span: Range<Int>

  /// Makes a part.
  public init(kind: Kind, span: Range<Int>) {
    self.kind = kind
    self.span = span
  }
}
