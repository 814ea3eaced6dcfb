/// What somebody declares rather than measures: applications and what suppliers depend on.
public struct Declarations: Sendable, Equatable {
  /// A supplier that needs another one for a role of its own.
  public struct Dependency: Sendable, Hashable {
    /// Ids or names, as declared.
    public var supplier: String
    public var dependsOn: String
    /// What for; nil when not said. Of name servers any one will do, of the others all are needed.
    public var role: Role?
    public var source: Provenance

    public init(supplier: String, dependsOn: String, role: Role? = nil, source: Provenance) {
      self.supplier = supplier
      self.dependsOn = dependsOn
      self.role = role
      self.source = source
    }
  }

  public private(set) var dependencies: [Dependency] = []
  /// Suppliers of declared applications, each with the first place that names it.
  public private(set) var suppliers: [String: Provenance] = [:]

  public init() {}

  public var isEmpty: Bool { dependencies.isEmpty && suppliers.isEmpty }

  mutating func add(_ dependency: Dependency) { dependencies.append(dependency) }

  mutating func add(supplier: String, at source: Provenance) {
    if suppliers[supplier] == nil { suppliers[supplier] = source }
  }
}

extension Rules {
  /// The rules with what a snapshot's input declares of suppliers: those the catalogue does not know
  /// become providers without a company, so that their law is unknown.
  public func including(_ snapshot: Snapshot) -> Rules {
    let declared = snapshot.declarations
    if declared.isEmpty { return self }
    var catalogue = catalogue
    var places: [String: Int] = [:]
    for (place, provider) in catalogue.providers.enumerated() {
      places[provider.id] = places[provider.id] ?? place
    }
    for (place, provider) in catalogue.providers.enumerated() {
      let name = provider.name.lowercased()
      places[name] = places[name] ?? place
    }
    func place(of supplier: String, at source: Provenance) -> Int {
      if let known = places[supplier] ?? places[supplier.lowercased()] { return known }
      catalogue.providers.append(
        Provider(
          id: supplier, name: supplier, note: "declared",
          citation: Citation(source: "", origin: snapshot.describe(source))))
      places[supplier] = catalogue.providers.count - 1
      places[supplier.lowercased()] = catalogue.providers.count - 1
      return catalogue.providers.count - 1
    }
    for (supplier, source) in declared.suppliers.sorted(by: { $0.key < $1.key }) {
      _ = place(of: supplier, at: source)
    }
    let sorted = declared.dependencies.sorted {
      ($0.supplier, $0.dependsOn, $0.source.file, $0.source.line)
        < ($1.supplier, $1.dependsOn, $1.source.file, $1.source.line)
    }
    for dependency in sorted {
      let supplier = place(of: dependency.supplier, at: dependency.source)
      let needed = catalogue.providers[place(of: dependency.dependsOn, at: dependency.source)].id
      let path: WritableKeyPath<Provider, [String]> =
        dependency.role == .authoritativeDNS ? \.nameServers : \.dependsOn
      if !catalogue.providers[supplier][keyPath: path].contains(needed) {
        catalogue.providers[supplier][keyPath: path].append(needed)
      }
    }
    return Rules(catalogue: catalogue, networks: networks)
  }
}
