import Drawing

/// Fictional figures of each kind; reversing the input must not change them.
enum Examples {
  static let names = ["flow", "bars", "layers", "waves"]

  static func svg(_ name: String, _ width: FigureWidth, reversed: Bool = false) throws -> String {
    switch name {
    case "flow": try flowFrame.svg(flow(width, reversed), width: width)
    case "bars": try barsFrame.svg(bars(reversed), width: width)
    case "layers": try layersFrame.svg(layers(width, reversed), width: width)
    default: try wavesFrame.svg(waves(reversed), width: width)
    }
  }

  static func turned<Element>(_ list: [Element], _ reversed: Bool) -> [Element] {
    reversed ? list.reversed() : list
  }

  static func notes(_ source: String) -> [ArticleFrame.Note] {
    [
      .init("Bron", source),
      .init("Gemeten", "12 januari 2026, 09:00 UTC"),
      .init(
        "Methode",
        "mail-, web- en DNS-records; elke organisatie telt één keer, naar rato van haar diensten"),
      .init("Dekking", "97 van 100 organisaties gemeten; van 3 is de aanbieder niet gevonden"),
      .init("Licentie", "CC BY 4.0"),
    ]
  }

  // MARK: Flow

  static let law: [LegendEntry] = [
    .init(.filled(.vermilion, .solid), "Amerikaans recht"),
    .init(.filled(.blue, .solid), "Nederlands recht"),
    .init(.filled(.green, .solid), "ander EU-recht"),
    .init(.filled(.purple, .solid), "Brits recht"),
    .init(.filled(.grey, .hatched), "niet gevonden"),
  ]

  static let flowFrame = ArticleFrame(
    prefix: "flow", language: .dutch,
    title: "Wie hangt waarvan af, en onder welk recht",
    description:
      "Stroomdiagram van vier sectoren via acht aanbieders naar vijf rechtsgebieden. De meeste"
      + " organisaties hangen aan een aanbieder onder Amerikaans recht.",
    headline: "Twee derde van de organisaties hangt aan een Amerikaanse aanbieder",
    subtitle:
      "Organisaties naar belangrijkste aanbieder en het recht waaronder die valt."
      + " De breedte van een band is het aantal organisaties.",
    banners: ["FICTIEVE GEGEVENS"], legend: law,
    notes: notes("verzonnen gegevens, om de vorm te tonen"))

