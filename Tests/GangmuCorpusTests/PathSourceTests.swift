import Gangmu
import GangmuCorpus
import Glibc
import TestSupport
import Testing

@Suite struct PathSourceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What a source gives, as `NAME=TEXT` or `NAME!CODE`, names relative to the test's folder.
  private func contents(_ names: String...) -> [String] {
    PathSource(names.map { $0.isEmpty ? folder.path : "\(folder.path)/\($0)" }).map { result in
      switch result {
      case .success(let page): "\(relative(page.uri))=\(String(decoding: page.bytes, as: UTF8.self))"
      case .failure(let failure): "\(relative(failure.uri))!\(failure.code)"
      }
    }
  }

  private func relative(_ uri: String) -> String {
    uri.hasPrefix(folder.path + "/") ? String(uri.dropFirst(folder.path.count + 1)) : uri
  }

  @Test func `files come in the order given`() throws {
    try folder.write("1", to: "b.txt")
    try folder.write("2", to: "a.txt")
    #expect(contents("b.txt", "a.txt", "b.txt") == ["b.txt=1", "a.txt=2", "b.txt=1"])
  }

  @Test func `a folder is read with its folders in the order of the bytes of the names`() throws {
    for name in ["一.txt", "a10", "a2", "B", "m/z", "m/a", "m/n/x", "é", ".hidden", ".git/config", "m/.x"] {
      try folder.write("", to: name)
    }
    #expect(contents("") == ["B=", "a10=", "a2=", "m/a=", "m/n/x=", "m/z=", "é=", "一.txt="])
    #expect(contents("m/") == ["m/a=", "m/n/x=", "m/z="])
  }

  @Test func `what is missing is named and the others are read`() throws {
    try folder.write("1", to: "a")
    #expect(contents("none", "a", "a/b") == ["none!input.missing", "a=1", "a/b!input.missing"])
  }

  @Test func `an empty folder gives nothing, an empty file an empty page`() throws {
    #expect(contents("") == [])
    try folder.write("", to: "e")
    #expect(contents("") == ["e="])
  }

  @Test func `links are followed but never round and round`() throws {
    try folder.write("1", to: "d/a")
    try folder.link("d/back", to: "..")
    try folder.link("d/self", to: "self")
    try folder.link("e", to: "d")
    try folder.link("f", to: "d/a")
    try folder.link("g", to: "nowhere")
    #expect(
      contents("") == ["d/a=1", "d/back!input.loop", "d/self!input.loop", "f=1", "g!input.missing"])
    #expect(
      contents("e") == [
        "e/a=1", "e/back/d!input.loop", "e/back/e!input.loop", "e/back/f=1", "e/back/g!input.missing",
        "e/self!input.loop",
      ])
  }

  @Test func `a FIFO and a device are not waited for`() throws {
    try folder.write("1", to: "z")
    #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
    #expect(contents("") == ["fifo!input.special", "z=1"])
    #expect(PathSource(["/dev/zero"]).map { $0.isFailure } == [true])
  }

  @Test func `a folder that may not be read is named and the others are read`() throws {
    try folder.write("1", to: "a")
    try folder.write("2", to: "locked/b")
    try folder.write("3", to: "z")
    #expect(chmod(folder.file("locked"), 0) == 0)
    defer { chmod(folder.file("locked"), 0o700) }
    asOrdinaryUser {
      #expect(contents("") == ["a=1", "locked!input.permission", "z=3"])
    }
  }

  @Test func `a file of more than one GiB is refused before it fills the memory`() throws {
    try folder.write("", to: "huge")
    #expect(truncate(folder.file("huge"), 3 << 30) == 0)
    #expect(contents("huge") == ["huge!input.too_large"])
  }

  @Test func `a name that is no UTF-8 can be read`() throws {
    var path = Array(folder.file("a").utf8CString.dropLast())
    path += [CChar(bitPattern: 0xFF), 0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(contents("") == ["a\u{FFFD}="])
  }

  @Test func `a long page is read whole`() throws {
    let text = String(repeating: "活動方案", count: 500_000)
    try folder.write(text, to: "long")
    #expect(contents("long") == ["long=" + text])
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
