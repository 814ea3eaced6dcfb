import Foundation
import Testing

@Suite("The never-list holds")
struct ArchitectureTests {
  @Test("Every module imports only what its rule allows", arguments: ImportRule.all)
  func imports(rule: ImportRule) {
    let files = SourceText.all(in: rule.module)
    #expect(!files.isEmpty, "\(rule.module) has no source files")
    for file in files {
      let forbidden = file.imports.subtracting(rule.allowed)
      #expect(forbidden.isEmpty, "\(file.path) imports \(forbidden): \(rule.reason)")
    }
  }

  @Test("Only the executable prints or exits")
  func printing() {
    let calls = ["print(", "exit(", "fatalError("]
    for rule in ImportRule.all where rule.module != "LinchpinCommand" {
      for file in SourceText.all(in: rule.module) {
        for line in file.text.split(separator: "\n") where !line.contains("//") {
          for call in calls where line.contains(" " + call) || line.hasPrefix(call) {
            Issue.record("\(file.path) calls \(call)…): \(line)")
          }
        }
      }
    }
  }

  @Test("Graphs knows no word of DNS")
  func graphsKnowNoDNS() {
    let words = ["domain", "provider", "organisation", "mailbox", "jurisdiction", "dns"]
    for file in SourceText.all(in: "Graphs") {
      for word in words where file.text.lowercased().contains(word) {
        Issue.record("\(file.path) says “\(word)”")
      }
    }
  }

  @Test("The core knows no clock, no environment and no files")
  func coreIsPure() {
    let calls = ["Date()", "ProcessInfo", "FileManager", "getenv(", "fopen(", "open("]
    for file in SourceText.all(in: "LinchpinCore") {
      for line in file.text.split(separator: "\n") {
        let code = line.prefix { $0 != "/" }
        for call in calls where code.contains(" " + call) || code.contains("= " + call) {
          if code.contains("func open") { continue }
          Issue.record("\(file.path) uses \(call): \(line)")
        }
      }
    }
  }

  @Test("No file is a drawer of leftovers")
  func names() {
    for rule in ImportRule.all {
      for file in SourceText.all(in: rule.module) {
        for word in ["Utils", "Helpers", "Manager"] where file.path.contains(word) {
          Issue.record("\(file.path): name it after what it does")
        }
      }
    }
  }

  @Test("No two folders or modules differ by case alone, and no module shares a type's name")
  func namesDiffer() {
    let modules = ImportRule.all.map(\.module)
    for rule in ImportRule.all {
      for file in SourceText.all(in: rule.module) {
        for module in modules {
          for keyword in ["struct", "enum", "class", "actor", "protocol"] {
            #expect(
              !file.text.contains("public \(keyword) \(module) "),
              "\(file.path) names a type like the module \(module)")
          }
        }
      }
    }
  }

  @Test("No machine path stands in the sources")
  func machinePaths() {
    for rule in ImportRule.all {
      for file in SourceText.all(in: rule.module) {
        for path in ["/home/", "/Users/", "/root/"] where file.text.contains(path) {
          Issue.record("\(file.path) holds \(path)")
        }
      }
    }
  }
}
