/// How numbers look to people: 16,500 and 67.4% in English, 16.500 and 67,4 % in Dutch.
public struct NumberStyle: Sendable, Equatable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  private var groupSeparator: String { language == .en ? "," : "." }
  private var decimalSeparator: String { language == .en ? "." : "," }

  /// A whole number with its thousands apart: 16,500.
  public func integer(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { grouped += groupSeparator }
      grouped.append(digit)
    }
    return value < 0 ? "−" + grouped : grouped
  }

  /// A number with a fixed count of decimals, halves rounded away from zero; nil prints as –.
  public func decimal(_ value: Double?, _ places: Int = 2) -> String {
    guard let value, value.isFinite else { return "–" }
    var scale = 1
    for _ in 0..<max(0, places) { scale *= 10 }
    let scaled = (value.magnitude * Double(scale)).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let units = Int(scaled)
    let sign = value < 0 && units > 0 ? "−" : ""
    let whole = integer(units / scale)
    guard places > 0 else { return sign + whole }
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return sign + whole + decimalSeparator + zeros + fraction
  }

  /// A part of a whole, 0–1, as a percentage with one decimal.
  public func percentage(_ part: Double) -> String {
    decimal(part * 100, 1) + (language == .en ? "%" : " %")
  }

  /// A count: whole where it is whole, else with one decimal (units counted in parts).
  public func count(_ value: Double) -> String {
    decimal(value, value == value.rounded() ? 0 : 1)
  }
}
