extension Assessment {
  /// Shares of providers of which no company is known, largest first: where the catalogue's gaps
  /// cost most. Public bodies that serve others stand under their country's law and are not among
  /// them.
  public var operatorsWithoutCompany: [Share] {
    var nameless: Set<String> = []
    for provider in attribution.providers where provider.company == nil {
      if case .organisation = provider.origin { continue }
      nameless.insert(provider.id)
    }
    return shares.filter { $0.level == .provider && $0.by == nil && nameless.contains($0.group) }
      .sorted {
        ($1.number, $0.role.rawValue, $0.group) < ($0.number, $1.role.rawValue, $1.group)
      }
  }
}
