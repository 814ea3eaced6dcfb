import Foundation

/// Forms a figure can have beside SVG.
enum PictureForm: String, CaseIterable {
  case png, pdf

  static func list(_ text: String) throws -> [PictureForm] {
    try text.split(separator: ",").map { word in
      guard let form = PictureForm(rawValue: word.lowercased()) else {
        throw Failure(
          code: .usage, message: "--also does not know “\(word)”",
          hint: "it takes png, pdf, or both")
      }
      return form
    }
  }
}

/// Turns SVG files into other forms with librsvg's own program, where that is installed.
struct Rasteriser {
  private let program: URL

  init() throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let found = path.split(separator: ":").map { "\($0)/rsvg-convert" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw Failure(
        code: .failed, message: "--also needs rsvg-convert, which is not installed",
        hint: "install it (Debian: apt-get install librsvg2-bin; macOS: brew install librsvg)")
    }
    program = URL(fileURLWithPath: found)
  }

  /// Writes a picture at twice its size in pixels, or a page of its size.
  func convert(_ source: String, to target: String, _ form: PictureForm) throws {
    let process = Process()
    let messages = Pipe()
    process.executableURL = program
    process.arguments =
      ["-f", form.rawValue, "-o", target]
      + (form == .png ? ["-z", "2"] : []) + [source]
    process.standardError = messages
    do {
      try process.run()
    } catch {
      throw Failure(code: .failed, message: "rsvg-convert: \(error.localizedDescription)")
    }
    let said = (try? messages.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Failure(
        code: .failed, message: "rsvg-convert: \(String(decoding: said, as: UTF8.self))")
    }
  }
}
