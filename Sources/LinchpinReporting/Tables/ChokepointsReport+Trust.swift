import LinchpinCore

extension ChokepointsReport {
  /// How many name servers stand behind a name, and which single name, address, prefix or network
  /// leaves names without DNS; those are named only where detail was asked for.
  static func trust(
    _ trust: NameServerTrust, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let numbers = context.numbers
    let kinds = NameServerTrust.Kind.allCases
    var document = Document()
    document.heading(words.trustHeading)
    document.paragraph(words.trustBase(trust))
    document.table(
      [
        .text(words.oneOf), .number(words.howMany), .number(words.direct),
        .number(words.indirect), .number(words.largestOne),
      ],
      kinds.compactMap { kind in
        let points = trust.points.filter { $0.kind == kind }
        guard let widest = points.first else { return nil }
        return [
          words.name(kind), numbers.integer(points.count),
          numbers.integer(points.reduce(0) { $0 + $1.direct }),
          numbers.integer(points.reduce(0) { $0 + $1.indirect }),
          numbers.integer(widest.number),
        ]
      })
    for kind in kinds where context.showsDetail || kind == .registry {
      document.append(list(trust.points.filter { $0.kind == kind }, words.name(kind), context))
    }
    document.paragraph(words.trustNote(study.options.unit))
    return document
  }

  private static func list(
    _ points: [NameServerTrust.Point], _ title: String, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let numbers = context.numbers
    var document = Document()
    let shown = points.prefix(context.top)
    document.table(
      [
        .text(title, 44), .number(words.direct), .number(words.indirect), .number(words.total),
      ],
      shown.map { point in
        [
          point.id.visible, numbers.integer(point.direct), numbers.integer(point.indirect),
          numbers.integer(point.number),
        ]
      })
    if points.count > shown.count {
      document.paragraph(words.morePoints(points.count - shown.count))
    }
    return document
  }

  static func json(_ trust: NameServerTrust, _ context: ReportContext) -> JSON {
    let shown = trust.points.filter { context.showsDetail || $0.kind == .registry }
    return .object([
      ("domains", .integer(trust.domains)), ("complete", .integer(trust.complete)),
      ("median", .integer(trust.median)), ("mean", .number(trust.mean)),
      ("most", .integer(trust.most)),
      (
        "sizes",
        .array(
          trust.sizes.sorted { $0.key < $1.key }.map { size, number in
            .object([("hosts", .integer(size)), ("domains", .integer(number))])
          })
      ),
      (
        "points",
        .array(
          shown.map { point in
            .object([
              ("kind", .string(point.kind.rawValue)), ("id", .string(point.id)),
              ("direct", .integer(point.direct)), ("indirect", .integer(point.indirect)),
              ("number", .integer(point.number)),
            ])
          })
      ),
    ])
  }

  static func csv(
    _ points: [NameServerTrust.Point], _ study: Study, _ context: ReportContext
  ) -> String {
    var csv = CSV(
      ["kind", "id", "unit", "direct", "indirect", "number"], scenario: study.scenario)
    for point in points where context.showsDetail || point.kind == .registry {
      csv.append([
        .text(point.kind.rawValue), .text(point.id), .text(study.options.unit.rawValue),
        .integer(point.direct), .integer(point.indirect), .integer(point.number),
      ])
    }
    return csv.text
  }
}
