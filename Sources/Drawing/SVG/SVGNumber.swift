/// Writes lengths: at most two decimals, no trailing zeros, no negative zero.
enum SVGNumber {
  static func text(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = Int(hundredths.magnitude).quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-" : ""
    text += String(whole)
    if part > 0 {
      text += part < 10 ? ".0" : "."
      text += String(part % 10 == 0 ? part / 10 : part)
    }
    return text
  }
}
