/// How far a population keeps to its own legal orders.
struct Insularity: Sendable {
  /// Units served under their own country's law only.
  var own = 0
  /// Units attributed throughout to known law.
  var known = 0

  /// own / known, 0–1; nil when nothing is known.
  var value: Double? { known == 0 ? nil : Double(own) / Double(known) }

  init(
    _ attribution: Attribution, _ view: RoleView, law: Grouping, tier: Tier
  ) {
    var own = 0
    var known = 0
    var parts: [Binding] = []
    let table = attribution.snapshot.organisations
    let role = view.role
    var homes: [NameID: Int?] = [:]
    view.forEachUnit { unit, number in
      let country = table.word(.country, unit.organisation)
      let home = homes[country] ?? law.find(table.string(country))
      homes[country] = home
      var isKnown = false
      var isOwn = true
      for domain in unit.domains {
        attribution.collect(&parts, role, domain, tier, primaryOnly: false)
        for part in parts {
          let groups = law.groups(of: part, unit.organisation)
          if groups.isEmpty || home == nil { return }
          isKnown = true
          if groups.contains(where: { $0 != home }) { isOwn = false }
        }
      }
      if isKnown { known += number }
      if isKnown && isOwn { own += number }
    }
    self.own = own
    self.known = known
  }
}
