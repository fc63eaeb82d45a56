import HanText

/// One document of a page: its cleaned text, its title and its outline.
public struct OutlinedDocument: Sendable {
  /// The page's own item mark (`❶`), or nil.
  public var label: String?
  /// The cleaned text in blocks, the title first where there is one. Offsets of everything else refer to it.
  public var content: BlockText
  /// The title line, or nil.
  public var title: Range<Int>?
  /// The numbered parts, flat, in reading order: a section comes before its children.
  public var sections: [Section]
  /// The lines without a number that begin with a label, in reading order.
  public var labels: [LabelledBlock]
  /// Number, addressee, attachments, sign-off and notes, in reading order.
  public var parts: [DocumentPart]
  /// What was set aside around and inside this document.
  public var noise: [Noise]
  /// What its reader should know about the outline.
  public var warnings: [TextWarning]

  /// The cleaned text.
  public var text: FoldedText { content.text }

  /// Makes a document.
  public init(
    label: String?, content: BlockText, title: Range<Int>?, sections: [Section], labels: [LabelledBlock] = [],
    parts: [DocumentPart] = [], noise: [Noise], warnings: [TextWarning]
  ) {
    self.label = label
    self.content = content
    self.title = title
    self.sections = sections
    self.labels = labels
    self.parts = parts
    self.noise = noise
    self.warnings = warnings
  }

  /// The innermost section that holds an offset, or nil where the offset stands before the first one.
  public func section(at offset: Int) -> Section? {
    sectionID(at: offset).map { sections[$0] }
  }

  /// The id of that section.
  public func sectionID(at offset: Int) -> Int? {
    sections.innermost(at: offset)
  }
}

extension [Section] {
  /// The index of the innermost section of an outline that holds an offset, or nil where it stands before the first one.
  func innermost(at offset: Int) -> Int? {
    // Sections are ordered by their start, so the last one that starts at or before `offset` is the innermost or inside it.
    let next = partitioningIndex { $0.span.lowerBound > offset }
    var candidate: Int? = next > 0 ? next - 1 : nil
    while let id = candidate {
      if self[id].span.contains(offset) { return id }
      candidate = self[id].parent
    }
    return nil
  }
}

/// Text of a page that was set aside, with the rule that did it. Nothing is thrown away unseen.
public struct Noise: Sendable, Hashable {
  /// The id of the rule, such as `noise.related_links`.
  public var rule: String
  /// The lines as they stood.
  public var text: String
  /// Where they stood: the scalar offset in the document's text before which they were taken out.
  public var offset: Int

  /// Makes a piece of noise.
  public init(rule: String, text: String, offset: Int) {
    self.rule = rule
    self.text = text
    self.offset = offset
  }
}
