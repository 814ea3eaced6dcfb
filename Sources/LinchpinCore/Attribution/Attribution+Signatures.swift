extension Attribution {
  /// The signature of the catalogue by which a binding's record was recognised, if one was.
  public func signature(of binding: Binding) -> Signature? {
    guard let provider = binding.provider,
      case .catalogue(let position) = providers[provider].origin, let number = binding.evidence
    else { return nil }
    let fact = snapshot.fact(number)
    let signatures = rules.catalogue.providers[position].signatures
    let kinds = fact.kind.signatureKinds
    if let asn = fact.asn,
      let network = signatures.first(where: { $0.kind == .network && $0.value == "AS\(asn)" }),
      !signatures.contains(where: { kinds.contains($0.kind) && matches(fact.value, $0) })
    {
      return network
    }
    return signatures.filter { kinds.contains($0.kind) && matches(fact.value, $0) }
      .max { $0.value.utf8.count < $1.value.utf8.count }
  }

  private func matches(_ name: NameID, _ signature: Signature) -> Bool {
    guard signature.kind.isName else { return snapshot.names.string(name) == signature.value }
    var map = SuffixMap<Bool>()
    map.insert(signature.value, true)
    return snapshot.names.withBytes(of: name) { map.match($0) != nil }
  }
}

extension RecordKind {
  /// The kinds of signature that a record of this kind can match.
  var signatureKinds: [Signature.Kind] {
    switch self {
    case .mx: [.mxSuffix]
    case .ns, .soa: [.nsSuffix]
    case .cname: [.cnameSuffix]
    case .spf, .spfInclude: [.spfInclude]
    case .dkim: [.dkimTarget]
    case .autodiscover: [.autodiscoverTarget]
    case .txtToken: [.txtToken]
    case .caa, .issuer: [.certificateIssuer]
    case .a, .aaaa, .mxNetwork, .tenant, .application, .wildcard: []
    }
  }
}
