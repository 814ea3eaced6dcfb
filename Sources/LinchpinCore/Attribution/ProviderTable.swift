/// The catalogue's providers in its order, then the operators found beside it.
struct ProviderTable: Sendable {
  private(set) var providers: [AttributedProvider]
  /// By number: whether it filters mail in front of somebody else's mailbox.
  let gateways: [Bool]
  /// By number: whether names that nobody uses lead there.
  let parking: [Bool]
  private var numbers: [String: Int] = [:]

  init(_ rules: Rules) {
    providers = rules.catalogue.providers.enumerated().map { number, provider in
      AttributedProvider(
        id: provider.id, name: provider.name, origin: .catalogue(number),
        isGateway: provider.isGateway,
        company: provider.company.flatMap { rules.index.companies[$0] })
    }
    gateways = providers.map(\.isGateway)
    parking = rules.catalogue.providers.map(\.isParking)
  }

  /// An operator known only by its registrable domain.
  mutating func domain(_ name: String) -> Int {
    add(name) {
      AttributedProvider(
        id: name, name: name, origin: .domain, isGateway: false, company: nil)
    }
  }

  /// An organisation of the input that serves others.
  mutating func organisation(_ index: OrganisationIndex, _ snapshot: Snapshot) -> Int {
    let id = "organisation:" + snapshot.organisations.id(index)
    return add(id) {
      AttributedProvider(
        id: id, name: snapshot.organisations[index].name, origin: .organisation(index),
        isGateway: false, company: nil)
    }
  }

  private mutating func add(_ id: String, _ make: () -> AttributedProvider) -> Int {
    if let known = numbers[id] { return known }
    providers.append(make())
    numbers[id] = providers.count - 1
    return providers.count - 1
  }
}
