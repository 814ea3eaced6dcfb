/// Writes lengths: at most two decimals, no trailing zeros, no negative zero.
enum SVGNumber {
  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// For the thousands of numbers of a picture's paths, which need no string each.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard value.isFinite, value.magnitude < 1e9 else {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = Int(hundredths.magnitude).quotientAndRemainder(dividingBy: 100)
    var divisor = 1
    while whole / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(digit(whole / divisor % 10))
      divisor /= 10
    }
    if part > 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(digit(part / 10))
      if part % 10 > 0 { bytes.append(digit(part % 10)) }
    }
  }

  private static func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number) }
}
