/// Everything known about one name: the way from records to law, with the evidence of each step.
public struct Explanation: Sendable, Equatable {
  public enum Subject: String, Sendable {
    case organisation, domain, provider, company, jurisdiction
  }

  /// One thing known, and where it stands written.
  public struct Step: Sendable, Equatable {
    public var label: String
    public var value: String
    /// A `file:line`, a URL, or empty.
    public var source: String

    init(_ label: String, _ value: String, source: String = "") {
      self.label = label
      self.value = value
      self.source = source
    }
  }

  public struct Section: Sendable, Equatable {
    public var heading: String
    public var steps: [Step]
  }

  public var subject: Subject
  public var id: String
  public var name: String
  public var sections: [Section]
}
