import TestSupport
import Testing

@Suite struct ClassifyCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var lines = ""
    for number in 0..<40 {
      lines += #"{"id":\#(number),"text":"第\#(number)場比賽女排奪冠","class":"sports"}"# + "\n"
      lines += #"{"id":"b\#(number)","text":"央行第\#(number)次調整利率","class":"finance"}"# + "\n"
    }
    try folder.write(lines, to: "train.jsonl")
  }

  private func train() throws {
    let run = try Program(
      "classify", "train", folder.file("train.jsonl"), "--label", "class", "-o", folder.file("model"))
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test func `a model is trained, applied and measured`() throws {
    try train()
    let input = #"{"id":"x","text":"女排3比0获胜"}"# + "\n" + #"{"text":"银行下调利率"}"# + "\n"
    let applied = try Program(["classify", "apply", folder.file("model"), "-"], input: input)
    let lines = applied.output.split(separator: "\n")
    #expect(lines.count == 2, "\(applied.errors)")
    #expect(lines.first?.hasPrefix(#"{"id":"x","label":"sports","probability":"#) == true, "\(applied.output)")
    #expect(lines.last?.hasPrefix(#"{"label":"finance","#) == true, "\(applied.output)")
    let unseen = #"{"text":"明日有雨","class":"weather"}"# + "\n"
    let measured = try Program(["classify", "evaluate", folder.file("model"), "--label", "class", "-"], input: unseen)
    #expect(measured.output.contains("weather (never seen)\t0.0000\t0.0000\t0.0000\t1"), "\(measured.output)")
    #expect(measured.exitCode == 0)
  }

  @Test func `a model that cannot be used is named with the reason`() throws {
    try train()
    var model = try folder.bytes("model")
    model[16] = 1
    try folder.write(model, to: "old")
    model[16] = 2
    try folder.write(model.dropLast(), to: "cut")
    for (name, reason) in [
      ("old", "a model of version 1"), ("cut", "the model is damaged"), ("train.jsonl", "not a model of gangmu"),
      ("none", "no such file"),
    ] {
      let run = try Program(["classify", "apply", folder.file(name), "-"], input: #"{"text":"a"}"#)
      #expect(run.exitCode == 1)
      #expect(run.errors.contains(reason), "\(name): \(run.errors)")
      #expect(run.output == "")
    }
    let parsed = try Program(["parse", "--kind-model", folder.file("model"), "-"], input: "讀書節\n")
    #expect(parsed.exitCode == 1)
  }

  @Test func `a damaged file of signatures gives what is right before the damage`() throws {
    let signed = try Program(
      bash: """
        cd '\(folder.path)'
        gangmu signatures --binary train.jsonl > signatures && gangmu signatures --read signatures | wc -l
        """)
    #expect(signed.output.contains("80"), "\(signed.errors)")
    var bytes = try folder.bytes("signatures")
    bytes[bytes.count - 20] ^= 1
    try folder.write(bytes, to: "damaged")
    let read = try Program("signatures", "--read", folder.file("damaged"))
    #expect(read.exitCode == 1)
    #expect(read.output.split(separator: "\n").count == 79)
    #expect(read.errors.contains("record 80 ends too early or was changed"), "\(read.errors)")
  }

  @Test func `features are rows that other tools read`() throws {
    let run = try Program("features", "--label", "class", folder.file("train.jsonl"))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 80)
    #expect(lines.first?.hasPrefix("0 ") == true && lines.first?.hasSuffix(" # sports") == true, "\(lines.first ?? "")")
  }
}
