import ArgumentParser
import LinchpinReporting

/// The words around a figure, and how it looks.
struct LookOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Your own headline.", valueName: "text")) var headline = ""
  @Option(help: ArgumentHelp("Your own subtitle.", valueName: "text")) var subtitle = ""
  @Option(help: ArgumentHelp("A note under the figure.", valueName: "text")) var note = ""
  @Option(help: ArgumentHelp("The source to name (default: the files).", valueName: "text"))
  var source = ""
  @Option(help: ArgumentHelp("The licence of the figure.", valueName: "text")) var licence = ""

  @Option(help: "The ground it is drawn for: light, dark or print (greys).")
  var theme: FigureTheme = .light

  @Option(
    help: ArgumentHelp(
      "A note at a mark, by the id the CSV gives it; at most two.", valueName: "id=text"))
  var annotate: [MarkNote] = []

  @Flag(help: "Call organisations by their sector and a number.") var anonymise = false
  @Flag(help: "Also keep what Graphviz was asked, as .dot files.") var keepDot = false

  @Option(help: "Words as live text, or as outlines for print.") var text: TextChoice = .live

  @Option(
    help: ArgumentHelp("Other forms beside SVG, with rsvg-convert: png,pdf.", valueName: "forms"),
    transform: PictureForm.list)
  var also: [PictureForm] = []

  func validate() throws {
    if annotate.count > 2 { throw ValidationError("--annotate can be given twice at most.") }
  }

  /// What is asked for and not installed is said before anything is drawn.
  func check() throws {
    if !also.isEmpty { _ = try Rasteriser() }
  }

  func apply(to options: inout FigureOptions) {
    options.headline = headline
    options.subtitle = subtitle
    options.note = note
    options.source = source
    options.licence = licence
    options.theme = theme
    options.isOutlined = text == .outline
    options.isAnonymous = anonymise
    options.annotations = annotate.map { .init(id: $0.id, text: $0.text) }
  }
}

enum TextChoice: String, ExpressibleByArgument, CaseIterable {
  case live, outline
}

/// `ID=TEXT` of the command line; the last sign of an id is no `=`, so the first one parts them.
struct MarkNote: ExpressibleByArgument {
  var id: String
  var text: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex,
      argument.index(after: sign) != argument.endIndex
    else { return nil }
    id = String(argument[..<sign])
    text = String(argument[argument.index(after: sign)...])
  }
}

/// How `graph` explores.
struct GraphOptions: ParsableArguments {
  @Option(help: "graph: laid out by dot, sfdp or twopi.")
  var layout: GraphView.Layout = .dot

  @Option(help: ArgumentHelp("graph: steps from the focus, both ways.", valueName: "n"))
  var depth = 4

  @Option(
    help: ArgumentHelp(
      "graph: bring a kind together, organisations by sector; repeatable; none for nothing.",
      valueName: "kind"))
  var collapse: [String] = []

  @Option(
    help: ArgumentHelp(
      "graph: the most nodes to show, 0 for all (default: 16, 30, 40 by width).", valueName: "n"))
  var maxNodes: Int?

  func validate() throws {
    if depth < 1 { throw ValidationError("--depth takes a number from 1.") }
    if let maxNodes, maxNodes < 0 { throw ValidationError("--max-nodes takes 0 or more.") }
    for kind in collapse where kind != "none" && !GraphView.kinds.contains(kind) {
      throw ValidationError(
        "--collapse takes none or one of: " + GraphView.kinds.joined(separator: ", ") + ".")
    }
  }

  var view: GraphView {
    var view = GraphView()
    view.layout = layout
    view.depth = depth
    if !collapse.isEmpty { view.collapse = collapse.filter { $0 != "none" } }
    view.mostNodes = maxNodes
    return view
  }
}
