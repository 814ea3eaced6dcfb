/// The records that one family of rules reads; domains alike in them share a profile.
enum RecordFamily: Int, CaseIterable, Sendable {
  case mail, senders, identity, nameServers, web, applications

  static let count = 6

  /// Its place in a set of families.
  var bit: UInt8 { 1 << UInt8(rawValue) }

  /// The questions whose answers the family's rules go by.
  var questions: [Question] {
    switch self {
    case .mail: [.mx, .dkim, .autodiscover, .wildcard]
    case .senders: [.spf]
    case .identity: [.txt, .tenant]
    case .nameServers: [.ns, .soa]
    case .web: [.address, .cname, .caa, .certificate]
    case .applications: [.application]
    }
  }
}

extension RecordKind {
  var family: RecordFamily {
    switch self {
    case .mx, .mxNetwork, .dkim, .autodiscover, .wildcard: .mail
    case .spf, .spfInclude: .senders
    case .txtToken, .tenant: .identity
    case .ns, .soa: .nameServers
    case .a, .aaaa, .cname, .caa, .issuer: .web
    case .application: .applications
    }
  }
}

extension Role {
  /// The family whose rules give bindings in this role.
  var family: RecordFamily {
    switch self {
    case .mailExchange, .mailbox: .mail
    case .outboundSender: .senders
    case .identityTenant: .identity
    case .authoritativeDNS: .nameServers
    case .webEdge, .webOrigin, .certificateAuthority: .web
    case .application: .applications
    }
  }
}

extension AnswerStatuses {
  /// The questions of a family, as a mask for ``intersection(_:)``.
  init(of family: RecordFamily) {
    self = family.questions.reduce(into: AnswerStatuses()) { $0[$1] = .answered }
  }
}
