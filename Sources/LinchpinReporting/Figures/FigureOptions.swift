import Drawing

/// What the person who draws can say about a figure.
public struct FigureOptions: Sendable {
  /// A note at one mark.
  public struct Annotation: Sendable, Equatable {
    /// The mark's id as the CSV gives it.
    public var id: String
    public var text: String

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  public var home = ""
  public var language = Language.en
  public var headline = ""
  public var subtitle = ""
  public var note = ""
  public var source = ""
  public var licence = ""
  public var isFictional = false
  public var detail = false
  /// Whether organisations are called by their sector and a number.
  public var isAnonymous = false
  /// Whether words are drawn as outlines of glyphs, for print.
  public var isOutlined = false
  public var theme = FigureTheme.light
  public var annotations: [Annotation] = []

  public init() {}
}

/// The ground a figure is drawn for.
public enum FigureTheme: String, Sendable, CaseIterable {
  case light, dark
  /// Greys that can be told apart on newsprint.
  case print

  var drawing: Theme {
    switch self {
    case .light: .light
    case .dark: .dark
    case .print: .print
    }
  }
}
