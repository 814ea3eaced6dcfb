/// Of how many hosts the addresses are known: what a ranking of networks is worth.
public struct AddressCoverage: Sendable, Equatable {
  /// NS or MX: the records that name the hosts.
  public var record: RecordKind
  /// Distinct hosts that these records name.
  public var hosts: Int
  /// Of them, those with an address.
  public var withAddress: Int
  /// Of them, those with addresses of which every network is known.
  public var withNetwork: Int
}

extension AddressCoverage {
  /// The coverage of the hosts that the domains of a study name, one row for each kind of record
  /// that occurs.
  /// - Complexity: O(facts).
  public static func measure(_ graph: DependencyGraph) -> [AddressCoverage] {
    let snapshot = graph.attribution.snapshot
    let networks = graph.attribution.rules.networks
    return [RecordKind.ns, .mx].compactMap { kind in
      var hosts: Set<NameID> = []
      for unit in graph.units {
        for domain in unit.domains {
          for number in snapshot.facts(of: domain) where snapshot.kind(ofFact: number) == kind {
            hosts.insert(snapshot.fact(number).value)
          }
        }
      }
      if hosts.isEmpty { return nil }
      let addressed = hosts.compactMap { snapshot.hostAddresses[$0] }.filter { !$0.isEmpty }
      let routed = addressed.count { addresses in
        addresses.allSatisfy { address in
          address.asn != nil
            || networks?.asn(of: snapshot.names.string(address.address)) != nil
        }
      }
      return AddressCoverage(
        record: kind, hosts: hosts.count, withAddress: addressed.count, withNetwork: routed)
    }
  }
}
