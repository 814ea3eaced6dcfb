extension NOSSample {
  /// What the sample is, and above all what it is not.
  var readme: String {
    """
    nos-2026 — \(Self.banner)
    ==================================================

    On 25 January 2026 the Dutch broadcaster NOS reported on the A, MX, NS and CNAME records of
    16,500 domains of governments, hospitals, schools and vital companies:

      67 %   tied to at least one American cloud service
      49 %   tied to Microsoft
      16 %   tied to Amazon
      29     of about 70 hospitals run their patient portal outside, 28 at Microsoft,
             1 at Cloudflare

    (https://www.dutchnews.nl/2026/01/dutch-public-and-private-sectors-dependent-on-us-cloud-services,
    https://www.security.nl/posting/922059)

    NOS did not publish its domains. This sample has 16,500 invented ones whose records add up to
    the same totals, the rounded percentages taken as exact. Real are only those totals. Invented
    are every organisation, domain, address, provider and company, the sizes of the sectors, how
    often who serves what, and who is tied to whom: no statement about any real body follows.
    Brands named as stand-ins are shaped like the real firm and are not it.

    The other 41 of the 70 hospitals were not found external. That is not safe: their portal's
    address lies in a network nobody knows, so they are unattributed. The same holds for domains
    with no American tie: some of their records could not be attributed at all.

    The sale of Solventia was announced, never completed, and so counts for nothing; as a scenario
    ("kindling owns solventia") it adds \(solventia) domains.

      nos-2026.jsonl            one record per domain
      nos-2026-catalogue.yaml   the stand-ins; give it with --catalogue
      nos-2026-totals.json      the totals to expect
      nos-2026-README.txt       this text

    Try: linchpin assess nos-2026.jsonl --catalogue nos-2026-catalogue.yaml --unit domain

    """
  }

  private var solventia: Int { domains.count { $0.services.companies.contains(.solventia) } }

  private var unknown: Int {
    domains.count { domain in
      let isUnknown =
        switch (domain.services.mail, domain.services.web) {
        case (.nameOnly, _), (_, .unlistedNetwork), (_, .unknownNetwork): true
        default: false
        }
      return isUnknown && !domain.services.companies.contains(where: \.isAmerican)
    }
  }

  /// The totals to expect, for tests and for readers.
  var totalsJSON: String {
    """
    {
      "schema": "linchpin.sample-totals/1",
      "note": "\(Self.banner)",
      "unit": "domain",
      "domains": \(totals.domains),
      "organisations": \(Set(domains.map(\.organisation)).count),
      "american": { "number": \(totals.american), "percent": 67 },
      "megasoft": { "number": \(totals.megasoft), "percent": 49 },
      "nimbus": { "number": \(totals.nimbus), "percent": 16 },
      "notFoundAmerican": \(totals.domains - totals.american),
      "notFoundAmericanWithUnknown": \(unknown),
      "ifKindlingOwnedSolventia": \(totals.american + solventia),
      "americanBySector": { \(americanBySector) },
      "americanByRecord": { \(americanByRecord) },
      "patientPortals": {
        "hospitals": \(totals.portals),
        "external": \(totals.portalsExternal),
        "megasoftCloud": \(totals.portalsMegasoft),
        "skyflare": \(totals.portalsSkyflare),
        "notFoundExternal": \(totals.portalsNotFoundExternal)
      }
    }

    """
  }

  private var americanBySector: String {
    NOSSector.allCases.map { sector in
      let number = domains.count {
        $0.sector == sector && $0.services.companies.contains(where: \.isAmerican)
      }
      return "\"\(sector.rawValue)\": \(number)"
    }.joined(separator: ", ")
  }

  private var americanByRecord: String {
    func number(_ company: (NOSServices) -> NOSCompany?) -> Int {
      domains.count { company($0.services)?.isAmerican ?? false }
    }
    let withoutNS = domains.count { domain in
      [domain.services.mail.company, domain.services.web.company].contains {
        $0?.isAmerican ?? false
      }
    }
    return "\"a\": \(number(\.web.company)), \"mx\": \(number(\.mail.company)), "
      + "\"ns\": \(number(\.nameServers.company)), "
      + "\"cname\": \(number { $0.web.isAlias ? $0.web.company : nil }), "
      + "\"withoutNS\": \(withoutNS)"
  }
}
