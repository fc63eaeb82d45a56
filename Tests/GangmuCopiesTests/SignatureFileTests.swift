import GangmuCopies
import Testing

@Suite struct SignatureFileTests {
  private let signatures = (1...3).map { TextSignature(of: PlanText.content(PlanText.text(seed: $0))) }

  private var file: [UInt8] {
    signatures.enumerated().reduce(into: SignatureFile.header(shingleLength: 3)) {
      $0 += SignatureFile.record(id: Array("\"\($1.offset)\"".utf8), $1.element)
    }
  }

  private func read(_ file: [UInt8]) throws(SignatureFile.Failure) -> [TextSignature] {
    var result: [TextSignature] = []
    try SignatureFile.read(file) { result.append($1) }
    return result
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try read(file) == signatures)
    let empty = TextSignature(of: PlanText.content(""))
    #expect(try read(SignatureFile.header(shingleLength: 3) + SignatureFile.record(id: [0x31], empty)) == [empty])
  }

  @Test func damageIsNamed() {
    let file = file
    #expect(throws: SignatureFile.Failure.noSignatures) { try read(Array("{}".utf8)) }
    #expect(throws: SignatureFile.Failure.damaged(record: 3)) { try read(file.dropLast()) }
    var changed = file
    changed[SignatureFile.headerSize + 100] ^= 1
    #expect(throws: SignatureFile.Failure.damaged(record: 1)) { try read(changed) }
    var other = file
    other[16] = 9
    #expect(throws: SignatureFile.Failure.otherVersion(9)) { try read(other) }
  }

  @Test func anyCutAndAnyByteIsHandled() {
    let file = file
    for cut in stride(from: 0, to: file.count, by: 37) { _ = try? read(Array(file[..<cut])) }
    for offset in stride(from: 0, to: file.count, by: 11) {
      var changed = file
      changed[offset] = 0xFF
      _ = try? read(changed)
    }
  }
}
