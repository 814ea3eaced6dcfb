/// What the names of a study trust by their name servers, through these servers' own names, the
/// zones those lie in, and so on: after Ramasubramanian and Sirer (IMC 2005) and ANSSI's transdep.
public struct NameServerTrust: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    case name, address, prefix, network, registry
  }

  /// One thing whose stop alone leaves units without DNS.
  public struct Point: Sendable, Equatable {
    public var kind: Kind
    /// A host, an address, a /24 or /48, an AS, or a top-level domain.
    public var id: String
    /// Units of which a name server of their own is it, or lies in it.
    public var direct: Int
    /// Units that hang on it only through other zones.
    public var indirect: Int

    public var number: Int { direct + indirect }
  }

  /// The widest reach first.
  public var points: [Point]
  /// By number of distinct name servers that a domain trusts: how many domains.
  public var sizes: [Int: Int]
  /// Domains of which the whole trusted base was seen; of the others the size is a lower bound.
  public var complete: Int
  /// Domains with name servers.
  public var domains: Int

  /// The middle size; the lower one of two.
  public var median: Int {
    var left = (domains + 1) / 2
    for (size, number) in sizes.sorted(by: { $0.key < $1.key }) {
      left -= number
      if left <= 0 { return size }
    }
    return 0
  }

  public var mean: Double {
    domains == 0 ? 0 : Double(sizes.reduce(0) { $0 + $1.key * $1.value }) / Double(domains)
  }

  public var most: Int { sizes.keys.max() ?? 0 }
}
