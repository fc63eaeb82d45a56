import GangmuOutline
import HanText
import TestSupport
import Testing

@Suite("Hard-wrapped lines")
struct HardWrapTests {
  private let paragraphs = [
    "某某中学网络安全宣传周活动方案",
    "一、活动背景",
    "为了进一步增强我校师生的网络安全意识,提高网络安全防护技能,营造安全健康文明和谐的网络环境,按照上级部门文件要求,我校决定在全校范围内开展网络安全宣传周活动,全程3.5公里的健步走由各班自行组织,12个点位均有老师值守,请大家积极参加。",
    "二、活动安排",
    "(一)召开一次主题班会,各班要紧密结合学生不良的上网习惯,选择发生在学生身边的典型案例,组织和引导学生进行深入讨论,教育学生从自身做起,遵守网络安全准则。",
    "(二)组织一次知识竞赛,通过网络答题的方式普及网络安全知识,激发学生学习网络安全知识的兴趣,提升网络安全防护技能,答题情况计入班级考核。",
    "(三)出一期黑板报,学校将组织人员对各班黑板报进行评比,并为优秀班级颁发证书,评比结果在校园网上公布。",
  ]

  @Test("lines set to a width are paragraphs again", arguments: [20, 28, 35])
  func joins(width: Int) {
    let wrapped = paragraphs.flatMap { paragraph in
      stride(from: 0, to: paragraph.count, by: width).map { String(paragraph.dropFirst($0).prefix(width)) }
    }
    let document = documents(wrapped.joined(separator: "\n"))[0]
    #expect(document.text.string(0..<document.text.count) == paragraphs.map { $0 + "\n" }.joined())
    #expect(document.tree.split(separator: "\n").count == 5, "\(document.tree)")
  }

  @Test("a line that begins with a closing mark goes on with the line before it")
  func closingMark() {
    let document = documents("活动方案\n为了增强意识\n，制定本方案\n。\n一、目的")[0]
    #expect(document.text.string(0..<document.text.count) == "活动方案\n为了增强意识，制定本方案。\n一、目的\n")
  }

  @Test(
    "verse, rosters and addresses stay as they are",
    arguments: [
      NamedText("verse", (0..<12).map { _ in "春眠不觉晓,处处闻啼鸟。夜来风雨声,花落知多少。" }.joined(separator: "\n")),
      NamedText("winners", (10..<22).map { "张\($0) 某某市第\($0)高级中学二年级三班 一等奖" }.joined(separator: "\n")),
      NamedText("titles", (1..<9).map { "\($0)、关于进一步加强学校安全管理工作的通知" }.joined(separator: "\n")),
      NamedText("headlines", (0..<10).map { _ in "某某市召开全市教育系统安全生产工作会议" }.joined(separator: "\n")),
      NamedText("a roster", (0..<12).map { "张\($0) 某某市第\($0)中学" }.joined(separator: "\n")),
      NamedText("growing lines", (0..<12).map { String(repeating: "各班", count: $0 + 8) }.joined(separator: "\n")),
    ])
  func stays(lines: NamedText) {
    let page = "名单\n" + lines.text
    #expect(documents(page)[0].content.blocks.count == BlockText(lines: page).blocks.count)
  }
}
