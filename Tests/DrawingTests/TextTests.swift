import Drawing
import Testing

@Suite("Text")
struct TextTests {
  @Test("Widths are those of the widest font: DejaVu Sans for small letters")
  func widths() {
    #expect(abs(TextMeasure.width("n", size: 1000) - 634) <= 1)
    #expect(abs(TextMeasure.width("n", size: 1000, weight: .bold) - 712) <= 1)
    #expect(
      TextMeasure.width("ab", size: 10) == TextMeasure.width("a", size: 10)
        + TextMeasure.width("b", size: 10))
    #expect(TextMeasure.width("", size: 10) == 0)
  }

  @Test("A combining mark has no width, a Chinese character an em")
  func marks() {
    #expect(TextMeasure.width("e\u{301}", size: 10) == TextMeasure.width("e", size: 10))
    #expect(TextMeasure.width("病院", size: 10) == 20)
  }

  @Test("Wrapped lines fit, lose no word and break long names at their joints")
  func wrapping() {
    let text = "Twee derde van de domeinen hangt aan een Amerikaanse clouddienst"
    let lines = TextFitting.wrapped(text, to: 160, size: 14)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { TextMeasure.width($0, size: 14) <= 160 })
    #expect(lines.joined(separator: " ") == text)
    #expect(
      TextFitting.wrapped("zkh-voorbeeld.example", to: 120, size: 13) == [
        "zkh-voorbeeld.", "example",
      ])
    #expect(TextFitting.wrapped("", to: 100, size: 12).isEmpty)
  }

  @Test("A long word is broken between syllables, with a hyphen")
  func hyphens() {
    let width = TextMeasure.width("Waterschappe", size: 13, weight: .bold)
    let lines = TextFitting.wrapped("Waterschappen", to: width, size: 13, weight: .bold)
    #expect(lines == ["Waterschap-", "pen"])
    #expect(TextFitting.wrapped("Berichtenverkeer", to: 90, size: 13).first?.last == "-")
    #expect(TextFitting.wrapped("病院病院病院病院", to: 39, size: 13) == ["病院病", "院病院", "病院"])
  }

  @Test("A name of three hundred characters is cut with an ellipsis")
  func truncation() {
    let name = String(repeating: "Gemeenschappelijke ", count: 16)
    let cut = TextFitting.truncated(name, to: 200, size: 13)
    #expect(cut.hasSuffix("…") && TextMeasure.width(cut, size: 13) <= 200)
    let lines = TextFitting.wrapped(name, to: 200, size: 13, maxLines: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
  }

  @Test("A width of nothing still ends")
  func noRoom() {
    #expect(TextFitting.wrapped("abc", to: 0, size: 12) == ["a", "b", "c"])
    #expect(TextFitting.truncated("abc", to: 0, size: 12) == "…")
  }

  @Test("Balanced lines are as few as wrapped ones and no wider")
  func balanced() {
    let text = "Twee derde van de organisaties hangt aan een aanbieder"
    let wrapped = TextFitting.wrapped(text, to: 400, size: 14)
    let balanced = TextFitting.balanced(text, to: 400, size: 14)
    let widest = { (lines: [String]) in lines.map { TextMeasure.width($0, size: 14) }.max() ?? 0 }
    #expect(balanced.count == wrapped.count && widest(balanced) < widest(wrapped))
  }

  @Test("Numbers are written in Dutch and in English")
  func numbers() {
    let dutch = NumberFormat(.dutch)
    let english = NumberFormat(.english)
    #expect(dutch.integer(16500) == "16.500" && english.integer(16500) == "16,500")
    #expect(dutch.integer(999) == "999" && dutch.integer(-1_234_567) == "−1.234.567")
    #expect(dutch.percent(0.674) == "67,4\u{A0}%" && english.percent(0.674) == "67.4%")
    #expect(english.percent(1) == "100%" && english.percent(0.0004) == "0%")
    #expect(english.decimal(1234.05, decimals: 2, padded: true) == "1,234.05")
    #expect(english.decimal(0.25) == "0.3" && english.decimal(-0.01) == "0")
    #expect(english.decimal(.nan) == "–" && english.decimal(.infinity) == "–")
    #expect(english.integer(.min) == "−9,223,372,036,854,775,808")
  }
}
