import CMalloc

/// How the process deals with memory that it frees.
public enum MemoryPolicy {
  /// Keeps what was freed for the next page, for programs that read many.
  ///
  /// glibc gives pieces of the size of a page back to the system and asks for them again, and the system clears them anew:
  /// that took half of the time of reading a WARC file.
  public static func keepFreedMemory() {
    mallopt(M_MMAP_THRESHOLD, 1 << 26)
    mallopt(M_TRIM_THRESHOLD, 1 << 27)
  }
}
