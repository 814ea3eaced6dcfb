public import Drawing
import LinchpinCore

/// One figure: what is shown and in which words, before any width is chosen.
public struct Figure: Sendable {
  /// The name of the files: `flow`, `card`, `chokepoints`.
  public let name: String
  let frame: ArticleFrame
  /// The chart for each width: what fits on a page can be too much for a telephone.
  let charts: [FigureWidth: any Chart]
  /// Every number shown, with the ids of its marks.
  let table: FigureTable
  /// What was folded away, for the person who drew it.
  public let folded: String

  /// The files of a figure by name: an SVG for every width, the numbers, the words, a snippet.
  public func files() throws(DrawingError) -> [(name: String, contents: String)] {
    var files: [(name: String, contents: String)] = []
    for width in FigureWidth.allCases {
      guard let chart = charts[width] else { continue }
      let svg = try frame.svg(chart, width: width)
      files.append(("\(name)-\(width.rawValue).svg", svg))
    }
    files.append(("\(name).csv", table.csv))
    files.append(("\(name).txt", alternativeText))
    files.append(("\(name).html", snippet))
    return files
  }

  private var alternativeText: String {
    let words = [frame.headline, frame.subtitle, frame.description]
    let notes = frame.notes.map { "\($0.label): \($0.text)" }
    return (frame.banners + words + notes).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// A `<picture>` that gives every screen the layout made for it.
  private var snippet: String {
    """
    <figure>
      <picture>
        <source media="(min-width: 960px)" srcset="\(name)-960.svg">
        <source media="(min-width: 700px)" srcset="\(name)-700.svg">
        <img src="\(name)-360.svg" alt="\(Figure.escaped(frame.description))">
      </picture>
    </figure>

    """
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}

/// The numbers of a figure as rows: kind, id, names, value.
struct FigureTable: Sendable {
  private var table = CSV(["kind", "id", "from", "to", "number", "of", "share"])

  mutating func add(
    _ kind: String, id: String, from: String, to: String = "", number: Double, of: Int
  ) {
    let share = of < Share.smallestPopulation ? nil : FigureTable.rounded(number / Double(of))
    table.append([
      .text(kind), .text(id), .text(from), .text(to), .number(FigureTable.rounded(number)),
      .integer(of), .optional(share),
    ])
  }

  var csv: String { table.text }

  /// Six places are more than any picture shows.
  private static func rounded(_ value: Double) -> Double {
    (value * 1_000_000).rounded() / 1_000_000
  }
}

/// What the person who draws can say about a figure.
public struct FigureOptions: Sendable {
  public var home = ""
  public var language = Language.en
  public var headline = ""
  public var subtitle = ""
  public var note = ""
  public var source = ""
  public var licence = ""
  public var isFictional = false
  public var detail = false

  public init() {}
}

/// Why a figure cannot be made of this input.
public enum FigureError: Error, Sendable {
  case nothingToShow(String, hint: String)
  case unknownOrganisation(String, nearest: [String])
  case drawing(DrawingError)
}
