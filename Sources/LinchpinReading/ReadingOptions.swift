public import LinchpinCore

/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// The format of every input; nil recognises each by its content.
  public var format: InputFormat?
  /// The day the observations were made, whatever the inputs say of it.
  public var measuredOn: CalendarDate?
  /// Whether the SHA-256 of every input is computed; costs about a second per gigabyte.
  public var hash: Bool
  /// What texts that are not UTF-8 are written in; nil converts only where a mark makes it certain.
  public var encoding: TextEncoding?

  public init(
    format: InputFormat? = nil, measuredOn: CalendarDate? = nil, hash: Bool = false,
    encoding: TextEncoding? = nil
  ) {
    self.encoding = encoding
    self.format = format
    self.measuredOn = measuredOn
    self.hash = hash
  }
}
