/// Where a population stands towards one legal order, under one of two questions never mixed.
public struct Exposure: Sendable, Equatable {
  /// Who could be compelled to hand data over? Redundancy does not help.
  public struct Disclosure: Sendable, Equatable {
    public var none = 0
    public var metadata = 0
    public var some = 0
    public var all = 0
    public var unknown = 0
    /// The same by class of data; empty unless asked for.
    public var holdings: [Holding] = []
  }

  /// What stops if everything under that legal order stops? Redundancy helps.
  public struct Cutoff: Sendable, Equatable {
    public var unaffected = 0
    public var degraded = 0
    public var lost = 0
    public var allLost = 0
    public var unknown = 0
  }

  public enum Answer: Sendable, Equatable {
    case disclosure(Disclosure)
    case cutoff(Cutoff, scope: CutoffScope)
  }

  public var jurisdiction: String
  public var unit: Unit
  public var by: Cut?
  public var answer: Answer
}
