/// Everything around a chart that makes it a figure a newspaper can print.
///
/// All words are given; the frame only sets them.
public struct ArticleFrame: Sendable, Hashable {
  /// A labelled line under the figure, such as its source or its licence.
  public struct Note: Sendable, Hashable {
    public var label: String
    public var text: String

    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// Starts every id; unique on the page the figure is put in.
  public var prefix: String
  public var language: Language
  /// The accessible name; cut at 90 characters.
  public var title: String
  /// The alternative text; cut at 600 characters, and lengthened with the subtitle and notes
  /// if it has fewer than 80.
  public var description: String
  public var headline: String
  public var subtitle: String
  /// Printed above the headline, at every width, in capitals as given.
  public var banners: [String]
  public var legend: [LegendEntry]
  public var notes: [Note]
  public var theme: Theme

  public init(
    prefix: String, language: Language, title: String, description: String, headline: String,
    subtitle: String, banners: [String] = [], legend: [LegendEntry] = [], notes: [Note],
    theme: Theme = .light
  ) {
    self.prefix = prefix
    self.language = language
    self.title = title
    self.description = description
    self.headline = headline
    self.subtitle = subtitle
    self.banners = banners
    self.legend = legend
    self.notes = notes
    self.theme = theme
  }

  /// The stack of fonts; layout holds in each of them.
  static let fontFamily = "Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
}
