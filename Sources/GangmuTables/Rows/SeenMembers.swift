import GangmuCorpus

/// Which members of an object were read: a key that is repeated would give the row, or its lists, twice.
struct SeenMembers {
  private var bits: UInt64 = 0

  /// Notes a member of a plan by its index, of which none has more than 64.
  mutating func insert(_ index: Int, _ member: RowPlan.Member, at offset: Int) throws(JSONFailure) {
    let bit = UInt64(1) << UInt64(index)
    guard bits & bit == 0 else {
      throw JSONFailure(reason: "`\(member.name.string)` is repeated", offset: offset)
    }
    bits |= bit
  }
}
