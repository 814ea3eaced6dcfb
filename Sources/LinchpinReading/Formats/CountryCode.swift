import LinchpinCore

/// Two letters of ISO 3166-1, as lists write them.
enum CountryCode {
  static func isCanonical(_ text: Bytes) -> Bool {
    text.count == 2 && text.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  /// The code in upper case; nil when the text is no code.
  static func canonical(_ text: String) -> String? {
    let code = text.uppercased()
    return code.utf8.count == 2 && code.utf8.allSatisfy({ $0 >= 65 && $0 <= 90 }) ? code : nil
  }
}
