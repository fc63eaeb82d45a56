import GangmuOutline

/// The markers of sections and the labels with actors of a document, which part sentences: the nearest that is ahead.
struct SentenceBoundaries {
  /// Where the nearest begins; beyond all text where none is left.
  private(set) var nearest = 0
  /// The section whose marker comes next, and where that begins.
  private var section = (index: -1, start: -1)
  /// The label with an actor that comes next, and where it begins.
  private var label = (index: -1, start: -1)

  /// Begins before the first of a document.
  init(in context: DocumentContext) {
    find(from: 0, in: context)
  }

  /// Goes on to the nearest one that begins at an offset or after it.
  @inline(__always)
  mutating func pass(to next: Int, in context: DocumentContext) {
    if nearest < next { find(from: next, in: context) }
  }

  /// Goes on behind the nearest one. Gives where it ends and the text goes on.
  mutating func passNearest(in context: DocumentContext) -> Int {
    let end: Int
    if section.start == nearest {
      end = context.document.sections[section.index].marker.upperBound
      goToNextSection(in: context)
    } else {
      end = max(nearest + 1, context.labels[label.index].value.upperBound)
    }
    find(from: end, in: context)
    return end
  }

  private mutating func goToNextSection(in context: DocumentContext) {
    section.index += 1
    let sections = context.document.sections
    section.start = section.index < sections.count ? sections[section.index].marker.lowerBound : Int.max
  }

  private mutating func find(from next: Int, in context: DocumentContext) {
    while section.start < next { goToNextSection(in: context) }
    while label.start < next {
      label.index += 1
      guard label.index < context.labels.count else {
        label.start = Int.max
        break
      }
      if context.labels[label.index].role != nil { label.start = context.labels[label.index].label.lowerBound }
    }
    nearest = min(section.start, label.start)
  }
}
