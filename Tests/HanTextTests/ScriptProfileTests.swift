import HanText
import Testing

@Suite("Script profile")
struct ScriptProfileTests {
  @Test(
    "labels a text by the characters that only one script uses",
    arguments: [
      ("開展網絡安全宣傳活動", .hant), ("开展网络安全宣传活动", .hans), ("", .hans), ("一二三。", .hans),
      ("開展網絡安全宣傳活動,组织学生参加竞赛", .mixed), ("乾隆年間于氏", .hant),
    ] as [(String, ScriptProfile.Label)])
  func labels(text: String, label: ScriptProfile.Label) {
    #expect(ScriptProfile(of: FoldedText(text)).label == label, "\(text)")
  }

  @Test("counts no character that both scripts use, and none for its width or case")
  func counts() {
    let profile = ScriptProfile(of: FoldedText("後來(後)来后面干部乾部Ａ，"))
    #expect(profile.traditional == 3)
    #expect(profile.simplified == 1)
  }
}
