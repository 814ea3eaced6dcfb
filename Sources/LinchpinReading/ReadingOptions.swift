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

  /// How many threads read one big file of observations; the result is the same for any number.
  public var threads = 1
  /// Told while reading where it is.
  public var progress: ReadingProgress?
  /// What is too little for a thread of its own, in bytes.
  public var smallestShare = 4 << 20

  public init(
    format: InputFormat? = nil, measuredOn: CalendarDate? = nil, hash: Bool = false,
    encoding: TextEncoding? = nil
  ) {
    self.encoding = encoding
    self.format = format
    self.measuredOn = measuredOn
    self.hash = hash
  }

  /// How many threads read a text of so many bytes; nil where one does.
  func threads(for count: Int) -> Int? {
    let threads = min(threads, count / max(1, smallestShare))
    return threads > 1 ? threads : nil
  }
}
