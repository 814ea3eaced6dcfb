public import Drawing

/// Why a figure cannot be made of this input.
public enum FigureError: Error, Sendable {
  case nothingToShow(String, hint: String)
  case unknownOrganisation(String, nearest: [String])
  /// No provider, company or node of the graph has this name.
  case unknownSupplier(String, nearest: [String])
  /// An annotation's id that no mark of the figure has.
  case unknownMark(String, nearest: [String])
  case font(OutlineFont.Problem)
  case drawing(DrawingError)

  /// Whether a name is at fault.
  public var isUnknownName: Bool {
    switch self {
    case .unknownOrganisation, .unknownSupplier, .unknownMark, .nothingToShow: true
    case .font, .drawing: false
    }
  }

  public var message: String {
    switch self {
    case .nothingToShow(let message, _): message
    case .unknownOrganisation(let name, _): "no organisation is called \(quoted(name))"
    case .unknownSupplier(let name, _): "nothing here is called \(quoted(name))"
    case .unknownMark(let id, _): "no mark of this figure has the id \(quoted(id))"
    case .font(.missing(let file, _)): "the font file \(file) is not installed"
    case .font(.unreadable(let path)): "\(path) is no font that can be read"
    case .drawing(let error): "the figure could not be drawn: \(error.words)"
    }
  }

  public var hint: String {
    switch self {
    case .nothingToShow(_, let hint): hint
    case .unknownOrganisation(_, let nearest), .unknownSupplier(_, let nearest):
      nearest.isEmpty ? "" : "nearest: " + nearest.joined(separator: ", ")
    case .unknownMark(_, let nearest):
      "the figure's CSV lists its ids"
        + (nearest.isEmpty ? "" : "; nearest: " + nearest.joined(separator: ", "))
    case .font(.missing(_, let package)):
      "install it (Debian: apt-get install \(package)), or leave out --text outline"
    case .font(.unreadable): "install the package of the font again"
    case .drawing(let error): error.remedy
    }
  }

  /// The graph that Graphviz could not lay out, in the DOT language.
  public var layout: String? {
    if case .drawing(.graphviz(_, let dot)) = self { dot } else { nil }
  }

  private func quoted(_ text: String) -> String { "“" + text.visible + "”" }
}

extension DrawingError {
  fileprivate var words: String {
    switch self {
    case .empty: "there is nothing in it"
    case .duplicateKey(let key): "two marks have the key \(key.visible)"
    case .unknownKey(let key): "a link leads to \(key.visible), which is no mark"
    case .badValue(let key): "\(key.visible) has no finite value"
    case .badLink(let from, let to): "a link from \(from.visible) to \(to.visible) leads back"
    case .badColumn(let key): "\(key.visible) stands in no column"
    case .tooNarrow(let needed, let available):
      "its columns need \(Int(needed)) px and there are \(Int(available))"
    case .titleTooShort: "its title has fewer than five characters"
    case .descriptionTooShort: "its alternative text has fewer than eighty characters"
    case .tooLarge(let bytes): "the file would have \(bytes / 1000) kB, more than a page may carry"
    case .graphviz(let error, _): "Graphviz: \(error.words)"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .titleTooShort: "give a longer --headline"
    case .descriptionTooShort: "give a longer --subtitle"
    case .tooLarge: "show fewer marks: --max-nodes, --top, or a filter"
    case .graphviz: "--keep-dot keeps the graph it was given"
    default: ""
    }
  }
}

extension GraphvizError {
  fileprivate var words: String {
    let said =
      switch self {
      case .zeroByte: "the graph holds a zero byte"
      case .noContext: "it could not be started"
      case .unreadable(let text): "it could not read the graph. \(text)"
      case .layoutFailed(let text): "it found no layout. \(text)"
      case .reported(let text): text
      case .incomplete: "it left something without a place"
      }
    return said.split(whereSeparator: \.isNewline).joined(separator: " ").visible
  }
}
