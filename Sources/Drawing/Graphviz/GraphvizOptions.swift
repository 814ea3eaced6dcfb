/// Ways to lay a graph out that give the same picture twice; `fdp` does not.
public enum GraphvizEngine: String, Sendable, Hashable, CaseIterable {
  case dot, neato, sfdp, twopi, circo
}

/// Textual forms of a laid-out graph.
public enum GraphvizFormat: String, Sendable, Hashable, CaseIterable {
  /// Attributes and positions; `jsonWithDrawing` adds every draw operation.
  case json = "json0"
  case jsonWithDrawing = "json"
  case plain
  case dot
  case xdot
  case svg
}
