import Testing

@testable import LinchpinReporting

@Suite("Numbers for people")
struct NumberStyleTests {
  let english = NumberStyle(.en)
  let dutch = NumberStyle(.nl)

  @Test("Thousands stand apart by comma in English and by point in Dutch")
  func integers() {
    #expect(english.integer(16_500) == "16,500")
    #expect(dutch.integer(16_500) == "16.500")
    #expect(english.integer(0) == "0")
    #expect(english.integer(999) == "999")
    #expect(english.integer(1_000_000) == "1,000,000")
    #expect(english.integer(-1_234) == "−1,234")
    #expect(english.integer(.min) == "−9,223,372,036,854,775,808")
  }

  @Test("Percentages have one decimal, and a space before the sign in Dutch")
  func percentages() {
    #expect(english.percentage(0.674) == "67.4%")
    #expect(dutch.percentage(0.674) == "67,4\u{A0}%")
    #expect(english.percentage(1) == "100.0%")
    #expect(english.percentage(0) == "0.0%")
  }

  @Test("Decimals are rounded, padded and never minus zero")
  func decimals() {
    #expect(english.decimal(0.005, 2) == "0.01")
    #expect(english.decimal(5043.6, 0) == "5,044")
    #expect(dutch.decimal(1234.05, 2) == "1.234,05")
    #expect(english.decimal(-0.001, 2) == "0.00")
    #expect(english.decimal(nil) == "–")
    #expect(english.decimal(.nan) == "–")
    #expect(english.decimal(.infinity) == "–")
  }

  @Test("A count is whole where it is whole")
  func counts() {
    #expect(english.count(257) == "257")
    #expect(english.count(12.5) == "12.5")
    #expect(dutch.count(12.5) == "12,5")
  }
}
