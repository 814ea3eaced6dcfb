import LinchpinCore
import Testing

@testable import LinchpinReporting

@Suite("CSV")
struct CSVTests {
  func line(_ cells: CSV.Cell...) -> String {
    var csv = CSV(["a"])
    csv.append(cells)
    return String(csv.text.dropFirst(2).dropLast())
  }

  @Test("Commas, quotes and line breaks are quoted as RFC 4180 says")
  func quoting() {
    #expect(line(.text("a,b")) == "\"a,b\"")
    #expect(line(.text("a \"b\"")) == "\"a \"\"b\"\"\"")
    #expect(line(.text("a\nb")) == "\"a\nb\"")
    #expect(line(.text("a\r\nb")) == "\"a\r\nb\"")
    #expect(line(.text("plain name"), .text(""), .integer(3)) == "plain name,,3")
  }

  @Test(
    "A text cell that a spreadsheet would take for a formula gets an apostrophe",
    arguments: ["=1+1", "+31", "-x", "@SUM", "\tx", "\rx"])
  func formulas(_ text: String) {
    #expect(line(.text(text)).replacing("\"", with: "").hasPrefix("'"))
  }

  @Test("Numbers are never touched, and undefined is empty")
  func numbers() {
    #expect(
      line(.integer(-3), .number(-0.5), .number(7), .number(0.1), .optional(nil))
        == "-3,-0.5,7,0.1,")
  }

  @Test("Escape characters are shown, not sent")
  func control() {
    #expect(line(.text("Red \u{1B}[31m")) == "Red \\u{1b}[31m")
  }

  @Test("Bindings have exactly the promised columns, and hostile names stay one cell")
  func bindings() {
    let assessment = Sample.assessment()
    let text = BindingsReport.render(
      Sample.rows(assessment), of: Study(assessment), as: .csv, ReportContext(version: "1"))
    let rows = CSVReader.rows(text)
    #expect(
      rows.first?.joined(separator: ",")
        == "organisation,organisationName,sector,country,domain,service,role,status,reason,"
        + "provider,company,jurisdiction,tier,evidence,source")
    #expect(rows.allSatisfy { $0.count == 15 })
    #expect(rows.count > 120)
    let hostile = rows.filter { $0[0] == "B37" || $0[0] == "B38" }
    #expect(hostile.contains { $0[1] == "'=HYPERLINK(\"http://evil.example\")" })
    #expect(hostile.contains { $0[1] == "Red \\u{1b}[31m, \"quoted\"\nname" })
  }

  @Test("A company's seat comes before the place it is controlled from")
  func jurisdictions() {
    let assessment = Sample.assessment()
    let text = BindingsReport.render(
      Sample.rows(assessment), of: Study(assessment), as: .csv, ReportContext(version: "1"))
    let row = CSVReader.rows(text).first { $0[0] == "B25" && $0[6] == "mailExchange" }
    #expect(row?[9...11] == ["poldermail", "Polder B.V.", "NL CH"])
    #expect(row?[13] == "MX in.polder.example")
    #expect(row?[14] == "bodies.csv:25")
  }

  @Test(
    "Every sheet of an assessment has rows as wide as its header",
    arguments: AssessmentReport.Sheet.allCases)
  func sheets(_ sheet: AssessmentReport.Sheet) {
    let rows = CSVReader.rows(AssessmentReport.csv(Sample.assessment(), sheet))
    #expect(rows.count > 1)
    #expect(Set(rows.map(\.count)).count == 1)
  }
}

/// Reads RFC 4180, quoted line breaks included.
enum CSVReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell += "\""
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(cell)
        cell = ""
      case ("\n", false):
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
