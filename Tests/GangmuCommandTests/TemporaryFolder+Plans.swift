import TestSupport

extension TemporaryFolder {
  static let planCount = 600

  /// Writes so many pages, every hundredth of which is empty, and gives the path of their folder.
  func writePlans() throws -> String {
    for number in 0..<Self.planCount {
      let isBad = number % 100 == 57
      let place = number.isMultiple(of: 2) ? "東港" : "东港"
      let page = """
        \(place)第\(number)小學讀書節活動方案
        一、活動主題
        好書伴我成長
        二、活動時間
        2023年\(1 + number % 12)月\(1 + number % 28)日至12月30日
        三、任務分工
        主辦單位:第\(number)教務處

        """
      try write(isBad ? "" : page, to: "pages/\(1000 + number).txt")
    }
    return file("pages")
  }

  /// The arguments of a run over them into a folder.
  func parse(_ name: String, _ more: String...) -> [String] {
    ["parse", "--quiet", "-o", file(name), "--compress", "gz", "--shard-size", "100K"] + more + [file("pages")]
  }
}