  static func flow(_ width: FigureWidth, _ reversed: Bool) throws -> FlowChart {
    let format = NumberFormat(.dutch)
    let sectors = [
      ("overheid", "Overheid"), ("zorg", "Zorg"), ("onderwijs", "Onderwijs"),
      ("vitaal", "Vitale bedrijven"),
    ]
    let providers: [(String, String, Hue, String, [Double])] = [
      ("wolkenbank", "Wolkenbank", .vermilion, "us", [2600, 2010, 2900, 575]),
      ("zoekmail", "Zoekmail", .vermilion, "us", [180, 220, 830, 90]),
      ("regenwoud", "Regenwoud Hosting", .vermilion, "us", [240, 190, 250, 145]),
      ("vlam", "Vlam Netwerk", .vermilion, "us", [150, 140, 110, 95]),
      ("polder", "Poldercloud", .blue, "nl", [1500, 960, 1200, 465]),
      ("alpen", "Alpenwerk", .green, "eu", [240, 170, 200, 215]),
      ("thames", "Thames Mail", .purple, "uk", [60, 40, 30, 35]),
      ("onbekend", "Niet gevonden", .grey, "??", [230, 170, 80, 180]),
    ]
    let laws: [(String, String, Hue)] = [
      ("us", "Verenigde Staten", .vermilion), ("nl", "Nederland", .blue),
      ("eu", "Overige EU-landen", .green), ("uk", "Verenigd Koninkrijk", .purple),
      ("??", "Niet gevonden", .grey),
    ]
    let total = providers.flatMap(\.4).reduce(0, +)
    func share(_ value: Double) -> String { format.percent(value / total) }

    let sectorCells = sectors.enumerated().map { index, sector in
      let value = providers.reduce(0) { $0 + $1.4[index] }
      return FlowChart.Cell(
        key: sector.0, label: sector.1, detail: format.integer(Int(value)), value: value,
        hue: .ink)
    }
    let providerCells = providers.map { provider in
      let value = provider.4.reduce(0, +)
      return FlowChart.Cell(
        key: provider.0, label: provider.1, detail: share(value), value: value,
        hue: provider.2, pattern: provider.3 == "??" ? .hatched : .solid,
        place: provider.3 == "??" ? .last : .free)
    }
    let lawCells = laws.map { law in
      let value = providers.filter { $0.3 == law.0 }.flatMap(\.4).reduce(0, +)
      return FlowChart.Cell(
        key: "law-" + law.0, label: law.1,
        detail: width == .narrow ? share(value) : share(value) + " · " + format.integer(Int(value)),
        value: value, hue: law.2, pattern: law.0 == "??" ? .hatched : .solid,
        place: law.0 == "??" ? .last : .free)
    }
    var links: [FlowChart.Link] = []
    for (index, sector) in sectors.enumerated() {
      for provider in providers {
        links.append(
          .init(
            from: sector.0, to: width == .narrow ? "law-" + provider.3 : provider.0,
            value: provider.4[index], hue: provider.2))
      }
    }
    if width == .narrow {
      let merged = Dictionary(grouping: links) { [$0.from, $0.to] }.values.map { same in
        FlowChart.Link(
          from: same[0].from, to: same[0].to, value: same.reduce(0) { $0 + $1.value },
          hue: same[0].hue)
      }
      return try FlowChart(
        columns: [
          .init(heading: "Sector", cells: turned(sectorCells, reversed)),
          .init(heading: "Recht", cells: turned(lawCells, reversed)),
        ], links: turned(merged, reversed))
    }
    for provider in providers {
      links.append(
        .init(
          from: provider.0, to: "law-" + provider.3, value: provider.4.reduce(0, +),
          hue: provider.2))
    }
    return try FlowChart(
      columns: [
        .init(heading: "Sector", cells: turned(sectorCells, reversed)),
        .init(heading: "Aanbieder", cells: turned(providerCells, reversed)),
        .init(heading: "Recht", cells: turned(lawCells, reversed)),
      ], links: turned(links, reversed))
  }

  // MARK: Bars

  static let barsFrame = ArticleFrame(
    prefix: "bars", language: .dutch, title: "Wat het meest raakt als het stopt",
    description:
      "Staafdiagram van zeven aanbieders, gerangschikt naar het aantal organisaties dat direct of"
      + " indirect een dienst verliest.",
    headline: "Als Wolkenbank stopt, valt de helft van de mail weg",
    subtitle:
      "Organisaties die een dienst verliezen als deze aanbieder stopt, direct of via een"
      + " leverancier.",
    banners: ["FICTIEVE GEGEVENS", "SCENARIO"],
    legend: [
      .init(.filled(.vermilion, .solid), "direct"),
      .init(.filled(.vermilion, .hatched), "indirect, via een leverancier"),
      .init(.filled(.blue, .solid), "Nederlands recht"),
    ],
    notes: notes("verzonnen gegevens, om de vorm te tonen"))

