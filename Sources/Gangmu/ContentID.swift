import HanText

/// The stable id of a document's content.
///
/// It is the first 16 hexadecimal digits of the SHA-256 of the text's content (`FoldedText.forEachContentPiece`), as UTF-16LE.
/// So it is one id for copies that differ only in script, in width, in the case of letters, in the kind of dash or in
/// layout. What conversions between scripts exchange character for character makes no difference, whichever way and to
/// whichever regional standard; a converter's vocabulary (软件 to 軟體) does, since other words are another text. Characters
/// beyond U+FFFF (emoji, rare Han) fold to one sentinel, so texts that differ only there share an id.
enum ContentID {
  static func id(of text: FoldedText) -> String {
    var hash = SHA256()
    text.forEachContentPiece { units in hash.update(UnsafeRawBufferPointer(units)) }
    return hash.hexDigest(bytes: 8)
  }
}
