/// Some of the questions that are put to a domain.
struct QuestionSet: OptionSet, Hashable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ question: Question) { rawValue = 1 << question.rawValue }

  init(_ questions: [Question]) {
    rawValue = questions.reduce(0) { $0 | 1 << $1.rawValue }
  }

  func contains(_ question: Question) -> Bool { rawValue >> question.rawValue & 1 == 1 }
}

extension RecordFamily {
  /// The questions that any answer of the family hangs on: without exchangers an address takes mail.
  var questionsUsed: QuestionSet {
    let own = QuestionSet(questions)
    return self == .mail ? own.union(QuestionSet(.address)) : own
  }
}
