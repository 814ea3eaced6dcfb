import Foundation

/// A folder that gets all files of a figure, or none.
struct OutputFolder {
  let path: String
  let replacing: Bool

  /// Writes text files, and other forms of the SVG files among them; gives the names written.
  ///
  /// Everything is made in a folder beside the result first; only then does anything move into
  /// its place.
  func write(
    _ files: [(name: String, contents: String)], also forms: [PictureForm]
  ) throws -> [String] {
    try create()
    let pictures = files.map(\.name).filter { $0.hasSuffix(".svg") }
    let others = pictures.flatMap { name in
      forms.map { (source: name, name: "\(name.dropLast(4)).\($0.rawValue)", form: $0) }
    }
    let names = files.map(\.name) + others.map(\.name)
    try refuse(names)

    try Temporaries.make(beside: "\(path)/\(names.first ?? "figure")") { staging in
      try fill(staging, files, others)
      for name in names {
        try attempt("\(path)/\(name)") {
          try Temporaries.move("\(staging)/\(name)", to: "\(path)/\(name)")
        }
      }
    }
    return names
  }

  private func fill(
    _ staging: String, _ files: [(name: String, contents: String)],
    _ others: [(source: String, name: String, form: PictureForm)]
  ) throws {
    try attempt(staging) {
      try FileManager.default.createDirectory(
        atPath: staging, withIntermediateDirectories: false)
    }
    for file in files {
      try Output.write(file.contents, to: "\(staging)/\(file.name)", replacing: false)
    }
    if !others.isEmpty {
      let rasteriser = try Rasteriser()
      for other in others {
        try rasteriser.convert(
          "\(staging)/\(other.source)", to: "\(staging)/\(other.name)", other.form)
      }
    }
  }

  private func create() throws {
    try attempt(path) {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  private func refuse(_ names: [String]) throws {
    if replacing { return }
    let taken = names.first { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
    guard let taken else { return }
    throw Failure(
      code: .cannotWrite, message: "\(path)/\(taken) exists already",
      hint: "--force replaces it", file: "\(path)/\(taken)")
  }

  private func attempt(_ file: String, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      throw Failure(
        code: .cannotWrite, message: "\(file): \(error.localizedDescription)",
        hint: "name a folder that can be written", file: file)
    }
  }
}
