// Words whose own part in a sentence the rules ask for, most of them in languages that have lists alone.

/// The `link` sections of a word list that a word stands in.
struct Links: OptionSet, Hashable {
  let rawValue: UInt16

  /// Before what is said: que, що.
  static let that = Links(rawValue: 1)
  /// Between two nouns of one phrase: de, з.
  static let of = Links(rawValue: 2)
  /// Between two speakers: et, та.
  static let and = Links(rawValue: 4)
  /// “comme l’a dit”, «як повідомив»
  static let `as` = Links(rawValue: 8)
  /// Pronouns that stand before the verb and are not its subject: se, lui.
  static let clitic = Links(rawValue: 16)
  /// Forms of “to be”, which make a participle passive.
  static let be = Links(rawValue: 32)
  /// Before who did it: par.
  static let by = Links(rawValue: 64)
  /// What a word loses its vowel to.
  static let elision = Links(rawValue: 128)
  /// First word of a phrase that names who is cited.
  static let citing = Links(rawValue: 256)
  /// Before where those are who speak: «у поліції сказали».
  static let at = Links(rawValue: 512)
  /// Verbs that may stand behind a whole sentence without marks, and need a “that” before one.
  static let trailing = Links(rawValue: 1024)
  /// What reports tell of as having happened somewhere: verbs and nouns.
  static let event = Links(rawValue: 2048)
  /// Capitalised, and no place whatever stands before them.
  static let unplaced = Links(rawValue: 4096)
  /// What governments do, so that a capital in front of it is one.
  static let governs = Links(rawValue: 8192)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// None for sections of another kind.
  init(section name: Substring) {
    switch name {
    case "link.that": self = .that
    case "link.of": self = .of
    case "link.and": self = .and
    case "link.as": self = .as
    case "link.clitic": self = .clitic
    case "link.be": self = .be
    case "link.by": self = .by
    case "link.at": self = .at
    case "link.trailing": self = .trailing
    case "link.event": self = .event
    case "link.unplaced": self = .unplaced
    case "link.governs": self = .governs
    case "elision": self = .elision
    default: self = []
    }
  }
}
