import LinchpinCore
import LinchpinReading
import LinchpinReporting

/// Several inputs as dates of one thing: archives with all their snapshots, or files of one date
/// joined by commas.
struct SeveralDates {
  var inputs: [String]
  var reading: ReadingFlags
  var counting: CountingOptions
  var voice: VoiceOptions
  var successions: String?

  /// The trend, and the last date as it was loaded.
  func trend() throws -> (trend: Trend, last: LoadedInput) {
    var places: [(name: String, paths: [String])] = []
    for input in inputs {
      if let place = ArchivePlace(input), place.name == nil {
        places += try ArchiveCommand.entries(place.path).map {
          ($0.name, ["\(place.path)@\($0.name)"])
        }
      } else {
        places.append(("", input.split(separator: ",").map(String.init)))
      }
    }
    if places.count < 2 {
      throw Failure(
        code: .usage, message: "a trend needs two dates, and there is \(places.count)",
        hint: "give an archive of several snapshots, or an input for every date")
    }
    var dated: [(name: String, paths: [String])] = []
    for place in places {
      let name = try place.name.isEmpty ? name(of: place.paths) : place.name
      if dated.contains(where: { $0.name == name }) {
        throw Failure(
          code: .usage, message: "two inputs are of \(name)", hint: "give one input for a date")
      }
      dated.append((name, place.paths))
    }
    return try build(dated.sorted { $0.name < $1.name })
  }

  private func build(
    _ dated: [(name: String, paths: [String])]
  ) throws -> (trend: Trend, last: LoadedInput) {
    var known: [Successions.Succession] = []
    if let successions {
      do { known = try SuccessionsReader.read(successions) } catch { throw Failure(error) }
    }
    var builder: TrendBuilder?
    var last: LoadedInput?
    var quiet = voice
    for (name, paths) in dated {
      let loaded = try LoadedInput(paths, reading, supposing: counting.suppositions, voice: quiet)
      // What the catalogue overlay did is said once.
      quiet.quiet = true
      _ = try loaded.population(counting)
      if builder == nil {
        builder = TrendBuilder(
          under: loaded.rules, options: counting.assessment,
          scenario: loaded.scenario.statements, successions: known)
      }
      builder?.add(loaded.snapshot, as: name)
      last = loaded
    }
    guard let trend = builder?.finish(), let last else {
      throw Failure(code: .usage, message: "a trend needs two dates")
    }
    try counting.checkFailures(against: trend.stopped)
    return (trend, last)
  }

  /// Files are read once more for their date: a name says it in nearly every case.
  private func name(of paths: [String]) throws -> String {
    if paths.count == 1, let place = ArchivePlace(paths[0]), let name = place.name { return name }
    let loaded = try LoadedInput(
      paths, reading,
      voice: {
        var silent = voice
        silent.quiet = true
        return silent
      }())
    do throws(ArchiveError) {
      return try SnapshotName.of(loaded.snapshot, measuredOn: nil)
    } catch {
      throw Failure(error)
    }
  }
}
