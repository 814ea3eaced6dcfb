public import ArgumentParser
public import LinchpinCore
public import LinchpinReading
public import LinchpinReporting

// The words of the command line are the words of the libraries.

extension InputFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Service: ExpressibleByArgument {}
extension GroupLevel: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension Unit: ExpressibleByArgument {}
extension Count: ExpressibleByArgument {}
extension FailureMode: ExpressibleByArgument {}
extension CutoffScope: ExpressibleByArgument {}
extension ComparisonTable: ExpressibleByArgument {}

extension Role: ExpressibleByArgument {
  public init?(argument: String) { self.init(label: argument) }
  public static var allValueStrings: [String] { allCases.map(\.label) }
  public var defaultValueDescription: String { label }
}

extension Tier: ExpressibleByArgument {
  public init?(argument: String) {
    guard let tier = Tier.allCases.first(where: { $0.label == argument }) else { return nil }
    self = tier
  }
  public static var allValueStrings: [String] { allCases.map(\.label) }
  public var defaultValueDescription: String { label }
}
extension Node.Kind: ExpressibleByArgument {}
extension GraphFormat: ExpressibleByArgument {}
extension FigureTheme: ExpressibleByArgument {}
extension GraphView.Layout: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

extension AssessmentOptions.Stop: ExpressibleByArgument {
  /// `KIND:ID`.
  public init?(argument: String) {
    guard let colon = argument.firstIndex(of: ":"),
      let kind = Node.Kind(rawValue: String(argument[..<colon])), argument.last != ":"
    else { return nil }
    self.init(kind, String(argument[argument.index(after: colon)...]))
  }

  public static var allValueStrings: [String] { Node.Kind.allCases.map { "\($0.rawValue):ID" } }
}
