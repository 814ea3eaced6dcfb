import LinchpinCore

/// What a report is told beside its result: who reads it, and how much they want.
public struct ReportContext: Sendable {
  /// Of the program, as every output names it.
  public var version: String
  public var language: Language
  /// Rows of a ranked table in text and Markdown; JSON and CSV are always whole.
  public var top: Int
  /// Whether checksums and finer metrics are printed too.
  public var isVerbose: Bool
  /// Whether hosts of named organisations and small sector cells may be shown.
  public var showsDetail: Bool
  /// Whether the input is invented, which every report then says.
  public var isFictional: Bool
  /// Sentences to print above a report for people.
  public var banners: [String]

  public init(
    version: String, language: Language = .en, top: Int = 10, isVerbose: Bool = false,
    showsDetail: Bool = false, isFictional: Bool = false, banners: [String] = []
  ) {
    self.version = version
    self.language = language
    self.top = top
    self.isVerbose = isVerbose
    self.showsDetail = showsDetail
    self.isFictional = isFictional
    self.banners = banners
  }

  var words: Words { Words(language) }
  var numbers: NumberStyle { NumberStyle(language) }
  var tool: String { version.isEmpty ? "linchpin" : "linchpin " + version }
}

extension ReportContext {
  /// Whether a report names things of this kind: it stops at the provider unless asked for detail.
  func shows(_ kind: Node.Kind) -> Bool { showsDetail || kind.isPublic }

  /// Of labels `KIND:ID` those that may be named.
  func shown(_ labels: [String]) -> [String] {
    labels.filter { label in
      let kind = label.firstIndex(of: ":").flatMap { Node.Kind(rawValue: String(label[..<$0])) }
      return kind.map(shows) ?? true
    }
  }
}

extension Node.Kind {
  /// Whether reports name it without being asked for detail.
  var isPublic: Bool {
    switch self {
    case .provider, .company, .jurisdiction: true
    case .host, .network: false
    }
  }
}
