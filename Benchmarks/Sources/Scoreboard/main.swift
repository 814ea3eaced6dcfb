import Foundation

// scoreboard BINARY PEERS PYTHON DATA SIZE PAIRS: ours and each peer in turn, paired, in one run.
let words = CommandLine.arguments
guard words.count == 7, let pairs = Int(words[6]), pairs > 0 else {
  FileHandle.standardError.write(
    Data("usage: scoreboard BINARY PEERS PYTHON DATA SIZE PAIRS\n".utf8))
  exit(64)
}
let rows = Row.all(
  binary: words[1], peers: words[2], python: words[3], data: words[4], size: words[5])
print("\(words[5]) domains, \(pairs) pairs, CPU seconds of whole processes, median (least–most)")
var isMet = true
for row in rows {
  let result = Race(row, pairs: pairs).run()
  print(result.line)
  for line in result.disagreements { print("    DISAGREES  \(line)") }
  if !result.isMet || !result.disagreements.isEmpty { isMet = false }
}
print(isMet ? "every row met" : "not every row met")
exit(isMet ? 0 : 1)
