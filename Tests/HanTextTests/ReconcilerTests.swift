import HanText
import Testing

@Suite("Reconciliation")
struct ReconcilerTests {
  @Test(
    "brings a mixed line to Traditional without converting twice",
    arguments: [
      ("系統已經升級,软件里的系统", "系統已經升級,軟件裡的系統"), ("於先生是設備科長", "於先生是設備科長"), ("开展活动,联系干部", "開展活動,聯繫幹部"),
      ("設備齊全", "設備齊全"), ("著名的著作", "著名的著作"), ("", ""),
    ])
  func toTraditional(line: String, expected: String) {
    var reconciler = Reconciler(to: .hant)
    #expect(reconciler.reconcile(line: line) == expected, "\(line)")
  }

  @Test("keeps the page's own forms")
  func pageForms() {
    var reconciler = Reconciler(to: .hant, sample: FoldedText("這裏那裏,為此"))
    #expect(reconciler.reconcile(line: "心里为难") == "心裏為難")
  }

  @Test("gives Taiwan's vocabulary to Simplified lines alone")
  func vocabulary() {
    var reconciler = Reconciler(to: .twp)
    #expect(reconciler.reconcile(line: "网络软件") == "網路軟體")
    #expect(reconciler.reconcile(line: "設備和軟件") == "設備和軟件")
  }

  @Test("brings Traditional lines to Simplified and leaves the others")
  func toSimplified() {
    var reconciler = Reconciler(to: .hans)
    #expect(reconciler.reconcile(line: "寫著軟體裡的字") == "写着软体里的字")
    #expect(reconciler.reconcile(line: "乾隆爱干净") == "乾隆爱干净")
  }

  @Test("repairs where asked")
  func repairs() {
    var (plain, repairing) = (Reconciler(to: .hant), Reconciler(to: .hant, repairs: true))
    #expect(plain.reconcile(line: "做好准備工作") == "做好准備工作")
    #expect(repairing.reconcile(line: "做好准備工作") == "做好準備工作")
  }

  @Test("gives the same output however the text is cut, line for line", arguments: [1, 5, 4096])
  func pieces(size: Int) {
    let text = Array((String(repeating: "系統升級,软件里的系统\n\n开展活动\r\n", count: 40) + "末行").utf8) + [0xFF]
    func reconcile(_ size: Int) -> [UInt8] {
      var stream = ReconciliationStream(to: .hant)
      var output: [UInt8] = []
      for start in stride(from: 0, to: text.count, by: size) {
        stream.write(Array(text[start..<min(start + size, text.count)]), into: &output)
      }
      stream.finish(into: &output)
      #expect(stream.invalid.count == 1)
      return output
    }
    let whole = reconcile(text.count)
    #expect(reconcile(size) == whole)
    #expect(whole.filter { $0 == 0x0A }.count == text.filter { $0 == 0x0A }.count)
    #expect(whole.last == 0xFF)
  }

  @Test("reads a line of megabytes in bounded parts and loses nothing")
  func longLine() {
    let text = Array(String(repeating: "软件里的系统,後面", count: 40_000).utf8)
    var stream = ReconciliationStream(to: .hant)
    var output: [UInt8] = []
    stream.write(text, into: &output)
    stream.finish(into: &output)
    #expect(output.count == text.count)
    #expect(output.elementsEqual(String(repeating: "軟件裡的系統,後面", count: 40_000).utf8))
  }

  @Test("counts what was changed, with its first place")
  func changes() {
    var stream = ReconciliationStream(to: .hant, repairs: true, notesChanges: true)
    var output: [UInt8] = []
    stream.write(Array("第一行\n我們做好准備\n他們也做好准備\n".utf8), into: &output)
    stream.finish(into: &output)
    let tally = stream.changes.first { $0.key.original == "准" && $0.key.reason == "misconversion" }?.value
    #expect(tally?.count == 2)
    #expect(tally?.line == 2)
    #expect(tally?.column == 5)
  }
}

@Suite("Regional vocabulary")
struct RegionalVocabularyTests {
  @Test("tells whose words a text uses, in either script")
  func regions() {
    let taiwan = RegionalVocabulary(of: FoldedText("伺服器和軟體、網路上的資訊"))
    #expect(taiwan.region == .taiwan)
    #expect(taiwan.words.map(\.text) == ["伺服器", "軟體", "網路", "資訊"])
    #expect(RegionalVocabulary(of: FoldedText("服务器和软件、网络上的信息")).region == .mainland)
    #expect(RegionalVocabulary(of: FoldedText("今天天氣很好")).region == nil)
  }

  @Test("profiles each line")
  func lines() {
    let lines = ScriptProfile.lines(of: FoldedText("開展活動\n\n开展活动"))
    #expect(lines.map(\.profile.label) == [.hant, .hans])
    #expect(lines.map(\.span) == [0..<4, 6..<10])
  }
}
