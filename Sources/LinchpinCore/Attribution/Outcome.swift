/// Status, reason and provider of a binding before role, tier and evidence are added.
struct Outcome: Hashable, Sendable {
  var status: BindingStatus
  var reason: BindingReason = .none
  var provider: Int?

  init(status: BindingStatus, reason: BindingReason = .none, provider: Int? = nil) {
    self.status = status
    self.reason = reason
    self.provider = provider
  }
}

/// The outcome of every fact that names a host, four bytes each.
struct OutcomeColumn: Sendable {
  /// A provider's number, or a negative code for status and reason.
  private var codes: ContiguousArray<Int32>

  private static let none = Int32.min

  init(count: Int) { codes = ContiguousArray(repeating: Self.none, count: count) }

  subscript(fact: Int) -> Outcome? {
    get {
      let code = codes[fact]
      if code == Self.none { return nil }
      if code >= 0 { return Outcome(status: .attributed, provider: Int(code)) }
      let packed = UInt8(-(code + 1))
      guard let status = BindingStatus(rawValue: packed >> 5),
        let reason = BindingReason(rawValue: packed & 31)
      else { return nil }
      return Outcome(status: status, reason: reason)
    }
    set {
      guard let outcome = newValue else {
        codes[fact] = Self.none
        return
      }
      codes[fact] =
        outcome.provider.map { Int32($0) }
        ?? -1 - Int32(outcome.status.rawValue << 5 | outcome.reason.rawValue)
    }
  }
}
