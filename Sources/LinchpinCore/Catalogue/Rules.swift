/// Everything attribution rests on beside the observations: catalogue, networks, suffix list.
///
/// Two attributions of one snapshot can differ only when their rules do.
public struct Rules: Sendable {
  public let catalogue: Catalogue
  /// Which AS announces which address; nil when none was given.
  public let networks: NetworkRanges?
  let index: CatalogueIndex

  public init(catalogue: Catalogue, networks: NetworkRanges? = nil) {
    self.catalogue = catalogue
    self.networks = networks
    index = CatalogueIndex(catalogue)
  }

  /// The provider and use of a network, when the catalogue knows it.
  public func network(_ asn: UInt32) -> (provider: Provider, kind: Signature.NetworkKind?)? {
    index.networks[asn].map { (catalogue.providers[$0.provider], $0.kind) }
  }
}
