/// The bounds of what is read as one page.
enum PageLimit {
  /// No page is that long: a longer file is a mistake (a disk image, a corpus in one file) and would fill the memory.
  static let bytes = 1 << 30
}
