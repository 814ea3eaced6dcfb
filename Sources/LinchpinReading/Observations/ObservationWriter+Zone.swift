import LinchpinCore

/// What a record says of the zone and the certificate, and of policies that others include.
extension ObservationWriter {
  /// The primary name server of a SOA, alone or in front of the record's other fields.
  func authority(
    _ text: Bytes, of domain: DomainIndex, at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    let server = Bytes(rebasing: text.prefix { $0 != UInt8(ascii: " ") })
    // A zone that names the root as its primary server names nobody.
    if server.count == 1, server[0] == UInt8(ascii: ".") { return }
    builder.observe(.soa, of: domain, name: server, at: source)
  }

  /// An authority that may issue; that nobody may is an answer that names none.
  func authorisation(
    _ text: Bytes, of domain: DomainIndex, at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    switch CertificateRecord.authority(of: String(decoding: text, as: UTF8.self)) {
    case .authority(var name):
      name.withUTF8 { builder.observe(.caa, of: domain, name: Bytes($0), at: source) }
    // Answered, and naming no authority.
    case .nobody: builder.answer(.caa, of: domain, .answered)
    case .somethingElse: return
    }
  }

  /// The organisation in the issuer of a certificate.
  func certificate(
    _ text: Bytes, of domain: DomainIndex, at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    var name = CertificateRecord.organisation(of: String(decoding: text, as: UTF8.self))
    name.withUTF8 { builder.observe(.issuer, of: domain, text: Bytes($0), at: source) }
  }

  /// The names that a policy leads to, from a text that holds all policies on the way.
  ///
  /// Which of them is whose it does not say, so circles cannot be told; the look-ups can be counted.
  func resolved(
    _ text: Bytes, of domain: DomainIndex, at source: Provenance, _ builder: inout SnapshotBuilder
  ) {
    let policies = SPFPolicy.each(in: String(decoding: text, as: UTF8.self))
    var known = Set(policies.first?.delegates ?? [])
    for name in policies.dropFirst().flatMap(\.delegates) where known.insert(name).inserted {
      var name = name
      name.withUTF8 { builder.observe(.spfInclude, of: domain, name: Bytes($0), at: source) }
    }
    let lookUps = policies.reduce(0) { $0 + $1.lookUps }
    if lookUps > SPFPolicy.lookUpLimit {
      builder.reportLookUps(lookUps, of: domain, at: source)
    }
  }
}
