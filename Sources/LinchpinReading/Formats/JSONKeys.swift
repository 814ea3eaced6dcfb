import LinchpinCore

/// The keys of one JSON object itself, not of what it holds; as far as the text goes.
struct JSONKeys {
  private(set) var keys: Set<String> = []

  init(_ object: Bytes) {
    var depth = 0
    var index = 0
    var isKey = true
    while index < object.count {
      switch object[index] {
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < object.count, object[index] != UInt8(ascii: "\"") {
          index += object[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1, isKey, index < object.count {
          keys.insert(String(decoding: object[start..<index], as: UTF8.self))
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        isKey = depth == 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return }
      case UInt8(ascii: ":") where depth == 1: isKey = false
      case UInt8(ascii: ",") where depth == 1: isKey = true
      default: break
      }
      index += 1
    }
  }
}
