import LinchpinCore

extension ChokepointsReport {
  /// How many must stop together, before and after bringing providers together, and what only
  /// looks like redundancy.
  static func redundancy(
    _ joint: JointFailures, _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let unit = study.options.unit
    var document = Document()
    document.heading(words.ordersHeading)
    var columns: [Document.Column] = [.text(words.functionHeading), .text(words.broughtTogether)]
    columns += FailureOrder.allCases.map { .number(words.name($0)) }
    document.table(
      columns + [.number(words.units(unit, 2))],
      joint.rows.map { row in
        [words.name(row.function), words.plural(row.kind)]
          + FailureOrder.allCases.map { context.numbers.integer(row.orders[$0, default: 0]) }
          + [context.numbers.integer(row.of)]
      })
    document.paragraph(words.ordersNote(unit))
    document.paragraph(words.lawNotice([], study.catalogue))
    document.append(shared(joint.shared, study, context))
    if context.showsDetail { document.append(cuts(joint.cuts, study, context)) }
    return document
  }

  private static func shared(
    _ shared: [SharedDependency], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    let unit = study.options.unit
    var document = Document()
    document.heading(words.sharedHeading)
    let visible = shared.filter { $0.kind != .network || context.showsDetail }
    if visible.isEmpty { document.paragraph(words.nothingShared(unit)) }
    let shown = visible.prefix(context.top)
    var columns: [Document.Column] = [
      .text(words.functionHeading), .text(words.oneOf), .text(words.nameHeading, 30),
      .number(words.units(unit, 2)), .text(words.providers, 60),
    ]
    if context.showsDetail { columns.append(.text("id", 80)) }
    document.table(
      columns,
      shown.map { item in
        [
          words.name(item.function), words.name(item.kind),
          item.kind == .law
            ? words.lawName(String(item.shared.drop { $0 != ":" }.dropFirst()), study.catalogue)
            : item.name.visible,
          context.numbers.integer(item.units),
          item.providers.map(\.visible).joined(separator: " + "),
        ] + (context.showsDetail ? [item.ids.map(\.visible).joined(separator: " ")] : [])
      })
    if visible.count > shown.count {
      document.paragraph(words.morePoints(visible.count - shown.count))
    }
    if visible.count < shared.count {
      document.paragraph(words.hiddenPoints(shared.count - visible.count))
    }
    document.paragraph(words.sharedNote)
    return document
  }

  private static func cuts(
    _ cuts: [JointFailures.Cuts], _ study: Study, _ context: ReportContext
  ) -> Document {
    let words = context.words
    var document = Document()
    let shown = cuts.filter { !$0.sets.isEmpty }.prefix(context.isVerbose ? .max : context.top)
    if shown.isEmpty { return document }
    document.heading(words.cutsHeading)
    document.table(
      [
        .text(words.units(study.options.unit, 1), 30), .text(words.functionHeading),
        .text(words.broughtTogether), .text(words.members, 80),
      ],
      shown.map { cut in
        [
          cut.name.visible, words.name(cut.function), words.plural(cut.kind),
          cut.sets.map { $0.map(\.visible).joined(separator: " + ") }.joined(separator: "; "),
        ]
      })
    if cuts.count > shown.count { document.paragraph(words.morePoints(cuts.count - shown.count)) }
    return document
  }
}
