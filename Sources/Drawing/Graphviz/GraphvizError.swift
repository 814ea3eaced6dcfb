/// Why Graphviz gave no picture; each carries what Graphviz said.
public enum GraphvizError: Error, Sendable, Hashable {
  /// The DOT text holds a zero byte, at which C would silently end it.
  case zeroByte
  case noContext
  case unreadable(String)
  case layoutFailed(String)
  case renderFailed(String)
  /// Graphviz claimed success, yet reported this.
  case reported(String)
  /// The rendering is not what the format promises.
  case malformed(String)
}
