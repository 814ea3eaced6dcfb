/// A day, month or year of the proleptic Gregorian calendar, as sources state them.
///
/// A coarser date compares as its first day; what was stated is what is printed.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  /// 1–12, or nil when only the year is known.
  public let month: Int?
  /// 1–31, or nil when only the month is known.
  public let day: Int?

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else, impossible days included.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts.dropFirst().allSatisfy({ $0.count == 2 }), let year = Int(parts[0])
    else { return nil }
    let month = parts.count > 1 ? Int(parts[1]) : nil
    let day = parts.count > 2 ? Int(parts[2]) : nil
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...CalendarDate.days(in: month, of: year)).contains(day) {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The UTC day of a Unix time in seconds.
  public init(unixTime: Int64) {
    // Days since 0000-03-01 make leap days fall at the end of a year (Hinnant's civil calendar).
    let days = unixTime / 86_400 - (unixTime % 86_400 < 0 ? 1 : 0) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    self.month = Int(month)
    day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Days since 1970-01-01; of a coarser date, those of its first day.
  public var dayNumber: Int {
    let shifted = (month ?? 1) > 2 ? (month ?? 1) - 3 : (month ?? 1) + 9
    let years = (month ?? 1) > 2 ? year : year - 1
    let era = (years >= 0 ? years : years - 399) / 400
    let yearOfEra = years - era * 400
    let dayOfYear = (153 * shifted + 2) / 5 + (day ?? 1) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month ?? 1, a.day ?? 1) < (b.year, b.month ?? 1, b.day ?? 1)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
