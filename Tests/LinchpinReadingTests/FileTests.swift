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

  private static let packings = ["gzip", "zstd"]

  @Test("Packed input is unpacked, several streams one after the other", arguments: packings)
  func packed(packing: String) throws {
    let second = Sample.packed(Array("{\"domain\":\"b.nl\"}\n".utf8), packing)
    let snapshot = try Sample.read(bytes: [Sample.packed(Array(record.utf8), packing) + second])
    #expect(snapshot.domainNames == ["a.nl", "b.nl"])
    #expect(snapshot.findings.count == 0)
  }

  @Test("A zstd frame of somebody's own data is passed over")
  func skippableFrame() throws {
    let skippable: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    let snapshot = try Sample.read(bytes: [skippable + Sample.zstd(Array(record.utf8))])
    #expect(snapshot.domainNames == ["a.nl"])
    #expect(snapshot.findings.count == 0)
  }

  @Test(
    "Of a truncated packed file the whole records are used, and a finding says so",
    arguments: packings)
  func truncatedPacked(packing: String) throws {
    let lines = (0..<20_000).map { "{\"domain\":\"d\($0).nl\",\"mx\":[\"mx\($0 * 7919).nl\"]}\n" }
    let packed = Sample.packed(Array(lines.joined().utf8), packing)
    let snapshot = try Sample.read(bytes: [Array(packed.prefix(packed.count / 2))])
    let finding = try #require(
      snapshot.findings.kept.first { $0.code == .truncated && $0.line == 0 })
    #expect(finding.message == "the \(packing) stream ends too early")
    #expect(snapshot.domainCount > 100)
    #expect(snapshot.domainCount < 20_000)
  }

  @Test("A damaged packed file is a finding that names the packing", arguments: packings)
  func damagedPacked(packing: String) throws {
    let lines = (0..<500).map { "{\"domain\":\"d\($0).nl\"}\n" }
    var packed = Sample.packed(Array(lines.joined().utf8), packing)
    for index in 40..<60 { packed[index] ^= 0xFF }
    let snapshot = try Sample.read(
      bytes: [packed], options: ReadingOptions(format: .observations))
    let finding = try #require(snapshot.findings.kept.first { $0.code == .truncated })
    #expect(finding.message.hasPrefix("the \(packing) stream is damaged"))
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
