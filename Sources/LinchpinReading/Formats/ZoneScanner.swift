import LinchpinCore

/// Cuts a master file (RFC 1035, 5.1) into entries: the words of one record or directive each.
///
/// Comments are dropped, parentheses join lines, quotes keep blanks. A bad entry does not spoil
/// the next one: after an open parenthesis that is never closed, reading resumes on the next line.
struct ZoneScanner {
  struct Word {
    var start: Int
    var end: Int
    var isQuoted: Bool
  }

  struct Entry {
    var line: UInt32
    /// The line starts with a blank: the owner is that of the record before.
    var omitsOwner: Bool
    /// What is wrong with it, if anything.
    var problem: String?
  }

  let bytes: Bytes
  /// Of the last entry; reused, so that an entry allocates nothing.
  private(set) var words: [Word] = []
  private var index = 0
  private var line: UInt32 = 1

  /// Twice the hexadecimal of the longest record there can be.
  private static let longestEntry = 1 << 18

  init(_ bytes: Bytes) { self.bytes = bytes }

  func text(_ word: Word) -> Bytes { Bytes(rebasing: bytes[word.start..<word.end]) }

  /// The next entry that has words, or a problem.
  mutating func next() -> Entry? {
    while index < bytes.count {
      let start = index
      var entry = Entry(line: line, omitsOwner: Self.isBlank(bytes[index]))
      words.removeAll(keepingCapacity: true)
      entry.problem = readEntry()
      if entry.problem != nil {
        line = entry.line
        index = start
        skipLine()
        return entry
      }
      if !words.isEmpty { return entry }
    }
    return nil
  }

  /// Reads up to the line end outside parentheses; returns what is wrong.
  private mutating func readEntry() -> String? {
    let start = index
    var isOpen = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A:
        line &+= 1
        index += 1
        if !isOpen { return nil }
      case UInt8(ascii: ";"):
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case UInt8(ascii: "("):
        if isOpen { return "a parenthesis within parentheses, or one never closed" }
        isOpen = true
        index += 1
      case UInt8(ascii: ")"):
        if !isOpen { return "a closing parenthesis without an opening one" }
        isOpen = false
        index += 1
      case UInt8(ascii: "\""):
        if !readQuoted() { return "a quote that is never closed" }
      case let byte where Self.isBlank(byte): index += 1
      default: readWord()
      }
      if index - start > Self.longestEntry { return "a record of more than 256 KiB" }
    }
    return isOpen ? "a parenthesis that is never closed" : nil
  }

  private mutating func readQuoted() -> Bool {
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == UInt8(ascii: "\"") {
        words.append(Word(start: start, end: index, isQuoted: true))
        index += 1
        return true
      }
      index += bytes[index] == UInt8(ascii: "\\") && !isLineEnd(index + 1) ? 2 : 1
    }
    return false
  }

  private mutating func readWord() {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""):
        words.append(Word(start: start, end: index, isQuoted: false))
        return
      case UInt8(ascii: "\\") where !isLineEnd(index + 1): index += 2
      case let byte where Self.isBlank(byte):
        words.append(Word(start: start, end: index, isQuoted: false))
        return
      default: index += 1
      }
    }
    words.append(Word(start: start, end: bytes.count, isQuoted: false))
    index = bytes.count
  }

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    index = min(index + 1, bytes.count)
    line &+= 1
  }

  private func isLineEnd(_ index: Int) -> Bool { index >= bytes.count || bytes[index] == 0x0A }

  /// A carriage return counts as a blank: files come with either line end.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
