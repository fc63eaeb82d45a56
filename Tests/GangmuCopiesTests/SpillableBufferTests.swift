import GangmuCopies
import Glibc
import TestSupport
import Testing

/// What is kept on disk, also where the disk is full.
@Suite struct SpillableBufferTests {
  /// A file system in memory, which tells at once that it cannot hold so much.
  private static let folder = "/dev/shm"

  /// The size of the file system in bytes; 0 where it is none of its own, or has no bound.
  private static var size: Int {
    var (own, root) = (stat(), stat())
    var facts = statvfs()
    guard stat(folder, &own) == 0, stat("/", &root) == 0, own.st_dev != root.st_dev, statvfs(folder, &facts) == 0 else {
      return 0
    }
    return Int(facts.f_blocks) * Int(facts.f_frsize)
  }

  private func failure(of action: () throws(CopyFailure) -> Void) -> CopyFailure? {
    do throws(CopyFailure) {
      try action()
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsSpilledStaysAndGrows() throws {
    var buffer = SpillableBuffer<UInt64>()
    try buffer.append(contentsOf: 0..<5000)
    let folder = try TemporaryFolder()
    try buffer.spill(to: folder.path)
    try buffer.append(contentsOf: 5000..<50_000)
    let isSpilled = buffer.isSpilled
    #expect(isSpilled)
    let elements = Array(buffer.elements)
    #expect(elements == Array(0..<50_000))
  }

  @Test func aFolderThatIsNotThereLeavesTheElementsInMemory() throws {
    var buffer = SpillableBuffer<UInt64>()
    try buffer.append(contentsOf: 0..<10)
    let folder = try TemporaryFolder()
    let failure = self.failure { () throws(CopyFailure) in try buffer.spill(to: folder.file("no such folder")) }
    #expect(failure == .spill(ENOENT))
    let isSpilled = buffer.isSpilled
    #expect(!isSpilled)
    let elements = Array(buffer.elements)
    #expect(elements == Array(0..<10))
  }

  @Test(.enabled(if: size > 0)) func aFullDiskIsAnErrorBeforeAnythingIsWritten() throws {
    var buffer = SpillableBuffer<UInt64>()
    try buffer.append(contentsOf: 0..<10)
    try buffer.spill(to: Self.folder)
    let tooMuch = Self.size / 8 * 2
    let failure = self.failure { () throws(CopyFailure) in try buffer.grow(to: tooMuch) }
    #expect(failure == .spill(ENOSPC))
    let before = Array(buffer.elements)
    #expect(before == Array(0..<10))
    try buffer.append(contentsOf: 10..<3000)
    let after = Array(buffer.elements)
    #expect(after == Array(0..<3000))
  }
}
