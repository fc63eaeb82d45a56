import HanText

/// Reads a text file: each line that is not blank is a paragraph.
///
/// Line ends are `\n`, `\r\n`, `\r`, U+0085, U+2028 and U+2029, as the Unicode standard lists them (section 5.8), and the
/// soft return U+000B and form feed, which do not count as lines.
enum PlainTextReader {
  /// Reads a text.
  ///
  /// - Parameter holdsControls: Whether controls other than tabs and line ends may stand there.
  static func read(_ utf8: [UInt8], holdsControls: Bool) -> (content: BlockText, dropped: [DroppedScalars]) {
    var writer = BlockWriter(capacity: utf8.count)
    utf8.withUnsafeBufferPointer { bytes in
      if SpecialScalar.mayStand(in: bytes, orControls: holdsControls) {
        writer.appendLines(bytes, isTextFile: true)
      } else {
        writer.appendClean(bytes, isTextFile: true)
      }
    }
    let dropped = writer.dropped
    return (writer.finish(), dropped)
  }
}
