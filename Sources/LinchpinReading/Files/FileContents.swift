#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of one input: mapped where it is a plain file, read where it is a pipe.
///
/// The bytes live as long as the object.
final class FileContents: @unchecked Sendable {
  /// As they are on disk.
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Opens a path; `-` is standard input.
  init(path: String) throws(ReadingError) {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { throw .noSuchFile(path: path) }
      throw .cannotRead(path: path, why: String(cString: strerror(errno)))
    }
    defer { if path != "-" { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw .cannotRead(path: path, why: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .cannotRead(path: path, why: "a folder, not a file")
    case S_IFREG where status.st_size > 0 && path != "-":
      let size = Int(status.st_size)
      guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
      else { throw .cannotRead(path: path, why: String(cString: strerror(errno))) }
      // Read front to back, once: tells the kernel to fetch ahead.
      madvise(start, size, MADV_SEQUENTIAL)
      bytes = UnsafeRawBufferPointer(start: start, count: size)
      isMapped = true
    default:
      bytes = try FileContents.readAll(file, path: path)
      isMapped = false
    }
  }

  /// Everything that comes through a pipe, to its end.
  convenience init(reading file: Int32, path: String) throws(ReadingError) {
    self.init(owning: UnsafeMutableRawBufferPointer(mutating: try Self.readAll(file, path: path)))
  }

  /// Takes over memory from `malloc`.
  init(owning buffer: UnsafeMutableRawBufferPointer) {
    bytes = UnsafeRawBufferPointer(buffer)
    isMapped = false
  }

  deinit {
    guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return }
    if isMapped { munmap(start, bytes.count) } else { free(start) }
  }

  private static func readAll(
    _ file: Int32, path: String
  ) throws(ReadingError) -> UnsafeRawBufferPointer {
    var buffer = GrowingBuffer()
    while true {
      guard let free = buffer.free(atLeast: 1 << 16) else {
        FileContents.discard(buffer)
        throw .cannotRead(path: path, why: "larger than the memory of this machine")
      }
      let count = read(file, free.baseAddress, free.count)
      if count == 0 { return UnsafeRawBufferPointer(buffer.finish()) }
      if count > 0 {
        buffer.used += count
      } else if errno != EINTR {
        let why = String(cString: strerror(errno))
        FileContents.discard(buffer)
        throw .cannotRead(path: path, why: why)
      }
    }
  }

  private static func discard(_ buffer: GrowingBuffer) { _ = FileContents(owning: buffer.finish()) }
}

/// Memory from `malloc` that doubles as it fills; whoever finishes it frees it.
struct GrowingBuffer {
  private var start: UnsafeMutableRawPointer?
  private var capacity = 0
  var used = 0

  /// The unused end, of at least `count` bytes; nil when there is no more memory.
  mutating func free(atLeast count: Int) -> UnsafeMutableRawBufferPointer? {
    if capacity - used < count {
      let wanted = max(capacity * 2, used + count)
      guard let larger = realloc(start, wanted) else { return nil }
      start = larger
      capacity = wanted
    }
    return UnsafeMutableRawBufferPointer(
      start: start.map { $0 + used }, count: capacity - used)
  }

  func finish() -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: start, count: used)
  }
}
