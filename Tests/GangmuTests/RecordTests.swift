import Foundation
import Gangmu
import HanText
import Testing

@Suite struct RecordTests {
  @Test func `a record is written as it was read`() throws {
    let record = try Record.full()
    #expect(String(decoding: record.json(.pretty), as: UTF8.self) == fullRecord)
    #expect(record.responsibilities.map(\.role) == [.coOrganizer, .lead])
    #expect(record.dates.map(\.span) == [12..<18])
  }

  @Test func `a record on one line says the same`() throws {
    let record = try Record.full()
    let line = record.json()
    #expect(!line.contains(UInt8(ascii: "\n")))
    #expect(try JSONDecoder().decode(Record.self, from: Data(line)) == record)
  }

  @Test func `a normalised record has its words in one script beside the grounded ones`() throws {
    var record = try Record.full()
    let text = record.text
    record.normalize(to: .hans)
    #expect(record.text == text)
    #expect(record.normalized?.text == Converter(.tw2s).convert(text))
    #expect(record.normalized?.headings.count == record.sections.count)
  }
}
