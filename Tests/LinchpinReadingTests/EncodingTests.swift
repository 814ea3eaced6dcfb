import LinchpinCore
import LinchpinReading
import Testing

@Suite("Encodings of text")
struct EncodingTests {
  private let text = "id,name,region,domains\n1,Één €,Zürich,a.nl\n2,Two 🏛,b,b.nl\n"

  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  @Test("UTF-16 with a byte order mark is converted, and said to be", arguments: [false, true])
  func marked(isBig: Bool) throws {
    let snapshot = try Sample.read(bytes: [utf16("\u{FEFF}" + text, isBig: isBig)])
    #expect(snapshot.organisation("1")?.name == "Één €")
    #expect(snapshot.organisation("2")?.name == "Two 🏛")
    let finding = try #require(snapshot.finding(.encoding))
    #expect(finding.severity == .note)
    #expect(finding.message.contains(isBig ? "big-endian" : "little-endian"))
    #expect(snapshot.findings.errors.isEmpty)
  }

  @Test(
    "UTF-16 without a mark is named and not guessed at; asked for, it is read",
    arguments: [false, true])
  func unmarked(isBig: Bool) throws {
    let bytes = utf16(text, isBig: isBig)
    let refused = try Sample.read(bytes: [bytes])
    let finding = try #require(refused.finding(.encoding))
    #expect(finding.severity == .error)
    #expect(finding.hint.contains(isBig ? "--encoding utf-16be" : "--encoding utf-16le"))
    #expect(refused.organisations.count == 0)
    for encoding in [TextEncoding.utf16, isBig ? .utf16BigEndian : .utf16LittleEndian] {
      let read = try Sample.read(bytes: [bytes], options: ReadingOptions(encoding: encoding))
      #expect(read.organisation("1")?.name == "Één €")
    }
  }

  @Test("Half a character costs its own row of a UTF-16 file")
  func loneSurrogate() throws {
    var units = Array("\u{FEFF}id,name,domains\n1,One,a.nl\n2,Tw".utf16)
    units.append(0xD83C)
    units += Array(",b.nl\n3,Three,c.nl\n".utf16)
    let snapshot = try Sample.read(bytes: [units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }])
    #expect(snapshot.organisation("1") != nil)
    #expect(snapshot.organisation("2") == nil)
    #expect(snapshot.organisation("3") != nil)
    #expect(snapshot.findings.errors.map(\.line) == [3])
  }

  /// Rows in Windows-1252: `Eén` is E, 0xE9, n; `€` is 0x80.
  private var western: [UInt8] {
    Array("id,name,domains\n1,One,a.nl\n2,E".utf8) + [0xE9] + Array("n ".utf8) + [0x80]
      + Array(",b.nl\n3,Three,c.nl\n".utf8)
  }

  @Test("Windows-1252 is named; its rows are left out unless it is asked for")
  func windows1252() throws {
    let plain = try Sample.read(bytes: [western])
    #expect(plain.organisation("1") != nil)
    #expect(plain.organisation("2") == nil)
    #expect(plain.organisation("3") != nil)
    let named = plain.findings.kept.filter { $0.code == .encoding }
    #expect(named.map(\.line) == [3, 0])
    #expect(named.last?.message == "not UTF-8: 1 lines that are most likely Windows-1252")
    #expect(named.last?.hint.contains("--encoding windows-1252") == true)

    let asked = try Sample.read(bytes: [western], options: ReadingOptions(encoding: .windows1252))
    #expect(asked.organisation("2")?.name == "Eén €")
    #expect(asked.findings.errors.isEmpty)
    #expect(asked.finding(.encoding)?.message.contains("as asked") == true)
  }

  @Test("A file in two encodings is named so, and read line by line when asked")
  func mixed() throws {
    let bytes = western + Array("4,Vier ë,d.nl\n".utf8)
    let plain = try Sample.read(bytes: [bytes])
    #expect(plain.organisation("4")?.name == "Vier ë")
    let named = try #require(plain.findings.kept.last { $0.code == .encoding && $0.line == 0 })
    #expect(named.message.contains("1 lines in UTF-8, 1 lines"))
    #expect(named.hint.contains("--encoding mixed"))
    let asked = try Sample.read(bytes: [bytes], options: ReadingOptions(encoding: .mixed))
    #expect(asked.organisation("2")?.name == "Eén €")
    #expect(asked.organisation("4")?.name == "Vier ë")
  }

  @Test("A byte that Windows-1252 does not have costs its own row")
  func undefinedByte() throws {
    let bytes = western + Array("4,V".utf8) + [0x81] + Array(",d.nl\n5,Five,e.nl\n".utf8)
    let asked = try Sample.read(bytes: [bytes], options: ReadingOptions(encoding: .windows1252))
    #expect(asked.organisation("2")?.name == "Eén €")
    #expect(asked.organisation("4") == nil)
    #expect(asked.organisation("5") != nil)
    #expect(asked.findings.errors.map(\.line) == [5])
  }

  @Test("Valid UTF-8 is left as it is, whatever is asked", arguments: TextEncoding.allCases)
  func utf8(encoding: TextEncoding) throws {
    if [.utf16, .utf16LittleEndian, .utf16BigEndian].contains(encoding) { return }
    let snapshot = try Sample.read(text, options: ReadingOptions(encoding: encoding))
    #expect(snapshot.organisation("1")?.name == "Één €")
    #expect(snapshot.findings.errors.isEmpty)
  }

  @Test("A record of JSON Lines in Windows-1252 is named with its file")
  func jsonLines() throws {
    let bytes =
      Array("{\"domain\":\"a.nl\"}\n{\"domain\":\"b.nl\",\"organisationName\":\"".utf8)
      + [0xC9] + Array("\",\"org\":\"b\"}\n".utf8)
    let plain = try Sample.read(bytes: [bytes])
    #expect(plain.domainNames == ["a.nl"])
    #expect(plain.findings.kept.filter { $0.code == .encoding }.map(\.line) == [2, 0])
    let asked = try Sample.read(bytes: [bytes], options: ReadingOptions(encoding: .windows1252))
    #expect(asked.organisation("b")?.name == "É")
  }

  @Test("UTF-16 inside gzip and zstd is found as well", arguments: ["gzip", "zstd"])
  func packed(packing: String) throws {
    let bytes = Sample.packed(utf16("\u{FEFF}" + text, isBig: false), packing)
    #expect(try Sample.read(bytes: [bytes]).organisation("1")?.name == "Één €")
  }
}
