/// SPF policies that other policies include: followed once everything has been read, so that a sender
/// named three policies deep is a sender (RFC 7208, 5.2).
extension SnapshotBuilder {
  /// A policy under the name that others include.
  struct NamedPolicy: Sendable {
    var text: NameID
    var source: Provenance
  }

  /// Keeps the policy of a name; the first one of each stands. Bad names give a finding.
  public mutating func policy(of name: Bytes, text: Bytes, at source: Provenance) {
    guard let id = canonicalID(name, in: .names, at: source, .badHost) else { return }
    needRecords()
    if policies[id] == nil { policies[id] = NamedPolicy(text: names.intern(text), source: source) }
  }

  /// Adds to every domain the names that the policies it includes lead to.
  ///
  /// Receivers stop at the eleventh look-up, so names behind it let nobody send: they are left out,
  /// with a finding. A circle is followed once.
  /// - Complexity: O(facts + look-ups), at most ten look-ups a domain.
  mutating func placePolicies() {
    if policies.isEmpty { return }
    var parsed: [String: SPFPolicy] = [:]
    for (name, policy) in policies {
      parsed[names.string(name)] = SPFPolicy(names.string(policy.text))
    }
    for (domain, own) in statedPolicies() {
      let name = domains.string(NameID(rawValue: domain.rawValue))
      var walk = PolicyWalk(parsed)
      walk.follow(own.policy, of: name)
      for step in walk.found where !own.direct.contains(step.name) {
        let within = names.find(step.policy).flatMap { policies[$0]?.source }
        add(
          Fact(
            kind: .spfInclude, value: names.intern(step.name), preference: nil, asn: nil,
            source: within ?? own.source), of: domain)
      }
      if let loop = walk.loop { reportLoop(at: loop, of: name, own.source) }
      if walk.lookUps > SPFPolicy.lookUpLimit { reportLookUps(of: domain, at: own.source) }
    }
    policies = [:]
  }

  /// What one domain's own record says.
  private struct StatedPolicy {
    var policy: SPFPolicy
    var direct: Set<String> = []
    var source: Provenance
  }

  private func statedPolicies() -> [(DomainIndex, StatedPolicy)] {
    var stated: [DomainIndex: StatedPolicy] = [:]
    for number in 0..<facts.count {
      let fact = facts[number]
      let domain = DomainIndex(Int(facts.domain[number]))
      if fact.kind == .spf, let policy = SPFPolicy(names.string(fact.value)) {
        stated[domain] = StatedPolicy(
          policy: policy, direct: stated[domain]?.direct ?? [], source: fact.source)
      } else if fact.kind == .spfInclude {
        let name = names.string(fact.value)
        var own = stated[domain] ?? StatedPolicy(policy: SPFPolicy(), source: fact.source)
        // Where the input gives no policy, its list of names is the policy.
        if own.policy.isListed { own.policy.list(name) }
        own.direct.insert(name)
        stated[domain] = own
      }
    }
    return stated.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Findings

  private mutating func reportLoop(at name: String, of domain: String, _ source: Provenance) {
    report(
      Finding(
        .warning, .policyLoop, file: files[Int(source.file)].path, line: Int(source.line),
        "the SPF policy of \(domain) leads back to \(name)",
        hint: "receivers take it for a permanent error; the circle is followed once"),
      in: source.file)
  }

  /// Says that a policy needs more look-ups than receivers make.
  /// - Parameter count: how many it needs in all; nil where counting stopped at the limit.
  public mutating func reportLookUps(
    _ count: Int? = nil, of domain: DomainIndex, at source: Provenance
  ) {
    let name = domains.string(NameID(rawValue: domain.rawValue))
    let number = count.map(String.init) ?? "more than \(SPFPolicy.lookUpLimit)"
    report(
      Finding(
        .warning, .policyLookUps, file: files[Int(source.file)].path, line: Int(source.line),
        "the SPF policy of \(name) needs \(number) look-ups; receivers make "
          + "\(SPFPolicy.lookUpLimit) (RFC 7208, 4.6.4)",
        hint: count == nil
          ? "names behind the limit let nobody send, and are no senders here"
          : "which names stand behind the limit the input does not say: all are senders here"),
      in: source.file)
  }
}

/// The names that a policy leads to through the policies it includes, in the order in which a
/// receiver meets them.
struct PolicyWalk {
  struct Step {
    var name: String
    /// The name whose policy includes it.
    var policy: String
  }

  private let policies: [String: SPFPolicy]
  private(set) var found: [Step] = []
  /// Look-ups made; one above the limit stands for any number of them.
  private(set) var lookUps = 0
  /// The first name that some policy leads back to.
  private(set) var loop: String?
  private var path: [String] = []
  private var names: Set<String> = []

  /// - Parameter policies: by name in its one spelling.
  init(_ policies: [String: SPFPolicy]) { self.policies = policies }

  mutating func follow(_ policy: SPFPolicy, of name: String) {
    path.append(name)
    defer { path.removeLast() }
    for mechanism in policy.mechanisms where mechanism.needsLookUp {
      // A redirect counts only where nothing else decides about everybody.
      if case .redirect = mechanism, policy.all != nil { continue }
      lookUps += 1
      if lookUps > SPFPolicy.lookUpLimit { return }
      guard let target = mechanism.delegate,
        let next = (try? DomainName(target))?.description
      else { continue }
      if path.contains(next) {
        loop = loop ?? next
        continue
      }
      if names.insert(next).inserted { found.append(Step(name: next, policy: name)) }
      if let included = policies[next] { follow(included, of: next) }
      if lookUps > SPFPolicy.lookUpLimit { return }
    }
  }
}
