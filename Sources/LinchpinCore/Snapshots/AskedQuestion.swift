/// How one question went over all domains of a snapshot.
public struct AskedQuestion: Sendable, Equatable {
  public var question: Question
  public var answered: Int
  public var absent: Int
  public var failed: Int
  public var notMeasured: Int
}

extension Snapshot {
  /// Every question that was put to any domain.
  /// - Complexity: O(domains × questions).
  public var askedQuestions: [AskedQuestion] {
    Question.allCases.compactMap { question in
      var found = AskedQuestion(
        question: question, answered: 0, absent: 0, failed: 0, notMeasured: 0)
      for domain in domainIndices {
        switch status(of: question, for: domain) {
        case .answered: found.answered += 1
        case .absent: found.absent += 1
        case .failed: found.failed += 1
        case .notMeasured: found.notMeasured += 1
        }
      }
      return found.notMeasured == domainCount ? nil : found
    }
  }
}
