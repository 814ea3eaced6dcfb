/// What was asked of DNS (or declared), as one observation records it.
public enum RecordKind: UInt8, CaseIterable, Sendable {
  case mx, ns, a, aaaa, cname
  /// The whole SPF policy as text; what it names is kept apart as `spfInclude`.
  case spf
  case spfInclude
  case dkim, autodiscover
  /// The name of the service that asked for a verification token; token values are never kept.
  case txtToken
  case tenant
  /// An AS of a domain's mail exchangers, when the source pools them per domain.
  case mxNetwork
  /// A declared application (patient portal, EHR) and its supplier.
  case application
  /// The primary name server that a zone's SOA names; the mailbox beside it is never kept.
  case soa
  /// An authority that a CAA record lets issue certificates.
  case caa
  /// The organisation that issued a certificate which was seen.
  case issuer
  /// Where a name leads that nobody set up: what a wildcard answers to every question.
  case wildcard

  /// The name that evidence, tables and the JSON Lines format use.
  public var label: String {
    switch self {
    case .mx: "MX"
    case .ns: "NS"
    case .a: "A"
    case .aaaa: "AAAA"
    case .cname: "CNAME"
    case .spf, .spfInclude: "SPF"
    case .dkim: "DKIM"
    case .autodiscover: "autodiscover"
    case .txtToken: "TXT"
    case .tenant: "tenant"
    case .mxNetwork: "AS of MX"
    case .application: "application"
    case .soa: "SOA"
    case .caa: "CAA"
    case .issuer: "certificate"
    case .wildcard: "wildcard"
    }
  }

  /// Whether the value is a DNS name, in its one spelling, rather than other text.
  public var valueIsName: Bool {
    switch self {
    case .mx, .ns, .cname, .spfInclude, .dkim, .autodiscover, .soa, .caa, .wildcard: true
    case .a, .aaaa, .spf, .txtToken, .tenant, .mxNetwork, .application, .issuer: false
    }
  }

  /// Kinds asked in one query share one answer status.
  public var question: Question {
    switch self {
    case .mx, .mxNetwork: .mx
    case .ns: .ns
    case .a, .aaaa: .address
    case .cname: .cname
    case .spf, .spfInclude: .spf
    case .dkim: .dkim
    case .autodiscover: .autodiscover
    case .txtToken: .txt
    case .tenant: .tenant
    case .application: .application
    case .soa: .soa
    case .caa: .caa
    case .issuer: .certificate
    case .wildcard: .wildcard
    }
  }
}

/// A question put to one domain, whose answer has a status.
public enum Question: UInt8, CaseIterable, Sendable {
  case mx, ns, address, cname, spf, dkim, autodiscover, txt, tenant, application
  case soa, caa, certificate, wildcard
}

/// What came back when a question was put; a failure is data, not nothing.
public enum AnswerStatus: UInt8, CaseIterable, Sendable {
  /// The input never asked.
  case notMeasured = 0
  /// Asked, and there is none.
  case absent = 1
  /// Asked, no usable answer.
  case failed = 2
  case answered = 3
}

/// The answer status of every question for one domain, two bits each.
public struct AnswerStatuses: Hashable, Sendable {
  private(set) var bits: UInt32 = 0

  public init() {}

  init(bits: UInt32) { self.bits = bits }

  /// The answers of the questions that are `answered` in a mask, the others as never asked.
  func intersection(_ mask: AnswerStatuses) -> AnswerStatuses {
    var common = self
    common.bits &= mask.bits
    return common
  }

  public subscript(question: Question) -> AnswerStatus {
    get {
      AnswerStatus(rawValue: UInt8(bits >> (2 * UInt32(question.rawValue)) & 3)) ?? .notMeasured
    }
    set {
      let shift = 2 * UInt32(question.rawValue)
      bits = bits & ~(3 << shift) | UInt32(newValue.rawValue) << shift
    }
  }
}
