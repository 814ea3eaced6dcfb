/// What is known of one role of one domain: by whom, how surely, and from which record.
///
/// Sixteen bytes: a million domains have some eight million of them.
public struct Binding: Sendable {
  private var providerCode: Int32
  private var evidenceCode: UInt32
  public var role: Role
  public var status: BindingStatus
  public var reason: BindingReason
  public var tier: Tier
  private var rankCode: UInt8

  private static let noEvidence = UInt32.max

  init(
    role: Role, status: BindingStatus, reason: BindingReason, provider: Int?, tier: Tier,
    evidence: Int?, rank: Int
  ) {
    self.role = role
    self.status = status
    self.reason = reason
    self.tier = tier
    providerCode = provider.map { Int32($0) } ?? -1
    evidenceCode = evidence.map { UInt32($0) } ?? Self.noEvidence
    rankCode = UInt8(clamping: rank)
  }

  /// Number in ``Attribution/providers``; nil unless `status` is `attributed`.
  public var provider: Int? { providerCode < 0 ? nil : Int(providerCode) }

  /// The observation that caused it, as a fact number of the snapshot.
  public var evidence: Int? {
    get { evidenceCode == Self.noEvidence ? nil : Int(evidenceCode) }
    set { evidenceCode = newValue.map { UInt32($0) } ?? Self.noEvidence }
  }

  /// Place among the bindings of its role: by MX preference, else as listed; 0 is tried first.
  public var rank: Int {
    get { Int(rankCode) }
    set { rankCode = UInt8(clamping: newValue) }
  }
}
