/// Why Graphviz gave no layout; each carries what Graphviz said.
public enum GraphvizError: Error, Sendable, Hashable {
  /// The DOT text holds a zero byte, at which C would silently end it.
  case zeroByte
  case noContext
  case unreadable(String)
  case layoutFailed(String)
  /// Graphviz claimed success, yet reported this.
  case reported(String)
  /// Something of the graph has no place.
  case incomplete(String)
}
