import Testing

@testable import LinchpinCore

@Suite("Dates are days of the Gregorian calendar, as coarse as the source")
struct CalendarDateTests {
  @Test(
    "A Unix time falls on the known UTC day",
    arguments: [
      (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
      (951_782_399, "2000-02-28"), (951_782_400, "2000-02-29"), (951_868_800, "2000-03-01"),
      (1_709_164_800, "2024-02-29"), (1_709_251_199, "2024-02-29"), (1_709_251_200, "2024-03-01"),
      (1_777_334_400, "2026-04-28"), (4_107_456_000, "2100-02-28"), (4_107_542_400, "2100-03-01"),
      (-2_203_891_200, "1900-03-01"), (-2_203_977_600, "1900-02-28"),
      (-62_135_596_800, "0001-01-01"), (253_402_300_799, "9999-12-31"),
    ] as [(Int64, String)])
  func unixTimes(_ seconds: Int64, _ day: String) {
    #expect(CalendarDate(unixTime: seconds).description == day)
    #expect(CalendarDate(day) == CalendarDate(unixTime: seconds))
  }

  @Test("Days follow each other without gap through four centuries")
  func everyDay() {
    var date = CalendarDate(unixTime: -86_400 * 150_000)
    for day in -149_999...40_000 {
      let next = CalendarDate(unixTime: Int64(day) * 86_400)
      #expect(date < next)
      let isNextDay = next.day == (date.day ?? 0) + 1 && next.month == date.month
      #expect(isNextDay || next.day == 1, "\(date) \(next)")
      #expect(CalendarDate(next.description) == next)
      date = next
    }
  }

  @Test("The ends of time give a date, not a crash", arguments: [Int64.min, .max])
  func extremes(_ seconds: Int64) {
    #expect(CalendarDate(unixTime: seconds).day != nil)
  }

  @Test("What is stated is printed", arguments: ["2026", "2026-04", "2026-04-28", "0090-01-02"])
  func asStated(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(
    "Impossible dates are none",
    arguments: [
      "", "26", "2026-4", "2026-13", "2026-00", "2026-02-29", "2100-02-29", "2026-04-31",
      "2026-04-00", "2026-04-28-01", "2026/04/28", "-026-01-01", "２０２６", "2026-04-28 ",
    ])
  func impossible(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("A coarser date compares as its first day")
  func coarse() throws {
    let year = try #require(CalendarDate("2026"))
    let first = try #require(CalendarDate("2026-01-01"))
    let second = try #require(CalendarDate("2026-01-02"))
    let before = try #require(CalendarDate("2025-12"))
    #expect(before < year && year < second)
    #expect(!(year < first) && !(first < year))
    #expect(CalendarDate("2024-02-29") != nil)
  }
}
