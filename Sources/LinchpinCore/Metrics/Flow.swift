/// Who depends on whom, under which law: every unit counted once and split over what it uses.
public struct Flow: Sendable, Equatable {
  /// What stands behind a part of a unit.
  public enum Supplier: Hashable, Sendable {
    /// By number in the attribution's providers.
    case provider(Int)
    case own
    /// Something is there, whose it is cannot be told.
    case unknown
    /// Asked, and there is none.
    case absent
    case notMeasured
  }

  /// One band: units of one value of the dimension, at one supplier, under the same legal orders.
  public struct Band: Sendable, Equatable {
    public var value: String
    public var supplier: Supplier
    /// Seat first, then those it is controlled from; empty when not known.
    public var laws: [String]
    public var size: Double
  }

  public var role: Role
  public var dimension: Dimension
  public var unit: Unit
  public var tier: Tier
  public var bands: [Band]
  /// All units; the sizes of the bands add up to it.
  public var of: Int
}

extension Flow {
  /// Splits every unit equally over its domains, and those over their distinct suppliers.
  /// - Complexity: O(bindings of the role).
  public static func measure(
    _ attribution: Attribution, _ population: Population, role: Role, by dimension: Dimension,
    tier: Tier, asOf: CalendarDate?
  ) -> Flow {
    struct Key: Hashable {
      var value: String
      var supplier: Supplier
      var laws: [String]
    }
    let control = LegalControl(attribution.rules.catalogue, asOf: asOf)
    let table = attribution.snapshot.organisations
    let laws = attribution.providers.map { attribution.laws(of: $0, control) }
    var sums: [Key: FractionSum] = [:]
    var parts: [Binding] = []
    population.forEachUnit { unit in
      let value = table.string(table.word(dimension, unit.organisation))
      let country = table.country(unit.organisation)
      let serving = unit.domains.filter { attribution.hasService(role, $0, tier) }
      if serving.isEmpty {
        let isAbsent = unit.domains.contains { domain in
          attribution.bindings(role.family, of: domain).contains { $0.role == role }
        }
        let supplier: Supplier = isAbsent ? .absent : .notMeasured
        sums[Key(value: value, supplier: supplier, laws: []), default: FractionSum()]
          .add(unit.weight, over: 1)
      }
      for domain in serving {
        attribution.collect(&parts, role, domain, tier, primaryOnly: false)
        for part in parts {
          let key: Key
          switch part.status {
          case .attributed:
            guard let provider = part.provider else { continue }
            key = Key(value: value, supplier: .provider(provider), laws: laws[provider])
          case .selfHosted:
            key = Key(
              value: value, supplier: .own, laws: country.isEmpty ? [] : [country])
          case .unattributed, .hidden, .failed, .absent, .notMeasured:
            key = Key(value: value, supplier: .unknown, laws: [])
          }
          sums[key, default: FractionSum()].add(
            unit.weight, over: serving.count * parts.count)
        }
      }
    }
    let bands = sums.map { key, sum in
      Band(value: key.value, supplier: key.supplier, laws: key.laws, size: sum.value)
    }
    return Flow(
      role: role, dimension: dimension, unit: population.unit, tier: tier,
      bands: bands.sorted {
        ($1.size, $0.value, $0.laws.joined(), attribution.key(of: $0.supplier))
          < ($0.size, $1.value, $1.laws.joined(), attribution.key(of: $1.supplier))
      }, of: population.count)
  }
}

extension Attribution {
  /// The legal orders over a provider: seat first, then those it is controlled from.
  public func laws(of provider: AttributedProvider, _ control: LegalControl) -> [String] {
    if let company = provider.company { return control.jurisdictions(of: company) }
    guard case .organisation(let organisation) = provider.origin else { return [] }
    return [snapshot.organisations.country(organisation)].filter { !$0.isEmpty }
  }

  /// A stable key of a supplier, for ids and for order.
  public func key(of supplier: Flow.Supplier) -> String {
    switch supplier {
    case .provider(let number): providers[number].id
    case .own: "own"
    case .unknown: "unknown"
    case .absent: "absent"
    case .notMeasured: "not-measured"
    }
  }
}
