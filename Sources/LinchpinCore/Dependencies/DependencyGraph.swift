public import Graphs

/// What every function of every domain needs, down to companies and legal orders, frozen.
///
/// Edges run dependent → dependency. Domains that need the same things share one node, so the
/// graph has as many requirement nodes as there are distinct needs, not as there are domains.
public final class DependencyGraph: Sendable {
  public let attribution: Attribution
  public let options: Options
  public let graph: Graph
  public let failure: FailureAnalysis
  /// By node number.
  public let nodes: [Node]
  /// Nodes that stand for something not known: taken as standing, then as failed.
  public let unknowns: NodeSet

  /// Who controls whom on the date of the graph; made once, for every node that is described.
  let law: LegalControl

  private let numbers: [Node: NodeID]
  /// The unnamed nodes that stand for the DNS of a zone.
  let zones: [NodeID: DomainIndex]
  private let columns: [PartColumn?]
  /// The node of a mail host that an address without MX may be.
  let supposed: NodeID?
  /// Whose units the questions are about; nil where a graph answers for domains alone.
  public let population: Population?
  /// Domains by what they need; nil without a population.
  let signatures: DomainSignatures?

  /// Stands for "this domain has no such function" in the columns.
  static let noNode = NodeID.max

  /// How the graph is assembled.
  public struct Options: Sendable, Equatable {
    /// The weakest tier of evidence that counts.
    public var tier: Tier
    public var mode: FailureMode
    public var scope: CutoffScope
    public var asOf: CalendarDate?
    /// Whether hosts and networks are nodes of their own even where nothing else hangs on them.
    public var includesHosts: Bool

    public init(
      tier: Tier = .inferred, mode: FailureMode = .outage, scope: CutoffScope = .group,
      asOf: CalendarDate? = nil, includesHosts: Bool = false
    ) {
      self.tier = tier
      self.mode = mode
      self.scope = scope
      self.asOf = asOf
      self.includesHosts = includesHosts
    }
  }

  init(
    attribution: Attribution, population: Population?, options: Options, graph: Graph,
    nodes: [Node], numbers: [Node: NodeID], zones: [NodeID: DomainIndex],
    columns: [PartColumn?], namesHosts: Bool
  ) {
    self.attribution = attribution
    self.population = population
    self.options = options
    self.graph = graph
    self.nodes = nodes
    self.numbers = numbers
    self.zones = zones
    self.columns = columns
    supposed = numbers[.supposedMailHost]
    law = LegalControl(attribution.rules.catalogue, asOf: options.asOf)
    failure = FailureAnalysis(graph)
    unknowns = NodeSet(numbers.filter { $0.key.isUnknown }.map(\.value))
    signatures = population.map { _ in
      DomainSignatures(
        attribution, columns,
        naming: Naming(attribution, tier: options.tier, graph, nodes, numbers),
        namesHosts: namesHosts)
    }
  }

  public func number(of node: Node) -> NodeID? { numbers[node] }

  // MARK: Units

  /// The number of units in the study.
  public var unitCount: Int { population?.count ?? 0 }

  /// The units of the study, in the order of the population.
  /// - Complexity: O(units), newly made.
  public var units: [Population.Member] {
    var units: [Population.Member] = []
    units.reserveCapacity(unitCount)
    population?.forEachUnit { units.append($0) }
    return units
  }

  // MARK: Functions

  /// The nodes all of which the functions of a domain need.
  func parts(of domain: DomainIndex) -> DomainParts {
    signatures.map { $0[domain].parts } ?? DomainParts(columns, attribution, domain)
  }

  /// The nodes all of which a function of a domain needs; empty when the domain has no such function.
  public func needs(of function: Function, for domain: DomainIndex) -> [NodeID] {
    needs(of: function, parts(of: domain))
  }

  /// All that one function needs; empty when the domain does not have it.
  func needs(of function: Function, _ parts: DomainParts) -> [NodeID] {
    parts.needs(of: function, supposed: supposed)
  }

  /// The functions a domain has, each with the nodes all of which it needs.
  public func functions(of domain: DomainIndex) -> [(function: Function, needs: [NodeID])] {
    let parts = parts(of: domain)
    return Function.allCases.compactMap { function in
      let needs = needs(of: function, parts)
      return needs.isEmpty ? nil : (function, needs)
    }
  }

  /// What the records of a function name, ascending: providers and hosts, and what those belong to.
  /// Only in a graph that was assembled with a population.
  func named(by function: Function, _ domain: DomainIndex) -> [NodeID] {
    signatures.map { $0.named(by: function, $0[domain]) } ?? []
  }

  /// A part's node where it is the same for all domains of a profile.
  func node(of part: DomainParts.Part, profile: UInt32) -> NodeID? {
    columns[part.rawValue]?.node(profile: profile)
  }

  /// The domains of which some part is not their profile's, in order.
  func particularDomains(_ parts: [DomainParts.Part]) -> [DomainIndex] {
    columns.particularDomains(parts)
  }

  // MARK: What was asked

  /// Whether every service under study was asked about: applications and identity only count
  /// where there are any.
  func isMeasured(_ domain: DomainIndex, _ relevant: ServiceSet) -> Bool {
    relevant.isSubset(
      of: signatures.map { $0[domain].asked } ?? attribution.askedServices(of: domain))
  }

  /// Whether a function without a node is known to be absent rather than never asked about.
  func isAsked(_ function: Function, _ domain: DomainIndex) -> Bool {
    signatures.map { $0[domain].isAsked(function) } ?? false
  }
}
