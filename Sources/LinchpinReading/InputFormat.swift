/// A kind of file that can be read; recognised by content, never by name.
public enum InputFormat: String, CaseIterable, Sendable {
  /// JSON Lines, one object per domain: the format for everything measured.
  case observations
  /// CSV: the keys of the observations as columns, one row per domain.
  case observationTable
  /// JSON Lines of zdns: `{"name", "results": {"MX": {…}}}`, or the older `{"name", "data"}`.
  case zdns
  /// JSON Lines of dnsx: `{"host", "mx": [], "status_code"}`.
  case dnsx
  /// OpenINTEL's columns, `query_type,query_name,response_type,…`, as CSV or JSON Lines.
  case openintel
  /// CSV: `id,name,sector,country,region,weight,domains[,sharedServiceOf]`.
  case organisationList
  /// One JSON object `{domain: {mx, spf, …}}`.
  case mxmapCache
  /// A JSON array of `{id, name, country, region, domain}`.
  case mxmapMunicipalities
  /// mxmap's published classification: `{"municipalities": {…}}` or a list of the same objects.
  case mxmapSummary
  /// RFC 1035 master file of a zone that delegates.
  case zoneFile
  /// CSV of the .gov registry: domain name, domain type, organization name, state.
  case registrants
  /// CSV of Italian public bodies: `codice_ipa,…,domain_used,…,mx_records,…,spf_includes,…`.
  case italianPublicBodies
  /// CSV: `organisation,domain,service,role,provider`.
  case bindings
  /// CSV: `organisation,application,kind,supplier,host`.
  case applications
  /// CSV: `supplier,dependsOn,role`.
  case supplierDependencies
  /// `first address, last address, AS`, separated by tabs (ip2asn).
  case networkRanges
  /// YAML, schema `linchpin.catalogue/1`.
  case catalogue
  /// CSV: `zone,name,company,jurisdiction,asn,ns_zones,hosted_on`.
  case providerTable

  /// Whether it can be part of a snapshot.
  public var holdsObservationsOrOrganisations: Bool {
    switch self {
    case .networkRanges, .catalogue, .providerTable: false
    default: true
    }
  }

  /// Whether it says what somebody else concluded, so that a comparison can use it.
  public var holdsClaims: Bool {
    switch self {
    case .mxmapSummary, .italianPublicBodies, .bindings: true
    default: false
    }
  }

  /// Whether all records of a domain stand together, so that they can be attributed as they pass.
  var holdsRecordsTogether: Bool {
    switch self {
    case .observations, .observationTable, .organisationList, .mxmapMunicipalities, .mxmapSummary,
      .registrants, .bindings:
      true
    default: false
    }
  }

  /// What a person calls it.
  public var title: String {
    switch self {
    case .observations: "JSON Lines of observations"
    case .observationTable: "a CSV table of observations"
    case .zdns: "JSON Lines of zdns"
    case .dnsx: "JSON Lines of dnsx"
    case .openintel: "OpenINTEL's columns"
    case .organisationList: "a CSV list of organisations"
    case .mxmapCache: "an mxmap DNS cache"
    case .mxmapMunicipalities: "an mxmap list of municipalities"
    case .mxmapSummary: "an mxmap classification"
    case .zoneFile: "a zone file"
    case .registrants: "a CSV list of .gov registrants"
    case .italianPublicBodies: "a CSV list of Italian public bodies"
    case .bindings: "a CSV table of bindings"
    case .applications: "a CSV table of applications"
    case .supplierDependencies: "a CSV table of what suppliers depend on"
    case .networkRanges: "a table of network ranges"
    case .catalogue: "a catalogue"
    case .providerTable: "a CSV table of providers"
    }
  }
}