  static func bars(_ reversed: Bool) throws -> BarChart {
    let rows: [(String, String, Double, Double, Hue)] = [
      ("Wolkenbank", "mail, inloggen, opslag", 8085, 1140, .vermilion),
      ("Poldercloud", "hosting", 4125, 610, .blue),
      ("Zoekmail", "mail", 1320, 90, .vermilion),
      ("Vlam Netwerk", "naamservers, webverkeer", 495, 2210, .vermilion),
      ("Regenwoud Hosting", "hosting", 825, 700, .vermilion),
      ("Stichting Registratie Laaglanden", "naamservers", 120, 300, .blue),
      ("Alpenwerk", "hosting", 325, 0, .green),
    ]
    let format = NumberFormat(.dutch)
    let all = rows.map {
      BarChart.Row(
        key: $0.0, label: $0.0, detail: $0.1, segments: [.init($0.2), .init($0.3, .hatched)],
        valueText: format.integer(Int($0.2 + $0.3)), hue: $0.4)
    }
    let rest = BarChart.Row(
      key: "rest", label: "Overige (23)", segments: [.init(900)], valueText: format.integer(900),
      hue: .grey, isLast: true)
    return try BarChart(rows: turned(all + [rest], reversed))
  }

  // MARK: Layers

  static let layersFrame = ArticleFrame(
    prefix: "card", language: .dutch, title: "Waar Ziekenhuis Voorbeeld van afhangt",
    description:
      "Het ziekenhuis heeft drie domeinen en zes gevonden diensten. Vier daarvan lopen via een"
      + " bedrijf dat onder Amerikaans recht valt.",
    headline: "Waar Ziekenhuis Voorbeeld van afhangt",
    subtitle:
      "Vier van de zes gevonden diensten lopen via een bedrijf dat onder Amerikaans recht valt,"
      + " ook het patiëntportaal.",
    banners: ["FICTIEVE ORGANISATIE"],
    legend: [
      .init(.line(.vermilion, dashed: false), "Amerikaans recht"),
      .init(.line(.blue, dashed: false), "Nederlands recht"),
      .init(.line(.green, dashed: false), "ander EU-recht"),
    ],
    notes: notes("openbare DNS-records"))

  static func layers(_ width: FigureWidth, _ reversed: Bool) throws -> LayeredChart {
    let services: [(String, String, String, String, String)] = [
      ("portaal", "Portaal", "A · CNAME", "mijnzkh.example", "wolkenbank"),
      ("mail", "E-mail", "MX · SPF", "zkh-voorbeeld.example", "wolkenbank"),
      ("inloggen", "Inloggen", "autodiscover", "zkh-voorbeeld.example", "wolkenbank"),
      ("ns", "Naamservers", "NS", "zkh-voorbeeld.example", "vlam"),
      ("web", "Website", "A · CNAME", "zkh-voorbeeld.example", "polder"),
      ("leren", "Leeromgeving", "CNAME", "leren-zkh.example", "alpen"),
    ]
    let providers: [(String, String, String, Hue, String)] = [
      ("wolkenbank", "Wolkenbank", "3 van 6 diensten", .vermilion, "us"),
      ("vlam", "Vlam Netwerk", "1 dienst", .vermilion, "us"),
      ("polder", "Poldercloud", "1 dienst", .blue, "nl"),
      ("alpen", "Alpenwerk", "1 dienst", .green, "ie"),
    ]
    var boxes: [LayeredChart.Box] = [
      .init(key: "org", column: 0, title: "Ziekenhuis Voorbeeld", lines: ["Zorg · 3 domeinen"]),
      .init(key: "mijnzkh.example", column: 1, title: "mijnzkh.example", lines: ["patiëntportaal"]),
      .init(
        key: "zkh-voorbeeld.example", column: 1, title: "zkh-voorbeeld.example",
        lines: ["hoofddomein"], order: 1),
      .init(
        key: "leren-zkh.example", column: 1, title: "leren-zkh.example", lines: ["scholing"],
        order: 2),
      .init(
        key: "us", column: 4, title: "Verenigde Staten", lines: ["CLOUD Act, FISA 702"],
        hue: .vermilion),
      .init(key: "nl", column: 4, title: "Nederland", lines: ["AVG"], hue: .blue, order: 1),
      .init(key: "ie", column: 4, title: "Ierland (EU)", lines: ["AVG"], hue: .green, order: 2),
    ]
    var links: [LayeredChart.Link] = [
      .init(from: "org", to: "mijnzkh.example", hasArrow: false),
      .init(from: "org", to: "zkh-voorbeeld.example", hasArrow: false),
      .init(from: "org", to: "leren-zkh.example", hasArrow: false),
    ]
    for (index, service) in services.enumerated() {
      boxes.append(
        .init(key: service.0, column: 2, title: service.1, lines: [service.2], order: index))
      links.append(.init(from: service.3, to: service.0, hasArrow: false))
      let hue = providers.first { $0.0 == service.4 }?.3 ?? .neutral
      links.append(.init(from: service.0, to: service.4, hue: hue, width: 2))
    }
    for (index, provider) in providers.enumerated() {
      boxes.append(
        .init(
          key: provider.0, column: 3, title: provider.1, lines: [provider.2], hue: provider.3,
          order: index))
      links.append(.init(from: provider.0, to: provider.4, hue: provider.3, width: 2))
    }
    return try LayeredChart(
      columns: ["Organisatie", "Domein", "Dienst", "Aanbieder", "Recht"],
      boxes: turned(boxes, reversed), links: turned(links, reversed))
  }

