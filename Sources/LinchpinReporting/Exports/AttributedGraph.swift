import LinchpinCore

/// The dependency graph with what each node and edge is, for programs that keep attributes.
///
/// Beside what needs what it has one edge for each binding, from the domain to the provider, with
/// its role and tier.
struct AttributedGraph {
  /// The names of attributes, in the order every format writes them.
  static let nodeAttributes = [
    "kind", "ident", "name", "sector", "country", "region", "weight", "jurisdictions",
  ]
  static let edgeAttributes = ["relation", "need", "role", "tier", "weight"]
  /// Those that are numbers.
  static let numeric: Set<String> = ["weight"]

  struct Node {
    var key: String
    var name: String
    /// In the order of `nodeAttributes`.
    var values: [String]
  }

  struct Edge: Hashable {
    var from: String
    var to: String
    /// In the order of `edgeAttributes`.
    var values: [String]
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  init(_ graph: DependencyGraph) {
    let network = NamedNetwork(graph)
    let laws = Self.laws(graph)
    let table = graph.attribution.snapshot.organisations
    var known: Set<String> = []
    func add(_ key: String, _ kind: String, _ id: String, _ name: String) {
      if !known.insert(key).inserted { return }
      let organisation = kind == "organisation" ? table.find(id).map { table[$0] } : nil
      nodes.append(
        Node(
          key: key, name: name,
          values: [
            kind, id, name, organisation?.sector ?? "", organisation?.country ?? "",
            organisation?.region ?? "", Self.number(organisation?.weight ?? 1),
            (laws[key] ?? []).joined(separator: " "),
          ]))
    }
    for node in network.nodes { add(node.key, node.kind, node.id, node.name) }
    edges = network.edges.map {
      Edge(from: $0.from, to: $0.to, values: ["needs", $0.need, "", "", "1"])
    }
    let providers = graph.attribution.providers
    for (domain, binding) in Self.bindings(graph) {
      guard let number = binding.provider else { continue }
      let key = "provider:" + providers[number].id
      add(key, "provider", providers[number].id, providers[number].name)
      edges.append(
        Edge(
          from: "domain:" + domain, to: key,
          values: ["bound", "", binding.role.label, binding.tier.label, "1"]))
    }
    nodes.sort { $0.key < $1.key }
    edges = Set(edges).sorted {
      ($0.from, $0.to, $0.values.joined(separator: "\n"))
        < ($1.from, $1.to, $1.values.joined(separator: "\n"))
    }
  }

  private static func laws(_ graph: DependencyGraph) -> [String: [String]] {
    var laws: [String: [String]] = [:]
    for node in graph.nodes {
      guard let kind = node.kind else { continue }
      let described = graph.describe(node)
      laws["\(kind.rawValue):\(described.id)"] = described.jurisdictions
    }
    return laws
  }

  /// Every binding with a provider, of whatever tier: readers of the file choose for themselves.
  private static func bindings(_ graph: DependencyGraph) -> [(domain: String, binding: Binding)] {
    let attribution = graph.attribution
    return graph.units.flatMap { unit in
      unit.domains.flatMap { domain in
        attribution.bindings(of: domain).map { (attribution.snapshot.name(of: domain), $0) }
      }
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 9e15 ? String(Int(value)) : String(value)
  }
}

extension String {
  /// This text as the value of an XML attribute or as character data.
  var xml: String {
    visible.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
