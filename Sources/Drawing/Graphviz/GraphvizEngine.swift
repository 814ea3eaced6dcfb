/// Ways to lay a graph out that give the same picture twice; `fdp` does not.
public enum GraphvizEngine: String, Sendable, Hashable, CaseIterable {
  case dot, neato, sfdp, twopi, circo
}
