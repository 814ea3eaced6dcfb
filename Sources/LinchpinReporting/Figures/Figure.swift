import Drawing
import LinchpinCore

/// One figure: what is shown and in which words, before any width is chosen.
public struct Figure: Sendable {
  /// The name of the files, such as `flow`; another theme than light is part of it.
  public let name: String
  let frame: ArticleFrame
  /// The chart for each width: what fits on a page can be too much for a telephone.
  let charts: [FigureWidth: any Chart]
  /// Every number shown, with the ids of its marks.
  let table: FigureTable
  /// What was folded away, for the person who drew it.
  public let folded: String
  private let isOutlined: Bool

  init(
    name: String, frame: ArticleFrame, charts: [FigureWidth: any Chart], table: FigureTable,
    folded: String, options: FigureOptions
  ) throws(FigureError) {
    let name = options.theme == .light ? name : "\(name)-\(options.theme.rawValue)"
    var frame = frame
    frame.theme = options.theme.drawing
    frame.prefix = name
    self.name = name
    self.frame = frame
    self.charts = try Figure.annotated(charts, with: options.annotations, table)
    self.table = table.renamed(name)
    self.folded = folded
    isOutlined = options.isOutlined
  }

  /// Builds a chart; what it refuses becomes an error of the figure.
  static func drawn<Built>(
    _ build: () throws(DrawingError) -> Built
  ) throws(FigureError) -> Built {
    do { return try build() } catch { throw .drawing(error) }
  }

  /// A file of a figure.
  public typealias File = (name: String, contents: String)

  /// The files of a figure: an SVG for every width, the numbers, the words, a snippet; with
  /// `keepsLayouts` also what Graphviz was asked.
  public func files(keepsLayouts: Bool = false) throws(FigureError) -> [File] {
    var files: [File] = []
    var layouts: [File] = []
    for width in FigureWidth.allCases {
      guard let chart = charts[width] else { continue }
      let drawn = try drawn(chart, width)
      files.append(("\(name)-\(width.rawValue).svg", drawn.svg))
      for (place, layout) in drawn.layouts.enumerated() {
        let number = drawn.layouts.count > 1 ? "-\(place + 1)" : ""
        layouts.append(("\(name)-\(width.rawValue)\(number).dot", layout))
      }
    }
    files.append(("\(name).csv", table.csv(scenario: frame.suppositions)))
    files.append(("\(name).txt", alternativeText))
    files.append(("\(name).html", snippet))
    return keepsLayouts ? files + layouts : files
  }

  private func drawn(
    _ chart: any Chart, _ width: FigureWidth
  ) throws(FigureError) -> DrawnFigure {
    let form: TextForm
    do {
      form = isOutlined ? .outline(try OutlineFont()) : .live
    } catch { throw .font(error) }
    do {
      return try frame.drawn(chart, width: width, text: form)
    } catch { throw .drawing(error) }
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

  /// A note goes to its mark at every width that shows it; one no width shows is an error.
  private static func annotated(
    _ charts: [FigureWidth: any Chart], with annotations: [FigureOptions.Annotation],
    _ table: FigureTable
  ) throws(FigureError) -> [FigureWidth: any Chart] {
    var charts = charts
    for annotation in annotations {
      let key = table.key(of: annotation.id)
      var isShown = false
      for (width, chart) in charts {
        guard let noted = chart.annotated(key, annotation.text) else { continue }
        charts[width] = noted
        isShown = true
      }
      if !isShown {
        throw .unknownMark(
          annotation.id, nearest: NearestNames.find(annotation.id, among: table.annotatable))
      }
    }
    return charts
  }
}
