/// The two weights the pictures use.
public enum FontWeight: String, Sendable, Hashable, CaseIterable {
  case regular
  case bold
}
