import GangmuFields
import Testing

/// What is handed in by a day is read from the sentence that states the day.
@Suite("Sentences with a deadline")
struct DeadlineSentenceTests {
  private static let colleges = "各学院于2016年9月26日前将活动总结报送到学工处"
  private static let classes = "各班于2016年9月28日前将照片报送到团委"

  @Test(
    "Each sentence is read once",
    arguments: [
      (colleges + "。", ["responsible 各学院: 活动总结"]),
      // A sentence ends at its mark, the next one begins behind it.
      (colleges + "。" + classes + "。", ["responsible 各学院: 活动总结", "responsible 各班: 照片"]),
      (colleges + ";" + classes + "。", ["responsible 各学院: 活动总结", "responsible 各班: 照片"]),
      (colleges + "!\n" + classes, ["responsible 各学院: 活动总结", "responsible 各班: 照片"]),
      // Behind a marker.
      ("一、" + colleges + "。", ["responsible 各学院: 活动总结"]),
      ("一、报送\n(一)" + colleges + "。(二)" + classes + "。", ["responsible 各学院: 活动总结", "responsible 各班: 照片"]),
      // Two days in one sentence.
      (colleges + ",9月30日前补报。", ["responsible 各学院: 活动总结"]),
      // A mark inside a bracket ends nothing.
      ("各学院于2016年9月26日前(过时不候。)将活动总结报送到学工处。", ["responsible 各学院: 活动总结"]),
      // Every year by a day.
      ("各学院于每年9月26日前将活动总结报送到学工处。", ["responsible 各学院: 活动总结"]),
      // No deadline, no sentence.
      ("各学院于2016年9月26日将活动总结报送到学工处。", []),
    ])
  func sentences(lines: String, entries: [String]) {
    let reading = Reading("活动方案\n" + lines)
    let handIns = zip(reading.fields.responsibilities, reading.responsibilities).filter { $0.0.rule == "prose.hand_in" }
    #expect(handIns.map(\.1) == entries, "\(lines)")
  }

  @Test("A sentence reaches a limited way around its date")
  func limits() {
    let far = String(repeating: "水", count: 400)
    let reading = Reading("活动方案\n各学院" + far + "于2016年9月26日前将活动总结" + far + "报送到学工处。")
    #expect(!reading.responsibilities.contains { $0.hasPrefix("responsible 各学院") })
  }
}
