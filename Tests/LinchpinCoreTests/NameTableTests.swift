import Testing

@testable import LinchpinCore

@Suite("Names are stored once and numbered as they come")
struct NameTableTests {
  @Test("A hundred thousand names keep their numbers while the table grows")
  func growth() {
    var table = NameTable()
    for number in 0..<100_000 {
      #expect(table.intern("host-\(number).example").rawValue == UInt32(number))
    }
    #expect(table.count == 100_000)
    for number in stride(from: 0, to: 100_000, by: 7) {
      let id = table.find("host-\(number).example")
      #expect(id?.rawValue == UInt32(number))
      #expect(id.map { table.string($0) } == "host-\(number).example")
      #expect(table.intern("host-\(number).example") == id)
    }
    #expect(table.find("host-100000.example") == nil && table.count == 100_000)
  }

  @Test("Names that differ in one byte or in length alone are different names")
  func lookAlikes() {
    var table = NameTable()
    var names: [String] = [""]
    for length in 1...40 {
      names.append(String(repeating: "a", count: length))
      for place in 0..<length {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = UInt8(ascii: "b")
        names.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    let ids = names.map { table.intern($0) }
    #expect(Set(ids).count == Set(names).count && table.count == Set(names).count)
    for (name, id) in zip(names, ids) { #expect(table.string(id) == name) }
    #expect(ids[0] < ids[1])
  }

  @Test("A copy keeps its own names")
  func valueSemantics() {
    var one = NameTable()
    _ = one.intern("a")
    var two = one
    _ = two.intern("b")
    #expect(one.count == 1 && one.find("b") == nil && two.find("a") == one.find("a"))
  }
}
