import Testing

@Suite("gangmu normalize")
struct NormalizeCommandTests {
  @Test("reconciles, converts one way and repairs, line for line")
  func lines() throws {
    let text = "系統已經升級,软件里的系统\n請做好准備\n"
    #expect(try Program("normalize", "--to", "hant", "-", input: text).output == "系統已經升級,軟件裡的系統\n請做好准備\n")
    #expect(try Program("normalize", "--to", "hant", "--repair", "-", input: text).output.hasSuffix("\n請做好準備\n"))
    #expect(try Program("normalize", "--config", "s2twp", "-", input: "软件里的头发").output == "軟體裡的頭髮")
  }

  @Test("reports pairs with their count and first place instead of the text")
  func report() throws {
    let run = try Program("normalize", "--to", "hant", "--repair", "--report", "-", input: "做好準備\n我們做好准備\n他們也做好准備")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("准"), "\(run.output)")
    #expect(!run.output.contains("我們"), "\(run.output)")
  }

  @Test("hands on bytes that are no UTF-8 where they stood, with a notice")
  func invalidBytes() throws {
    let text = #"printf '\xe5\xa4\xb4\xff\xe5\x8f\x91\n'"#
    for option in ["--to hant", "--config s2t"] {
      let run = try Program(bash: "\(text) | gangmu normalize \(option) - | od -An -tx1")
      #expect(run.output.contains("ff"), "\(option): \(run.output)")
      #expect(run.errors.contains("UTF-8"), "\(option): \(run.errors)")
    }
  }

  @Test("ends in silence where the reader goes away, and tells of a full disk as the other verbs do")
  func unwritable() throws {
    for count in [1, 100_000] {
      let left = try Program(
        bash: """
          text=$(for number in $(seq \(count)); do echo 软件里的系统; done)
          { trap '' PIPE; sleep 0.3; echo "$text" 2>/dev/null || true; } | gangmu normalize --to hant - | true
          """)
      #expect(left.errors == "" && left.exitCode == 0, "\(count): \(left.errors)")
    }
    let full = try Program(bash: "echo 软件 | gangmu normalize --to hant - > /dev/full")
    #expect(
      full.exitCode == 1 && full.errors == "gangmu: cannot write the output: No space left on device\n",
      "\(full.errors)")
  }

  @Test("names every conversion in its help")
  func help() throws {
    let text = try Program("normalize", "--help").output
    for name in ["s2hkp", "hk2sp", "tw2sp"] { #expect(text.contains(name), "\(text)") }
  }

  /// The line is longer than all the memory that the program may have.
  @Test(
    "reads a line of any length with bounded memory",
    arguments: ["--config s2twp", "--config tw2sp", "--to hant --repair", "--to hans"])
  func longLine(option: String) throws {
    let unit = "软件里的系统,後面有頭髮，"
    let count = 4_000_000
    let run = try Program(
      bash: """
        { yes '\(unit)' | tr -d '\\n' | head -c \(count * 40) || true; } \
          | (ulimit -v 150000; gangmu normalize \(option) -) | wc -c
        """)
    #expect(run.exitCode == 0, "\(option): \(run.errors)")
    let bytes = run.output.split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) }
    #expect((bytes ?? 0) >= count * 40 - 64, "\(option): \(run.output)")
  }
}
