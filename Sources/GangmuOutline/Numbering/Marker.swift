import HanText

/// A numbering marker that was read at a place: `一、`, `(1)。`, `第三條`, `1.2`.
struct Marker: Sendable {
  /// What makes two markers members of one series: their family and, for 1.2.3, the numbers before the last.
  struct Series: Hashable, Sendable {
    /// The index of the family in `NumberingFamily.all`.
    var family: Int
    var prefix: NumberPath
  }

  /// The marker with its punctuation.
  var span: Range<Int>
  /// The series that it may belong to.
  var series: Series
  /// Its place in the series.
  var ordinal: Int
  /// Where the text after the marker and its spaces begins.
  var textStart: Int
  /// What its family is like.
  var traits: NumberingFamily.Traits
}
