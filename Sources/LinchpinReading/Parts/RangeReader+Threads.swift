import Dispatch
import LinchpinCore
import Synchronization

extension RangeReader {
  /// What one thread read.
  private enum Share {
    /// The first range, read on behind what was read before.
    case first(SnapshotBuilder, lines: Int)
    case part(InputPart)
    /// It holds what only kept records can decide.
    case needsRecords
    /// Its rows are not its lines.
    case unreadable
  }

  /// Reads the whole input in as many ranges as there are threads, and brings them together in
  /// their order: the builder then holds what reading them one after the other would have given.
  /// - Returns: false, with the builder as it was, where the input has to be read in one go.
  func read(threads: Int, at place: InputPlace, into builder: inout SnapshotBuilder) -> Bool {
    let count = input.bytes.count
    let cuts = (0...threads).map { count / threads * $0 + count % threads * $0 / threads }
    let start = builder
    let shares = Mutex([Share?](repeating: nil, count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { index in
      let range = cuts[index]..<cuts[index + 1]
      let share =
        index == 0 ? first(range, at: place, behind: start) : part(range, at: place, of: start)
      shares.withLock { $0[index] = share }
    }
    return bringTogether(shares.withLock { $0.compactMap(\.self) }, at: place, into: &builder)
  }

  private func first(
    _ range: Range<Int>, at place: InputPlace, behind start: SnapshotBuilder
  ) -> Share {
    var builder = start
    return read(range, at: place, into: &builder).map { .first(builder, lines: $0) }
      ?? .unreadable
  }

  private func part(
    _ range: Range<Int>, at place: InputPlace, of whole: SnapshotBuilder
  ) -> Share {
    guard var builder = whole.newPart() else { return .unreadable }
    let file = builder.open(SourceFile(path: place.path, format: format.rawValue))
    guard let lines = read(range, at: InputPlace(file: file, path: place.path), into: &builder)
    else { return .unreadable }
    return builder.part(lines: lines).map { .part($0) } ?? .needsRecords
  }

  private func bringTogether(
    _ shares: [Share], at place: InputPlace, into builder: inout SnapshotBuilder
  ) -> Bool {
    guard case .first(var whole, var lines) = shares.first else { return false }
    for share in shares.dropFirst() {
      switch share {
      case .part(let part):
        do throws(PartProblem) {
          try whole.absorb(part, in: place.file, after: lines)
        } catch { return false }
        lines += part.lineCount
      case .needsRecords: whole.needRecords()
      case .first, .unreadable: return false
      }
    }
    whole.findEmpty(place)
    builder = whole
    return true
  }
}
