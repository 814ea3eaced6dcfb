import LinchpinCore

extension NetworkProfile {
  var json: JSON {
    .object([
      ("name", .string(Self.name)),
      (
        "rows",
        .array(
          rows.map { row in
            .object([
              ("jurisdiction", .string(row.jurisdiction)),
              ("records", .string(row.records.rawValue)), ("number", .integer(row.number)),
              ("byName", .integer(row.byName)), ("unknown", .integer(row.unknown)),
              ("with", .integer(row.with)), ("of", .integer(row.of)),
              ("share", .optional(row.share)),
            ])
          })
      ),
    ])
  }
}
