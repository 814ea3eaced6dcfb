internal import CGraphvizShim

/// A laid-out graph as Graphviz wrote it.
public struct GraphvizRendering: Sendable, Hashable {
  public let text: String
  /// What Graphviz warned of, empty if nothing.
  public let warnings: String

  /// Lays a graph out and renders it; one at a time, whatever thread calls.
  ///
  /// Errors: everything Graphviz calls an error, even where it returned success.
  public init(
    dot: String, engine: GraphvizEngine = .dot, format: GraphvizFormat
  ) throws(GraphvizError) {
    if dot.utf8.contains(0) { throw .zeroByte }
    let result = linchpin_graphviz_render(dot, engine.rawValue, format.rawValue)
    defer { linchpin_graphviz_release(result) }
    let said = result.messages.map { String(cString: $0) } ?? ""

    switch result.status {
    case LinchpinGraphvizRendered: break
    case LinchpinGraphvizNoContext: throw .noContext
    case LinchpinGraphvizUnreadable: throw .unreadable(said)
    case LinchpinGraphvizLayoutFailed: throw .layoutFailed(said)
    default: throw .renderFailed(said)
    }
    guard let text = result.text else { throw .renderFailed(said) }
    if said.contains("Error: ") { throw .reported(said) }
    self.text = String(cString: text)
    self.warnings = said
  }
}
