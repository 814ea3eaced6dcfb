/// What is known of one role of one domain: by whom, how surely, and from which record.
public struct Binding: Sendable {
  public var role: Role
  public var status: BindingStatus
  public var reason: BindingReason
  /// Number in ``Attribution/providers``; nil unless `status` is `attributed`.
  public var provider: Int?
  public var tier: Tier
  /// The observation that caused it, as a fact number of the snapshot.
  public var evidence: Int?
  /// Place among the bindings of its role: by MX preference, else as listed; 0 is tried first.
  public var rank: Int
}

/// Bindings in columns, grouped by domain.
struct BindingColumns: Sendable {
  private var role: ContiguousArray<Role> = []
  private var status: ContiguousArray<BindingStatus> = []
  private var reason: ContiguousArray<BindingReason> = []
  private var tier: ContiguousArray<Tier> = []
  private var rank: ContiguousArray<UInt8> = []
  private var provider: ContiguousArray<Int32> = []
  private var evidence: ContiguousArray<UInt32> = []
  private(set) var starts: ContiguousArray<UInt32> = [0]

  private static let noEvidence = UInt32.max

  mutating func append(_ binding: Binding) {
    role.append(binding.role)
    status.append(binding.status)
    reason.append(binding.reason)
    tier.append(binding.tier)
    rank.append(UInt8(clamping: binding.rank))
    provider.append(binding.provider.map { Int32($0) } ?? -1)
    evidence.append(binding.evidence.map { UInt32($0) } ?? Self.noEvidence)
  }

  mutating func endDomain() { starts.append(UInt32(role.count)) }

  mutating func reserve(domains: Int) { starts.reserveCapacity(domains + 1) }

  subscript(index: Int) -> Binding {
    Binding(
      role: role[index], status: status[index], reason: reason[index],
      provider: provider[index] < 0 ? nil : Int(provider[index]), tier: tier[index],
      evidence: evidence[index] == Self.noEvidence ? nil : Int(evidence[index]),
      rank: Int(rank[index]))
  }
}
