import Synchronization

/// How far reading has come, for somebody who looks at it from another thread.
public final class ReadingProgress: Sendable {
  /// What is being read, and how many bytes of it have been.
  public struct Place: Sendable, Equatable {
    public var path: String
    public var bytes: Int
    /// 0 where nobody knows, as with a pipe.
    public var total: Int
  }

  private let file = Mutex<(path: String, total: Int)>(("", 0))
  private let bytes = Atomic<Int>(0)

  public init() {}

  public var place: Place {
    let (path, total) = file.withLock { $0 }
    return Place(path: path, bytes: min(bytes.load(ordering: .relaxed), total), total: total)
  }

  func begin(_ path: String, total: Int = 0) {
    file.withLock { $0 = (path, total) }
    bytes.store(0, ordering: .relaxed)
  }

  /// Several threads may read one file.
  func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }
}

/// Bytes that a reader has passed, told now and then: telling every line would cost more than
/// reading it.
struct PassedBytes {
  private let progress: ReadingProgress?
  private var untold = 0

  init(_ progress: ReadingProgress?) { self.progress = progress }

  mutating func add(_ count: Int) {
    untold += count
    if untold > 1 << 18 {
      progress?.add(untold)
      untold = 0
    }
  }
}
