/// Where a word too long for its line is broken.
enum WordBreak {
  /// The number of characters to keep on the line, and whether a hyphen follows them.
  ///
  /// Breaks after `.`, `-`, `/`, `@` or `_` where it can. Else between two consonants before a
  /// vowel, where most Dutch and English syllables end, leaving three letters on either side.
  /// `fitting` characters fit without a hyphen, `hyphened` with one; at least one is kept.
  static func place(
    in word: [Character], fitting: Int, hyphened: Int
  ) -> (kept: Int, hasHyphen: Bool) {
    if let joint = word.prefix(fitting).lastIndex(where: isJoint) { return (joint + 1, false) }
    let most = min(hyphened, word.count - 3)
    if word.count < 7 || most < 3 || !word.allSatisfy(isLatin) {
      return (max(fitting, 1), false)
    }
    let syllable = (max(3, most - 6)...most).last { place in
      isConsonant(word[place - 1]) && isConsonant(word[place]) && isVowel(word[place + 1])
        && !pairs.contains(String(word[(place - 1)...place]).lowercased())
    }
    return (syllable ?? most, true)
  }

  /// The stretches of a text that stay whole where it is broken without a hyphen.
  static func pieces(of text: String) -> [String] {
    var pieces = [""]
    for character in text {
      if character == " " {
        pieces.append("")
        continue
      }
      pieces[pieces.count - 1].append(character)
      if isJoint(character) { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }

  private static func isJoint(_ character: Character) -> Bool { ".-/@_".contains(character) }

  /// Two letters that write one sound.
  private static let pairs: Set<String> = ["ch", "sh", "th", "ph", "ck", "wh", "qu"]

  private static func isLatin(_ character: Character) -> Bool {
    character.isLetter && character.unicodeScalars.allSatisfy { $0.value < 0x250 }
      || "’'".contains(character)
  }

  private static func isVowel(_ character: Character) -> Bool {
    "aeiouyáàâäéèêëíìîïóòôöúùûü".contains(character.lowercased())
  }

  private static func isConsonant(_ character: Character) -> Bool {
    character.isLetter && !isVowel(character)
  }
}
