public struct NetworkRanges: Sendable {
  public init() {}
  public func asn(of address: String) -> UInt32? { nil }
}
