import Graphs

/// Domains by what they need and whom their records name: questions about failures are answered
/// once for each signature, however many domains have it.
struct DomainSignatures: Sendable {
  /// What domains of one signature have in common.
  struct Signature: Sendable {
    var parts = DomainParts()
    /// By family: the class of its records.
    fileprivate var classes = SIMD8<UInt32>(repeating: 0)
    /// The services of which somebody asked; applications and identity count as asked.
    var asked: ServiceSet = [.application, .identity]
    /// The functions some role of which has a binding, of whatever status.
    fileprivate var bound: UInt8 = 0
  }

  let signatures: ContiguousArray<Signature>
  private let kinds: DomainKinds
  /// By family: what its records give domains, each once.
  private let families: [[FamilyClass]]
  private let lists: [[NodeID]]

  /// What one family's records give a domain.
  fileprivate struct FamilyClass: Hashable {
    var parts = SIMD2<NodeID>(repeating: DependencyGraph.noNode)
    var named = SIMD2<UInt32>(repeating: 0)
    var isAsked = false
    var bound: UInt8 = 0
  }

  /// - Parameter namesHosts: whether hosts are nodes, which a domain names by itself.
  /// - Complexity: O(profiles + domains × families).
  init(
    _ attribution: Attribution, _ columns: [PartColumn?], naming: Naming, namesHosts: Bool
  ) {
    var naming = naming
    var found: [[FamilyClass]] = []
    let classes = RecordFamily.allCases.map { family in
      var numbering = Numbering<FamilyClass>()
      let (parts, functions) = (family.parts, family.functions)
      func number(_ profile: UInt32, _ domain: DomainIndex?) -> UInt32 {
        let bindings = attribution.bindings(family, ofProfile: profile)
        var made = FamilyClass()
        for (place, part) in parts.enumerated() {
          guard let column = columns[part.rawValue] else { continue }
          let node = domain.map { column.node($0, attribution) } ?? column.node(profile: profile)
          made.parts[place] = node ?? DependencyGraph.noNode
        }
        for (place, function) in functions.enumerated() {
          made.named[place] = naming.list(
            of: function, bindings, domain: namesHosts ? domain : nil)
          if bindings.contains(where: { $0.role.isNamed(by: function) }) {
            made.bound |= 1 << UInt8(place)
          }
        }
        made.isAsked = attribution.isAsked(family, profile)
        return numbering.number(of: made)
      }
      let ofProfile = (0..<UInt32(attribution.profileCount(family))).map { number($0, nil) }
      var ofDomain: [DomainIndex: UInt32] = [:]
      for domain in columns.particularDomains(parts) {
        ofDomain[domain] = number(attribution.profileNumber(family, of: domain), domain)
      }
      found.append(numbering.values)
      return DomainKinds.Classes(
        ofProfile: ContiguousArray(ofProfile), ofDomain: ofDomain, count: numbering.values.count)
    }
    kinds = DomainKinds(attribution, classes: classes)
    families = found
    lists = naming.lists
    var signatures = ContiguousArray<Signature>()
    signatures.reserveCapacity(kinds.kinds.count)
    for kind in kinds.kinds { signatures.append(Signature(kind, found)) }
    self.signatures = signatures
  }

  func number(of domain: DomainIndex) -> Int { kinds[domain] }

  subscript(domain: DomainIndex) -> Signature { signatures[kinds[domain]] }

  /// What the records of a function name, ascending.
  func named(by function: Function, _ signature: Signature) -> [NodeID] {
    let family = function.mainPart.family.rawValue
    let own = families[family][Int(signature.classes[family])]
    return lists[Int(own.named[function.placeInFamily])]
  }

  /// Whether any domain has the function.
  func have(_ function: Function) -> Bool {
    let part = function.mainPart.placeInFamily
    return families[function.mainPart.family.rawValue]
      .contains { $0.parts[part] != DependencyGraph.noNode }
  }

  // MARK: Classes of one family

  /// How many classes the records of the function's family are of.
  func classCount(of function: Function) -> Int {
    families[function.mainPart.family.rawValue].count
  }

  /// The class of a signature's records that the function names somebody by.
  func classNumber(of function: Function, _ signature: Signature) -> Int {
    Int(signature.classes[function.mainPart.family.rawValue])
  }

  /// What a function names by records of one class, and the part it needs first, if any.
  func namedAndNeeded(
    by function: Function, ofClass number: Int
  ) -> (named: [NodeID], part: NodeID?) {
    let own = families[function.mainPart.family.rawValue][number]
    let part = own.parts[function.mainPart.placeInFamily]
    return (
      lists[Int(own.named[function.placeInFamily])], part == DependencyGraph.noNode ? nil : part
    )
  }

  /// How many domains of a population have each signature.
  func count(in population: Population) -> [Int] { kinds.count(in: population) }
}

extension DomainSignatures.Signature {
  fileprivate init(_ kind: DomainKinds.Kind, _ found: [[DomainSignatures.FamilyClass]]) {
    self.init()
    classes = kind
    for family in RecordFamily.allCases {
      let own = found[family.rawValue][Int(kind[family.rawValue])]
      for (place, part) in family.parts.enumerated() where own.parts[place] != .max {
        parts[part] = own.parts[place]
      }
      for (place, function) in family.functions.enumerated() {
        if own.bound >> UInt8(place) & 1 == 1 { bound |= 1 << function.rawValue }
      }
      if own.isAsked, let service = family.askedRoles.first?.service { asked.insert(service) }
    }
  }

  /// Whether a function without a node is known to be absent rather than never asked about.
  func isAsked(_ function: Function) -> Bool {
    switch function {
    case .identity, .application, .send: true
    case .receive, .read, .dns, .web: bound >> function.rawValue & 1 == 1
    }
  }
}

extension Function {
  /// Its place among the functions of its family.
  fileprivate var placeInFamily: Int { self == .read ? 1 : 0 }
}

extension DomainParts.Part {
  /// Its place among the parts of its family.
  fileprivate var placeInFamily: Int { self == .mailbox || self == .neededDNS ? 1 : 0 }
}

extension RecordFamily {
  /// The functions that its records name somebody for, at most two.
  fileprivate var functions: [Function] {
    Function.allCases.filter { $0.mainPart.family == self }
  }
}
