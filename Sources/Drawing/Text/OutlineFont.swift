internal import CHarfBuzz
internal import Foundation

/// The fonts whose outlines stand for text in print: Inter, and DejaVu Sans for what it lacks.
///
/// Both are open (SIL OFL 1.1; Bitstream Vera licence) and never bundled: they are read where the
/// system keeps them.
public final class OutlineFont: Sendable {
  /// Why outlines cannot be drawn.
  public enum Problem: Error, Sendable, Hashable {
    case missing(file: String, package: String)
    case unreadable(path: String)
  }

  private let regular: [FontFace]
  private let bold: [FontFace]

  /// Looks for the fonts in the system's folders of fonts, or in those given.
  public init(folders: [String] = OutlineFont.systemFolders) throws(Problem) {
    func faces(_ inter: String, _ dejaVu: String) throws(Problem) -> [FontFace] {
      [
        try FontFace(inter, package: "fonts-inter", in: folders),
        try FontFace(dejaVu, package: "fonts-dejavu-core", in: folders),
      ]
    }
    regular = try faces("Inter-Regular.otf", "DejaVuSans.ttf")
    bold = try faces("Inter-Bold.otf", "DejaVuSans-Bold.ttf")
  }

  public static let systemFolders = [
    "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/opt/homebrew/share/fonts",
  ]

  /// The outline of a line of text from a point, each stretch of one direction in the first font
  /// that has all its glyphs.
  func line(
    _ text: String, size: Double, weight: FontWeight, at origin: Point
  ) -> (path: String, advance: Double) {
    let faces = weight == .bold ? bold : regular
    var path = ""
    var advance = 0.0
    for stretch in TextDirection.stretches(of: text) {
      let start = Point(origin.x + advance, origin.y)
      let drawn =
        faces.dropLast().lazy.compactMap {
          $0.line(stretch, size: size, at: start, acceptsGaps: false)
        }.first ?? faces.last?.line(stretch, size: size, at: start, acceptsGaps: true)
      path += drawn?.path ?? ""
      advance += drawn?.advance ?? 0
    }
    return (path, advance)
  }
}

/// One font file, shaped and outlined by HarfBuzz; never changed once open, so threads may share it.
private final class FontFace: @unchecked Sendable {
  private let font: OpaquePointer
  private let unitsPerEm: Double

  init(_ file: String, package: String, in folders: [String]) throws(OutlineFont.Problem) {
    guard let path = Self.find(file, in: folders) else {
      throw .missing(file: file, package: package)
    }
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .unreadable(path: path) }
    let face = hb_face_create(blob, 0)
    hb_blob_destroy(blob)
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      throw .unreadable(path: path)
    }
    unitsPerEm = Double(hb_face_get_upem(face))
    hb_face_destroy(face)
    self.font = font
  }

  deinit { hb_font_destroy(font) }

  private static func find(_ file: String, in folders: [String]) -> String? {
    for folder in folders {
      guard let walk = FileManager.default.enumerator(atPath: folder) else { continue }
      let found = walk.compactMap { $0 as? String }
        .filter { $0 == file || $0.hasSuffix("/" + file) }.min()
      if let found { return folder + "/" + found }
    }
    return nil
  }

  /// Nothing if a glyph is missing and gaps are not accepted.
  func line(
    _ stretch: TextDirection.Stretch, size: Double, at origin: Point, acceptsGaps: Bool
  ) -> (path: String, advance: Double)? {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    hb_buffer_add_utf8(buffer, stretch.text, -1, 0, -1)
    hb_buffer_set_direction(
      buffer, stretch.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, nil, 0)
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return nil }
    let glyphs = 0..<Int(count)
    if !acceptsGaps, glyphs.contains(where: { infos[$0].codepoint == 0 }) { return nil }

    let pen = OutlinePen(scale: size / unitsPerEm)
    let tools = OutlinePen.tools()
    defer { hb_draw_funcs_destroy(tools) }
    var x = 0.0
    for index in glyphs {
      let place = positions[index]
      pen.origin = Point(
        origin.x + (x + Double(place.x_offset)) * pen.scale,
        origin.y - Double(place.y_offset) * pen.scale)
      hb_font_get_glyph_shape(
        font, infos[index].codepoint, tools, Unmanaged.passUnretained(pen).toOpaque())
      x += Double(place.x_advance)
    }
    return (pen.path.data, x * pen.scale)
  }
}

/// Takes down what HarfBuzz draws, y downwards.
private final class OutlinePen {
  let scale: Double
  var origin = Point.zero
  var path = SVGPath()

  init(scale: Double) { self.scale = scale }

  func point(_ x: Float, _ y: Float) -> Point {
    Point(origin.x + Double(x) * scale, origin.y - Double(y) * scale)
  }

  static func tools() -> OpaquePointer? {
    let tools = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      tools,
      { _, data, _, x, y, _ in
        guard let pen = OutlinePen.of(data) else { return }
        pen.path.move(to: pen.point(x, y))
      }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      tools,
      { _, data, _, x, y, _ in
        guard let pen = OutlinePen.of(data) else { return }
        pen.path.line(to: pen.point(x, y))
      }, nil, nil)
    hb_draw_funcs_set_quadratic_to_func(
      tools,
      { _, data, _, bendX, bendY, x, y, _ in
        guard let pen = OutlinePen.of(data) else { return }
        pen.path.quadratic(to: pen.point(x, y), pen.point(bendX, bendY))
      }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      tools,
      { _, data, _, firstX, firstY, secondX, secondY, x, y, _ in
        guard let pen = OutlinePen.of(data) else { return }
        pen.path.curve(
          to: pen.point(x, y), pen.point(firstX, firstY), pen.point(secondX, secondY))
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      tools,
      { _, data, _, _ in
        guard let pen = OutlinePen.of(data) else { return }
        pen.path.close()
      }, nil, nil)
    return tools
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> OutlinePen? {
    data.map { Unmanaged<OutlinePen>.fromOpaque($0).takeUnretainedValue() }
  }
}
