import GangmuDates
import Testing

/// The examples of the specification stand in `Fixtures/dates/edtf.tsv`; `script/check-edtf` shows them to another validator.
@Suite("EDTF by its standard")
struct EDTFValidatorTests {
  @Test("the lowest level of each example", arguments: try Fixture.rows("dates/edtf.tsv"))
  func level(_ row: [String]) {
    let value = row.count > 1 ? row[1] : ""
    #expect(EDTFValidator.level(of: value) == Int(row[0]), "'\(value)' is of level \(row[0])")
  }

  @Test(
    "what gangmu writes is a part of it",
    arguments: [
      "1985-04-12", "201X", "20XX-04", "XXXX-12-25/XXXX-01-05", "../1985", "2012/..", "2004-06~", "XXXX-02-2X",
      "1985-XX-XX",
    ])
  func profile(_ value: String) {
    #expect(EDTFValidator.isInProfile(value) && EDTFValidator.isValid(value), "\(value)")
  }

  @Test(
    "and not all of it",
    arguments: ["0000", "2001-21", "[1667]", "Y170000002", "1985-04-12T23:20:30Z", "/1985", "1950S2"])
  func outsideProfile(_ value: String) {
    #expect(!EDTFValidator.isInProfile(value) && EDTFValidator.isValid(value), "\(value)")
  }

  @Test(
    "hostile strings are refused in bounded time", arguments: ["X", "-", "/", "[", "9", "?", ",", ".", "S", "Y", "T"])
  func hostile(piece: String) {
    #expect(!EDTFValidator.isValid(String(repeating: piece, count: 100_000)))
    #expect(!EDTFValidator.isValid("2016-" + String(repeating: piece, count: 100_000)))
  }
}
