import Foundation
import LinchpinCore
import LinchpinReading
import Testing

@Suite("Files of any shape")
struct FileTests {
  private let record = "{\"domain\":\"a.nl\",\"mx\":[]}\n"

  @Test("A byte order mark changes nothing")
  func byteOrderMark() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try Sample.read(bytes: [bytes + Array(record.utf8)]).domainNames == ["a.nl"])
    let list = bytes + Array("id,name,domains\n1,One,a.nl\n".utf8)
    #expect(try Sample.read(bytes: [list]).organisation("1")?.name == "One")
  }

  @Test("Gzip is unpacked, several members one after the other")
  func gzip() throws {
    let packed =
      Sample.gzip(Array(record.utf8)) + Sample.gzip(Array("{\"domain\":\"b.nl\"}\n".utf8))
    let snapshot = try Sample.read(bytes: [packed])
    #expect(snapshot.domainNames == ["a.nl", "b.nl"])
    #expect(snapshot.findings.count == 0)
  }

  @Test("Of a truncated gzip file the whole records are used, and a finding says so")
  func truncatedGzip() throws {
    let lines = (0..<2_000).map { "{\"domain\":\"d\($0).nl\",\"mx\":[\"mx\($0 * 7919).nl\"]}\n" }
    let packed = Sample.gzip(Array(lines.joined().utf8))
    let snapshot = try Sample.read(bytes: [Array(packed.prefix(packed.count / 2))])
    #expect(snapshot.findings.kept.contains { $0.code == .truncated && $0.line == 0 })
    #expect(snapshot.domainCount > 100)
    #expect(snapshot.domainCount < 2_000)
  }

  @Test("A damaged gzip file is a finding")
  func damagedGzip() throws {
    var packed = Sample.gzip(Array(repeating: Array(record.utf8), count: 50).flatMap { $0 })
    packed[12] ^= 0xFF
    packed[14] ^= 0xFF
    let snapshot = try Sample.read(
      bytes: [packed], options: ReadingOptions(format: .observations))
    #expect(snapshot.findings.count(.truncated) >= 1)
  }

  @Test("An empty file, and one of blanks, is a finding", arguments: ["", "\n  \r\n\t"])
  func empty(text: String) throws {
    let snapshot = try Sample.read(text)
    #expect(snapshot.finding(.emptyFile)?.severity == .error)
    #expect(snapshot.domainCount == 0)
  }

  @Test("A binary file is a finding that names what it is where its first bytes tell")
  func binary() throws {
    let noise = (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ $0 / 7) }
    #expect(try Sample.read(bytes: [noise]).finding(.notText) != nil)
    let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0, count: 100)
    let finding = try Sample.read(bytes: [archive]).finding(.notText)
    #expect(finding?.message.contains("ZIP") == true)
  }

  @Test("UTF-16, with or without a mark, is named and the way out given")
  func utf16() throws {
    let text = "id,name,domains\n1,One,a.nl\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      let finding = try #require(try Sample.read(bytes: [bytes]).finding(.encoding))
      #expect(finding.hint.contains("UTF-16"))
    }
  }

  @Test("A file that does not exist, and a folder, are errors with the path")
  func missing() throws {
    let error = #expect(throws: ReadingError.self) {
      try InputReader.snapshot(from: ["/nowhere/at/all"])
    }
    #expect(error == .noSuchFile(path: "/nowhere/at/all"))
    let sample = try Sample()
    let folder = #expect(throws: ReadingError.self) {
      try InputReader.snapshot(from: [sample.folder.path])
    }
    #expect(folder?.message.contains("folder") == true)
  }

  @Test("Text of no known format is an error that says how the file starts")
  func unrecognised() throws {
    let error = #expect(throws: ReadingError.self) { try Sample.read("Dear all,\nhello\n") }
    #expect(error?.message.contains("Dear all") == true)
    #expect(error?.hint.isEmpty == false)
  }

  @Test("A catalogue or a table of networks given as an input is told where it belongs")
  func misplaced() throws {
    let catalogue = #expect(throws: ReadingError.self) {
      try Sample.read("schema: linchpin.catalogue/1\n")
    }
    #expect(catalogue?.hint.contains("--catalogue") == true)
    let networks = #expect(throws: ReadingError.self) {
      try Sample.read("192.0.2.0\t192.0.2.255\t64500\n")
    }
    #expect(networks?.hint.contains("--networks") == true)
  }

  @Test("The order of the inputs changes nothing, and a path given twice is read once")
  func order() throws {
    let sample = try Sample()
    let a = try sample.file("a.jsonl", record)
    let b = try sample.file("b.jsonl", "{\"domain\":\"b.nl\",\"org\":\"o\"}\n{\"domain\":\n")
    let forth = try InputReader.snapshot(from: [a, b])
    let back = try InputReader.snapshot(from: [b, a, b])
    #expect(forth.files == back.files)
    #expect(forth.findings.kept == back.findings.kept)
    #expect(
      forth.domainIndices.map { forth.name(of: $0) } == back.domainIndices.map { back.name(of: $0) }
    )
  }

  @Test("The hash of an input is that of the file on disk")
  func hash() throws {
    let snapshot = try Sample.read(bytes: [Array("{}\n".utf8)], options: ReadingOptions(hash: true))
    #expect(
      snapshot.files.first?.sha256
        == "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356")
  }
}