  // MARK: Waves

  static let wavesFrame = ArticleFrame(
    prefix: "whatif", language: .english, title: "If Wolkenbank stops",
    description:
      "A scenario: Wolkenbank stops. Four sectors lose a service of their own; 1,140 organisations"
      + " more lose one through three software suppliers.",
    headline: "If Wolkenbank stops: who goes first, and who next",
    subtitle:
      "Nearly half of the 16,500 organisations lose a service themselves. After them go those"
      + " that depend on it through a supplier only.",
    banners: ["FICTIONAL DATA", "SCENARIO"],
    legend: [
      .init(.line(.vermilion, dashed: false), "direct (width: organisations)"),
      .init(.line(.vermilion, dashed: true), "indirect"),
    ],
    notes: [
      .init("Source", "invented data, to show the form"),
      .init("Method", "all services of one provider stop at once, without a fallback"),
      .init("Licence", "CC BY 4.0"),
    ])

  static func waves(_ reversed: Bool) throws -> LayeredChart {
    let sectors: [(String, String, Double)] = [
      ("Government", "2,700 organisations · 52% of sector", 10),
      ("Education", "2,350 organisations · 42% of sector", 9),
      ("Health care", "2,150 organisations · 55% of sector", 8),
      ("Vital companies", "885 organisations · 49% of sector", 3),
    ]
    var boxes: [LayeredChart.Box] = [
      .init(
        key: "stop", column: 0, title: "Wolkenbank", lines: ["8,085 of 16,500"],
        hue: .vermilion, style: .filled),
      .init(
        key: "soft", column: 2, title: "3 software suppliers", lines: ["1,140 organisations more"],
        hue: .vermilion, style: .dashed),
      .init(
        key: "portal", column: 2, title: "28 patient portals", lines: ["of about 70 hospitals"],
        hue: .vermilion, style: .dashed, order: 1),
      .init(
        key: "zz", column: 2, title: "No effect found", lines: ["7,275 organisations"], order: 2),
    ]
    var links: [LayeredChart.Link] = [
      .init(from: "Government", to: "soft", hue: .vermilion, isDashed: true, width: 2),
      .init(from: "Education", to: "soft", hue: .vermilion, isDashed: true, width: 2),
      .init(from: "Health care", to: "portal", hue: .vermilion, isDashed: true, width: 2),
    ]
    for (index, sector) in sectors.enumerated() {
      boxes.append(
        .init(
          key: sector.0, column: 1, title: sector.0, lines: [sector.1], hue: .vermilion,
          order: index))
      links.append(
        .init(from: "stop", to: sector.0, hue: .vermilion, hasArrow: false, width: sector.2))
    }
    return try LayeredChart(
      columns: ["Stops", "Direct: loses a service itself", "Indirect: through a supplier"],
      boxes: turned(boxes, reversed), links: turned(links, reversed))
  }
}
