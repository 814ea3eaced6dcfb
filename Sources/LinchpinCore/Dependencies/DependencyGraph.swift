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
  /// By function and domain; empty where no units were asked for.
  private let functions: [NodeColumn]
  /// The node of a mail host that an address without MX may be.
  let supposed: NodeID?
  /// The units of the study, each with the nodes by which it can lose something.
  public let units: [Unit]

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

  /// One unit of the population: lost as soon as one of its functions is.
  public struct Unit: Sendable {
    public var member: Population.Member
    /// Needs every function of every domain; nil when it has none.
    public var whole: NodeID?
    /// By function, inline: needs that function of every domain that has it.
    private var byFunction = SIMD8<NodeID>(repeating: DependencyGraph.noNode)

    init(_ member: Population.Member) { self.member = member }

    public internal(set) subscript(function: Function) -> NodeID? {
      get {
        let node = byFunction[Int(function.rawValue)]
        return node == DependencyGraph.noNode ? nil : node
      }
      set { byFunction[Int(function.rawValue)] = newValue ?? DependencyGraph.noNode }
    }
  }

  init(
    attribution: Attribution, options: Options, graph: Graph, nodes: [Node],
    numbers: [Node: NodeID], zones: [NodeID: DomainIndex],
    columns: [PartColumn?], functions: [NodeColumn], units: [Unit]
  ) {
    self.attribution = attribution
    self.options = options
    self.graph = graph
    self.nodes = nodes
    self.numbers = numbers
    self.zones = zones
    self.columns = columns
    self.functions = functions
    supposed = numbers[.supposedMailHost]
    self.units = units
    law = LegalControl(attribution.rules.catalogue, asOf: options.asOf)
    failure = FailureAnalysis(graph)
    unknowns = NodeSet(numbers.filter { $0.key.isUnknown }.map(\.value))
  }

  public func number(of node: Node) -> NodeID? { numbers[node] }

  /// The node of one function of a domain, or nil when the domain has no such function; only in a
  /// graph that was assembled with a population.
  public func node(of function: Function, for domain: DomainIndex) -> NodeID? {
    functions.isEmpty ? nil : functions[Int(function.rawValue)][domain]
  }

  /// The nodes all of which the functions of a domain need.
  func parts(of domain: DomainIndex) -> DomainParts {
    DomainParts(columns, attribution, domain)
  }

  /// A part's node where it is the same for all domains of a profile.
  func node(of part: DomainParts.Part, profile: UInt32) -> NodeID? {
    columns[part.rawValue]?.node(profile: profile)
  }

  /// The domains of which some part is not their profile's, in order.
  func particularDomains(_ parts: [DomainParts.Part]) -> [DomainIndex] {
    let found = parts.compactMap { columns[$0.rawValue] }.map { Set($0.particularDomains) }
    return found.reduce(into: Set()) { $0.formUnion($1) }.sorted()
  }

  /// All that one function needs; empty when the domain does not have it.
  func needs(of function: Function, _ parts: DomainParts) -> [NodeID] {
    parts.needs(of: function, supposed: supposed)
  }

  /// Whether every service under study was asked about: applications and identity only count
  /// where there are any.
  func isMeasured(_ domain: DomainIndex, _ relevant: ServiceSet) -> Bool {
    relevant.isSubset(of: attribution.askedServices(of: domain))
  }

  /// The functions a domain has, with their nodes.
  public func functions(of domain: DomainIndex) -> [(function: Function, node: NodeID)] {
    Function.allCases.compactMap { function in
      node(of: function, for: domain).map { (function, $0) }
    }
  }
}
