/// Values by DNS suffix, matched on label boundaries, the longest suffix winning.
///
/// `mx.microsoft` matches `a.mx.microsoft` and `mx.microsoft`, never `notmx.microsoft`. A `#` in a
/// suffix stands for a run of digits inside a label: `awsdns-#.com`.
/// - Complexity: a look-up costs one hash probe per label until no longer suffix can match.
public struct SuffixMap<Value: Sendable>: Sendable {
  private var suffixes = NameTable()
  /// By suffix: its value, or nil where it is only the tail of longer suffixes.
  private var values: [Value?] = []
  /// By suffix: whether longer ones end with it.
  private var isTail: [Bool] = []
  private var hasDigitPatterns = false

  public init() {}

  /// Adds a suffix; returns the value it had, which stays.
  @discardableResult
  public mutating func insert(_ suffix: String, _ value: Value) -> Value? {
    var suffix = suffix
    let taken = suffix.withUTF8 { insert(Bytes($0), value) }
    if let taken { return taken }
    if suffix.contains("#") { hasDigitPatterns = true }
    return nil
  }

  private mutating func insert(_ suffix: Bytes, _ value: Value) -> Value? {
    var start = 0
    while start < suffix.count {
      let tail = Bytes(rebasing: suffix[start...])
      let index = Int(suffixes.intern(tail).rawValue)
      if index == values.count {
        values.append(nil)
        isTail.append(false)
      }
      if start > 0 {
        isTail[index] = true
      } else if let taken = values[index] {
        return taken
      } else {
        values[index] = value
      }
      let dot = tail.firstIndex(of: UInt8(ascii: ".")) ?? tail.count
      start += dot + 1
    }
    return nil
  }

  /// The value of the longest suffix of `name`, and that suffix's length in bytes of `name`.
  public func match(_ name: Bytes) -> (value: Value, length: Int)? {
    var found: (Value, Int)?
    var start = name.count
    while start > 0 {
      var label = start - 1
      while label > 0, name[label - 1] != UInt8(ascii: ".") { label -= 1 }
      let tail = Bytes(rebasing: name[label...])
      guard let id = find(tail) else { break }
      if let value = values[Int(id.rawValue)] ?? patternValue(tail) {
        found = (value, name.count - label)
      }
      start = label - 1
    }
    return found
  }

  /// Whether a suffix longer than `name` ends with it, so that names below it can differ.
  func hasLonger(than name: Bytes) -> Bool {
    [suffixes.find(name), hasDigitPatterns ? findPattern(name) : nil].contains { id in
      id.map { isTail[Int($0.rawValue)] } ?? false
    }
  }

  private func find(_ tail: Bytes) -> NameID? {
    if let id = suffixes.find(tail) { return id }
    return hasDigitPatterns ? findPattern(tail) : nil
  }

  /// The value of the pattern that a plain tail of longer suffixes hides.
  private func patternValue(_ tail: Bytes) -> Value? {
    guard hasDigitPatterns, let id = findPattern(tail) else { return nil }
    return values[Int(id.rawValue)]
  }

  /// Looks again with the digits of every label written as `#`.
  private func findPattern(_ tail: Bytes) -> NameID? {
    var pattern: [UInt8] = []
    var inDigits = false
    for byte in tail {
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      if !isDigit { pattern.append(byte) } else if !inDigits { pattern.append(UInt8(ascii: "#")) }
      inDigits = isDigit
    }
    if pattern.count == tail.count, pattern.elementsEqual(tail) { return nil }
    return pattern.withUnsafeBytes { suffixes.find($0) }
  }
}
