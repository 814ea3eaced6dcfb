import Foundation

// Scoreboard BINARY PEERS PYTHON DATA PAIRS SIZE…: ours and each peer in turn, in one run.
let words = CommandLine.arguments
let sizes = words.dropFirst(6).compactMap { Int($0) }
guard words.count > 6, sizes.count == words.count - 6, let pairs = Int(words[5]), pairs > 0 else {
  FileHandle.standardError.write(
    Data("usage: Scoreboard BINARY PEERS PYTHON DATA PAIRS SIZE…\n".utf8))
  exit(64)
}
var board = Scoreboard(pairs: pairs)
for size in sizes {
  board.run(
    Setting(binary: words[1], peers: words[2], python: words[3], data: words[4], size: size))
}
board.growth()
say(board.isMet ? "\nEverything met." : "\nNot everything met.")
exit(board.isMet ? 0 : 1)
