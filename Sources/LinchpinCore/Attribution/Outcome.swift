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
