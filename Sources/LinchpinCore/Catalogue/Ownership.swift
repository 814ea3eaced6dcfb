/// One dated edge between companies.
public struct Ownership: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    case owns, controls, licensesTechnologyFrom
  }

  public enum Status: String, CaseIterable, Sendable {
    case announced, completed, prohibited
  }

  public var owner: String
  public var owned: String
  public var kind: Kind
  /// Percent, 0–100; nil when no source states it.
  public var share: Double?
  public var status: Status
  /// nil: since before anything measured.
  public var validFrom: CalendarDate?
  public var validTo: CalendarDate?
  /// Supposed by the user (`--assume`), not a fact of the catalogue.
  public var isAssumption: Bool
  public var note: String
  public var citation: Citation

  public init(
    owner: String, owned: String, kind: Kind, share: Double? = nil, status: Status,
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil, isAssumption: Bool = false,
    note: String = "", citation: Citation
  ) {
    self.owner = owner
    self.owned = owned
    self.kind = kind
    self.share = share
    self.status = status
    self.validFrom = validFrom
    self.validTo = validTo
    self.isAssumption = isAssumption
    self.note = note
    self.citation = citation
  }

  /// Whether the edge gives control on a date: completed, in force, and more than half (or the
  /// share unstated); a 50/50 venture is controlled by both.
  public func givesControl(on date: CalendarDate?) -> Bool {
    guard isInForce(on: date) else { return false }
    switch kind {
    case .controls: return true
    case .owns: return (share ?? 100) >= 50
    case .licensesTechnologyFrom: return false
    }
  }

  /// Whether the edge is completed and valid on a date; a nil date means the latest knowledge.
  public func isInForce(on date: CalendarDate?) -> Bool {
    guard status == .completed else { return false }
    guard let date else { return validTo == nil }
    return (validFrom ?? date) <= date && (validTo.map { date < $0 } ?? true)
  }
}
