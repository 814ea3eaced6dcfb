/// Writes numbers as a reader of the language expects them.
public struct NumberFormat: Sendable, Hashable {
  public let language: Language

  public init(_ language: Language) {
    self.language = language
  }

  /// A whole number with grouped thousands: `16.500` or `16,500`.
  public func integer(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped(String(value.magnitude))
  }

  /// A number with up to `decimals` places, halves away from zero; not a number gives `–`.
  ///
  /// With `padded` the places are always written. Range of `decimals`: 0 to 6.
  public func decimal(_ value: Double, decimals: Int = 1, padded: Bool = false) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "–" }
    let places = min(max(decimals, 0), 6)
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: scale)
    var fraction = String(String(part + scale).dropFirst())
    if !padded { while fraction.last == "0" { fraction.removeLast() } }
    let sign = value < 0 && scaled > 0 ? "−" : ""
    let mark = fraction.isEmpty ? "" : language.decimalMark
    return sign + grouped(String(whole)) + mark + fraction
  }

  /// A share of one as a percentage: `67,4 %` (with a no-break space) or `67.4%`.
  public func percent(_ share: Double, decimals: Int = 1) -> String {
    let number = decimal(share * 100, decimals: decimals)
    return language == .dutch ? number + "\u{A0}%" : number + "%"
  }

  private func grouped(_ digits: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return groups.reversed().joined(separator: language.groupMark)
  }
}

/// The languages a picture can be written in; the raw value is the `lang` tag.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case dutch = "nl"
  case english = "en"

  var decimalMark: String { self == .dutch ? "," : "." }
  var groupMark: String { self == .dutch ? "." : "," }
}
