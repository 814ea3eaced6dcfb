import Foundation

/// Reads the part of JSON Schema that the schemas under Documentation use, and nothing more.
struct SchemaReader {
  private let root: [String: Any]

  init(_ name: String, file: String = #filePath) throws {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appending(path: "../../Documentation/Schemas/\(name).json")
    root = try Self.object(try Data(contentsOf: url))
  }

  static func object(_ data: Data) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: data)
    guard let object = value as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
    return object
  }

  /// Every place where a document differs from the schema.
  func problems(_ text: String) throws -> [String] {
    check(try Self.object(Data(text.utf8)), root, at: "$")
  }

  private func check(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var found: [String] = []
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
      guard let target else { return ["\(path): no definition \(name)"] }
      found += check(value, target, at: path)
    }
    if let options = schema["oneOf"] as? [[String: Any]] {
      let fitting = options.count { check(value, $0, at: path).isEmpty }
      if fitting != 1 { found.append("\(path): fits \(fitting) of \(options.count) forms") }
    }
    if let constant = schema["const"] as? String, value as? String != constant {
      found.append("\(path): not \(constant)")
    }
    if let values = schema["enum"] as? [Any], !values.contains(where: { Self.equal($0, value) }) {
      found.append("\(path): \(value) is not among \(values)")
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { Self.isA(value, $0) }) {
      found.append("\(path): \(value) is no \(types)")
    }
    if let minimum = schema["minimum"] as? NSNumber, let number = value as? NSNumber,
      number.doubleValue < minimum.doubleValue
    {
      found.append("\(path): \(number) is below \(minimum)")
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      for (place, item) in list.enumerated() {
        found += check(item, items, at: "\(path)[\(place)]")
      }
    }
    if let object = value as? [String: Any] { found += keys(object, schema, at: path) }
    return found
  }

  private func keys(_ object: [String: Any], _ schema: [String: Any], at path: String) -> [String] {
    var found: [String] = []
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      found.append("\(path): no \(key)")
    }
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (key, value) in object {
      if let schema = known[key] {
        found += check(value, schema, at: "\(path).\(key)")
      } else if let other = schema["additionalProperties"] as? [String: Any] {
        found += check(value, other, at: "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path): unknown key \(key)")
      }
    }
    return found
  }

  private static func equal(_ a: Any, _ b: Any) -> Bool {
    if a is NSNull, b is NSNull { return true }
    if let a = a as? String, let b = b as? String { return a == b }
    return false
  }

  private static func isA(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": value is Bool
    case "number": value is NSNumber
    case "integer": (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }
}
