import LinchpinCore

/// Reads what suppliers depend on: `supplier,dependsOn,role`.
struct SupplierDependenciesReader {
  let input: InputText
  let place: InputPlace

  func read(into builder: inout SnapshotBuilder) {
    let table = Table(input, place: place)
    let header = table.header
    guard let supplier = header.place("supplier") else {
      return table.reportMissing("supplier", like: "supplier", &builder)
    }
    guard let dependsOn = header.place("dependsOn") else {
      return table.reportMissing("dependsOn", like: "dependsOn", &builder)
    }
    let role = header.place("role")
    table.forEach(&builder) { row, builder in
      let (name, needed) = (row.field(supplier), row.field(dependsOn))
      if name.isEmpty || needed.isEmpty || name == needed {
        builder.find(
          .error, .syntax, in: place, line: row.line,
          name == needed && !name.isEmpty
            ? "\(Finding.quoted(name)) cannot depend on itself" : "a row with only one supplier",
          hint: "name the supplier and what it depends on, by id or name")
        return false
      }
      guard let role = self.role(row.field(role), row.line, &builder) else { return false }
      builder.declare(
        Declarations.Dependency(
          supplier: name, dependsOn: needed, role: role, source: place.at(row.line)))
      return true
    }
  }

  /// The role of a row, which may say none; nil, with a finding, for a word that is no role.
  private func role(
    _ text: String, _ line: UInt32, _ builder: inout SnapshotBuilder
  ) -> Role?? {
    if text.isEmpty { return .some(nil) }
    if let role = Role(label: text) { return .some(role) }
    let nearest = NearestNames.find(text, among: Role.allCases.map(\.label))
    builder.find(
      .error, .syntax, in: place, line: line, "\(Finding.quoted(text)) is no role",
      hint: "nearest: \(nearest.joined(separator: ", "))")
    return nil
  }
}
