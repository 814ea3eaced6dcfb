import LinchpinCore
import LinchpinReading
import Testing

@Suite("Lists of organisations")
struct OrganisationListTests {
  @Test("Commas, semicolons and tabs are told apart by the header", arguments: [",", ";", "\t"])
  func delimiters(delimiter: String) throws {
    let rows = [
      ["ID", "Name", "Sector", "Country", "Region", "Weight", "Domains"],
      ["1", "Eén", "health", "nl", "Drenthe", "2.5", "a.nl b.nl"],
    ]
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
    let snapshot = try Sample.read(text + "\r\n", "{\"domain\":\"b.nl\"}\n{\"domain\":\"a.nl\"}")
    #expect(
      snapshot.organisation("1")
        == Organisation(
          id: "1", name: "Eén", sector: "health", country: "NL", region: "Drenthe", weight: 2.5))
    #expect(snapshot.owner(of: "a.nl") == "1")
    #expect(snapshot.owner(of: "b.nl") == "1")
    #expect(snapshot.findings.count == 0)
  }

  @Test("A list describes an organisation whether it is read before its records or after")
  func listBesideRecords() throws {
    let list = "id,name,region,weight,domains\n1,Town of One,North,7,a.nl\n"
    let records = "{\"domain\":\"a.nl\",\"org\":\"1\",\"sector\":\"health\",\"country\":\"NL\"}\n"
    let whole = Organisation(
      id: "1", name: "Town of One", sector: "health", country: "NL", region: "North", weight: 7)
    for inputs in [[list, records], [records, list]] {
      let snapshot = try Sample.read(bytes: inputs.map { Array($0.utf8) })
      #expect(snapshot.organisation("1") == whole)
      #expect(snapshot.findings.count == 0)
    }
  }

  @Test("Quotes keep delimiters, quotes and line ends; the row after has its own line")
  func quotes() throws {
    let snapshot = try Sample.read(
      "id,name,domains\n1,\"One, \"\"the\nfirst\"\"\",a.nl\n2,Two,not a domain!\n")
    #expect(snapshot.organisation("1")?.name == "One, \"the\nfirst\"")
    #expect(snapshot.findings.kept.filter { $0.code == .badDomain }.map(\.line).contains(4))
  }

  @Test("A quote that is never closed costs its own row only")
  func unclosedQuote() throws {
    let snapshot = try Sample.read("id,name,domains\n1,\"One,a.nl\n2,Two,b.nl\n")
    #expect(snapshot.finding(.syntax)?.line == 2)
    #expect(snapshot.organisation("1") == nil)
    #expect(snapshot.organisation("2")?.name == "Two")
  }

  @Test("A URL or an e-mail address instead of a domain is refused with the domain to write")
  func suggestions() throws {
    let snapshot = try Sample.read(
      "id,name,domains\n1,One,https://www.a.nl/contact\n2,Two,info@b.nl\n")
    let found = snapshot.findings.kept.filter { $0.code == .badDomain }
    #expect(found.map(\.line) == [2, 3])
    #expect(found.map(\.hint) == ["write www.a.nl", "write b.nl"])
  }

  @Test("Upper case, a trailing dot and an internationalised name have one spelling")
  func spelling() throws {
    let snapshot = try Sample.read(
      "id,name,domains\n1,One,A.NL. bücher.example\n",
      "{\"domain\":\"a.nl\"}\n{\"domain\":\"XN--BCHER-KVA.example\"}")
    #expect(snapshot.owner(of: "a.nl") == "1")
    #expect(snapshot.owner(of: "xn--bcher-kva.example") == "1")
  }

  @Test("A public suffix and an IP address are no organisation's domain")
  func noDomains() throws {
    let snapshot = try Sample.read("id,name,domains\n1,One,co.uk\n2,Two,192.0.2.1\n")
    let found = snapshot.findings.kept.filter { $0.code == .badDomain }
    #expect(found.map(\.line) == [2, 3])
    #expect(found.first?.message.contains("public suffix") == true)
    #expect(found.last?.message.contains("IP address") == true)
  }

  @Test("An id taken by another organisation is a finding; the first one stands")
  func duplicateOrganisation() throws {
    let snapshot = try Sample.read("id,name,domains\n1,One,a.nl\n1,Two,b.nl\n")
    #expect(snapshot.finding(.duplicateOrganisation)?.line == 3)
    #expect(snapshot.organisation("1")?.name == "One")
  }

  @Test("A domain that two organisations list is a finding; the first one has it")
  func sharedDomain() throws {
    let snapshot = try Sample.read(
      "id,name,domains\n1,One,a.nl\n2,Two,a.nl\n", "{\"domain\":\"a.nl\"}")
    #expect(snapshot.finding(.domainInTwoOrganisations)?.line == 3)
    #expect(snapshot.owner(of: "a.nl") == "1")
  }

  @Test("A missing column is a finding that names the columns there are")
  func missingColumn() throws {
    let snapshot = try Sample.read("id,name,website,sector\n1,One,a.nl,health\n")
    let finding = try #require(snapshot.finding(.missingColumn))
    #expect(finding.message.contains("no column domains"))
    #expect(finding.message.contains("website"))
    #expect(finding.hint.contains("domains"))
  }

  @Test("A header with nothing below it is a finding")
  func headerOnly() throws {
    #expect(try Sample.read("id,name,domains\n").finding(.emptyFile) != nil)
  }

  @Test("A row in Windows-1252 is refused; the rows in ASCII are used")
  func windowsText() throws {
    let text = Array("id,name,domains\n1,Caf".utf8) + [0xE9] + Array(",a.nl\n2,Two,b.nl\n".utf8)
    let snapshot = try Sample.read(bytes: [text])
    #expect(snapshot.findings.kept.filter { $0.code == .encoding }.map(\.line) == [2, 0])
    #expect(snapshot.organisation("2") != nil)
  }

  @Test("A weight that is no number is a finding, and 1 is used")
  func weights() throws {
    let snapshot = try Sample.read("id,name,weight,domains\n1,One,\"1,5\",a.nl\n2,Two,-3,b.nl\n")
    #expect(snapshot.findings.count(.badNumber) == 2)
    #expect(snapshot.organisation("1")?.weight == 1)
  }

  @Test("A shared service is kept, however its column is spelled")
  func sharedService() throws {
    let snapshot = try Sample.read("id,name,domains,shared_service_of\n1,One,a.nl,2\n2,Two,b.nl,\n")
    #expect(snapshot.organisation("1")?.sharedServiceOf == "2")
  }

  @Test("A list of municipalities names them by id, without their inhabitants as weight")
  func municipalities() throws {
    let snapshot = try Sample.read(
      """
      [
        {
          "id": "NL-1", "name": "Aa", "country": "NL", "region": "Drenthe",
          "domain": "aa.nl", "population": 25000
        },
        {"id": 7, "name": "Bad"},
        {"id": "NL-2", "name": "Bb", "domain": "http://bb.nl/"}
      ]
      """)
    #expect(
      snapshot.organisation("NL-1")
        == Organisation(
          id: "NL-1", name: "Aa", sector: "municipality", country: "NL", region: "Drenthe"))
    #expect(snapshot.finding(.syntax)?.line == 6)
    #expect(snapshot.finding(.badDomain)?.line == 7)
  }

  @Test("A registrant is of the type most of its domains are, whatever row comes first")
  func registrantTypes() throws {
    let head = "Domain name,Domain type,Organization name,Suborganization name,City,State"
    let rows = [
      "vote-foo.gov,City - Election,City of Foo,,Foo,AZ", "foo.gov,City,City of Foo,,Foo,AZ",
      "foo-parks.gov,City,City of Foo,,Foo,AZ", "bar-county.gov,County,Bar,,Bar,AZ",
      "bar.gov,City,Bar,,Bar,AZ",
    ]
    for rows in [rows, rows.reversed()] {
      let snapshot = try Sample.read(
        ([head] + rows).joined(separator: "\n"), "{\"domain\":\"foo.gov\"}")
      #expect(snapshot.organisation("City of Foo, AZ")?.sector == "City")
      #expect(snapshot.organisation("Bar, AZ")?.sector == "City")
    }
  }

  @Test("A name that several organisations have means none of them; their ids do")
  func namesakes() throws {
    let snapshot = try Sample.read(
      """
      Domain name,Domain type,Organization name,Suborganization name,City,State
      foo.gov,City,City of Foo,,Foo,AZ
      foo-tx.gov,City,City of Foo,,Foo,TX
      foobar.gov,City,City of Foobar,,Foobar,TX
      """, "{\"domain\":\"foo.gov\"}")
    #expect(snapshot.organisation(named: "City of Foo") == nil)
    #expect(snapshot.namesakes(of: "city of foo") == ["City of Foo, AZ", "City of Foo, TX"])
    #expect(snapshot.organisation(named: "City of Foo, TX") != nil)
    #expect(snapshot.namesakes(of: "City of Foobar").isEmpty)
    #expect(snapshot.organisation(named: "city of foob") != nil)
  }

  @Test("Registrants of one name in two states are two organisations")
  func registrants() throws {
    let snapshot = try Sample.read(
      """
      Domain name,Domain type,Organization name,Suborganization name,City,State
      foo.gov,City,City of Foo,,Foo,AZ
      foo-tx.gov,City,City of Foo,,Foo,TX
      vote-foo.gov,City - Election,City of Foo,,Foo,AZ
      """, "{\"domain\":\"vote-foo.gov\"}")
    #expect(
      snapshot.organisation("City of Foo, AZ")
        == Organisation(
          id: "City of Foo, AZ", name: "City of Foo", sector: "City", country: "US", region: "AZ"))
    #expect(snapshot.organisation("City of Foo, TX") != nil)
    #expect(snapshot.owner(of: "vote-foo.gov") == "City of Foo, AZ")
  }

  @Test("A cache of DNS answers keeps ordinals on one line and lines on many")
  func cache() throws {
    let one =
      #"{"a.nl":{"mx":["mx.nl"],"dkim":{},"ts":1777272123},"b.nl":{"mx":[],"tenant":"Federated"}}"#
    let snapshot = try Sample.read(one)
    let b = try #require(snapshot.find(domain: "b.nl"))
    #expect(snapshot.source(of: b).line == 2)
    #expect(snapshot.status(.mx, of: "b.nl") == .absent)
    #expect(snapshot.status(.dkim, of: "a.nl") == .absent)
    #expect(snapshot.status(.tenant, of: "a.nl") == .notMeasured)
    #expect(snapshot.values(.tenant, of: "b.nl") == ["Federated"])
    let many = try Sample.read("{\n\"a.nl\": {\"mx\":\n[]},\n\n\"b.nl\": {\"mx\": []}}")
    #expect(many.source(of: try #require(many.find(domain: "b.nl"))).line == 5)
  }

  @Test(
    "A cache cut off in the middle keeps the entries before the cut, and bad ones cost themselves")
  func cutCache() throws {
    let snapshot = try Sample.read(
      #"{"a.nl":{"mx":[]},"b.nl":{"mx":[}],"c.nl":{"mx":[]},"d.nl":{"mx":["m"#)
    #expect(snapshot.find(domain: "a.nl") != nil)
    #expect(snapshot.finding(.truncated) != nil)
  }
}
