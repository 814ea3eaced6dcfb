/// One thing whose failure alone takes services away, and from how many.
public struct Chokepoint: Sendable, Equatable {
  public var kind: Node.Kind
  public var id: String
  public var name: String
  public var company: String
  public var jurisdictions: [String]
  /// Units that lose a service that names it.
  public var direct: Int
  /// Units that lose a service only through something else.
  public var indirect: Int
  public var weight: Double
  /// Units losing a function, by function.
  public var functions: [Function: Int]
  /// Units losing anything, by sector or by the dimension points were ranked by.
  public var sectors: [String: Int]
  /// All units of the population.
  public var of: Int

  /// The blast radius: direct and indirect add up.
  public var number: Int { direct + indirect }

  public var share: Double? {
    of < Share.smallestPopulation ? nil : Double(number) / Double(of)
  }
}
