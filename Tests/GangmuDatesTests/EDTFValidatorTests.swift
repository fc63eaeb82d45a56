import GangmuDates
import Testing

@Suite("EDTF in the profile that is written")
struct EDTFValidatorTests {
  @Test(
    "valid",
    arguments: [
      "1985-04-12", "1985-04", "1985", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005", "201X", "20XX",
      "2004-XX",
      "1985-04-XX", "1985-XX-XX", "../1985-04-12", "1985-04-12/..", "../1985", "2004-06~", "XXXX-12-25/XXXX-01-05",
      "156X-12-25",
      "XXXX-12-XX", "1984-1X", "2000-02-29", "XXXX-02-2X",
    ])
  func valid(_ value: String) { #expect(EDTFValidator.isValid(value), "\(value)") }

  @Test(
    "invalid",
    arguments: [
      "", "..", "../..", "/", "85-04-12", "1985-4-12", "1985-13", "1985-02-30", "2019-02-29", "0000",
      "1985-04-12/1985-04-11",
      "2005/2004", "1985-04-31", "1985-00", "1985-04-00", "20xx", "1985/04/12", "1985-04-12-01", "XXXX-4X",
      "2004-3X-01",
    ])
  func invalid(_ value: String) { #expect(!EDTFValidator.isValid(value), "\(value)") }
}
