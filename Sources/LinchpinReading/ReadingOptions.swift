public import LinchpinCore

/// How inputs are read.
public struct ReadingOptions: Sendable {
  /// The format of every input; nil recognises each by its content.
  public var format: InputFormat?
  /// The day the observations were made, whatever the inputs say of it.
  public var measuredOn: CalendarDate?
  /// Whether the SHA-256 of every input is computed; costs about a second per gigabyte.
  public var hash: Bool

  public init(
    format: InputFormat? = nil, measuredOn: CalendarDate? = nil, hash: Bool = false
  ) {
    self.format = format
    self.measuredOn = measuredOn
    self.hash = hash
  }
}
