// Words that the rules ask for by themselves, beside the classes that all words have.

/// The `link` sections of a word list that a word stands in.
struct Links: OptionSet, Hashable {
  let rawValue: UInt32

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
  /// Before a name they alone say that it is a place: in, near.
  static let scene = Links(rawValue: 1 << 14)
  /// Before places, and before other things as well: at, from, through.
  static let locative = Links(rawValue: 1 << 15)
  /// A part of a place: northern, downtown.
  static let part = Links(rawValue: 1 << 16)
  /// Cities, towns and villages, one or many.
  static let settlement = Links(rawValue: 1 << 17)
  /// What the names of a list share: “Clay and Wilkin ‹counties›”.
  static let units = Links(rawValue: 1 << 18)
  /// Who lives in a place, or acts for it.
  static let inhabitant = Links(rawValue: 1 << 19)
  /// Measures of length.
  static let length = Links(rawValue: 1 << 20)
  /// First words of names of places: Tal, Fort.
  static let opening = Links(rawValue: 1 << 21)
  /// Articles that a hyphen ties to a name: al, as.
  static let article = Links(rawValue: 1 << 22)
  /// Small words inside names of places: upon, sur.
  static let inside = Links(rawValue: 1 << 23)
  /// What roads are called.
  static let road = Links(rawValue: 1 << 24)
  /// What is done to places in wars.
  static let assault = Links(rawValue: 1 << 25)
  /// Organisations of which any town has one.
  static let common = Links(rawValue: 1 << 26)
  /// First words of phrases that attribute: according to, in the words of, put it.
  static let phrase = Links(rawValue: 1 << 27)
  /// Of places, said of what becomes of them: “‹fell› to the rebels”.
  static let falls = Links(rawValue: 1 << 28)

  /// What ties words to each other, whatever they mean.
  static let grammatical: Links = [
    .that, .of, .and, .as, .clitic, .be, .by, .at, .elision,
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

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
    case "link.scene": self = .scene
    case "link.locative": self = .locative
    case "link.part": self = .part
    case "link.settlement": self = .settlement
    case "link.units": self = .units
    case "link.inhabitant": self = .inhabitant
    case "link.length": self = .length
    case "link.opening": self = .opening
    case "link.article": self = .article
    case "link.inside": self = .inside
    case "link.road": self = .road
    case "link.assault": self = .assault
    case "link.common": self = .common
    case "link.falls": self = .falls
    case "link.phrase": self = .phrase
    case "elision": self = .elision
    default: self = []
    }
  }
}
