// The words that the rules know, looked up by their folded bytes.

import CLexicon
import Gazetteer

/// What the word lists say about one word.
struct Lexeme: Equatable {
  var classes: WordClasses = []
  /// First word of its line among cues or roles.
  var lemma = ""
  var stance: Cue.Stance = .neutral
  var sector: Speaker.Sector?
  /// What a number beside the word counts.
  var figure: Figure.Kind?
  var links: Links = []
  /// Place in its list, from 1: the month's or weekday's number, a number word's value, a unit of time.
  var value = 0
}

/// Folded words and their lexemes. Lexeme 0 is that of an unknown word.
struct Lexicon {
  /// The one that the rules of `CueSites` are made for; others go by their lists alone.
  var isEnglish = false
  /// Phrases that name who is cited: “selon”, “за словами”.
  private(set) var citing: [[[UInt8]]] = []
  /// What ends the forms of verbs that need an auxiliary, that stand beside another verb, or that
  /// another verb governs; names in any case; verbs of which there are several; verbs at all.
  private(set) var participles: [[UInt8]] = []
  private(set) var gerunds: [[UInt8]] = []
  private(set) var infinitives: [[UInt8]] = []
  private(set) var cases: [[UInt8]] = []
  private(set) var plurals: [[UInt8]] = []
  private(set) var verbs: [[UInt8]] = []
  /// Words lose their vowel before another: l’armée.
  private(set) var elides = false
  /// A dash opens a speech.
  private(set) var hasDialogue = false

  private(set) var lexemes: [Lexeme] = [Lexeme()]
  /// Number of the lexeme by hash; 0 is an empty slot.
  private var slots = [UInt16](repeating: 0, count: 1 << 15)
  private var words: [[UInt8]] = [[]]

  /// The number of a word's lexeme.
  ///
  /// - Parameter word: folded.
  func number(of word: ArraySlice<UInt8>) -> UInt16 { slots[slot(of: word)] }

  /// The number of the lexeme of a word of ASCII letters, which need not be folded.
  func number(ofPlain range: Range<Int>, _ bytes: [UInt8]) -> UInt16 {
    var hash = Self.emptyHash
    for index in range { hash = Self.hash(hash, bytes[index] | 0x20) }
    var slot = slot(of: hash)
    while slots[slot] != 0, !isPlain(words[Int(slots[slot])], range, bytes) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slots[slot]
  }

  private func isPlain(_ word: [UInt8], _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard word.count == range.count else { return false }
    for index in word.indices where word[index] != bytes[range.lowerBound + index] | 0x20 {
      return false
    }
    return true
  }

  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var slot = slot(of: word.reduce(Self.emptyHash, Self.hash))
    while slots[slot] != 0, !words[Int(slots[slot])].elementsEqual(word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func slot(of hash: UInt32) -> Int {
    Int((hash ^ hash >> 15) & UInt32(slots.count - 1))
  }

  /// FNV-1a (draft-eastlake-fnv).
  private static let emptyHash: UInt32 = 0x811C_9DC5

  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The word of a lexeme, folded; empty for an unknown one.
  func word(_ lexeme: Int) -> [UInt8] { words[lexeme] }

  /// Calls `change` with the lexeme of a word, which is made if it is new.
  mutating func change(_ word: [UInt8], _ change: (inout Lexeme) -> Void) {
    let slot = slot(of: word[...])
    if slots[slot] == 0 {
      slots[slot] = UInt16(lexemes.count)
      lexemes.append(Lexeme())
      words.append(word)
    }
    change(&lexemes[Int(slots[slot])])
  }
}

extension Lexicon {
  static let english = unsafe read(lexicon_english(), isEnglish: true)
  static let french = unsafe read(lexicon_french())
  static let ukrainian = unsafe read(lexicon_ukrainian())

  /// The lists of a language (ISO 639-1, with or without a region); nil for one that has none.
  static func of(_ language: String) -> Lexicon? {
    switch language.prefix(2).lowercased() {
    case "en": .english
    case "fr": .french
    case "uk": .ukrainian
    default: nil
    }
  }

  private static func read(_ list: lexicon_text, isEnglish: Bool = false) -> Lexicon {
    var lexicon = Lexicon()
    lexicon.isEnglish = isEnglish
    unsafe lexicon.read(list)
    unsafe lexicon.read(lexicon_given_names())
    unsafe lexicon.read(lexicon_place_words())
    guard isEnglish else { return lexicon }
    unsafe lexicon.read(lexicon_ordinary_words(), section: "ordinary")
    for word in Countries.shared.firstWords {
      lexicon.change(word) { $0.classes.formUnion(.countryWord) }
    }
    return lexicon
  }

  /// Reads the lines of a list: `[section]`, `# remark`, words with blanks between.
  private mutating func read(_ list: lexicon_text, section: Substring = "") {
    var section = section
    var number = 0
    for line in unsafe WordList.lines(of: list) {
      if let name = WordList.section(line) {
        section = name
        number = 0
      } else {
        number += 1
        let words = line.words
        if !addRule(words, section) { add(words, to: section, line: number) }
      }
    }
  }

  /// Sections that are no list of words.
  private mutating func addRule(_ words: [Substring], _ section: Substring) -> Bool {
    var bytes: [[UInt8]] { words.map { Array($0.utf8) } }
    switch section {
    case "citing": cite(bytes)
    case "ending.participle": participles += bytes
    case "ending.gerund": gerunds += bytes
    case "ending.infinitive": infinitives += bytes
    case "ending.plural": plurals += bytes
    case "ending.verb": verbs += bytes
    case "ending.case": cases += bytes
    case "dialogue": hasDialogue = true
    default: return false
    }
    return true
  }

  private mutating func cite(_ phrase: [[UInt8]]) {
    citing.append(phrase)
    for (index, word) in phrase.enumerated() {
      change(word) { if index == 0 { $0.links.insert(.citing) } }
    }
  }

  private mutating func add(_ words: [Substring], to section: Substring, line: Int) {
    let parts = section.split(separator: " ", maxSplits: 1)
    guard let name = parts.first, let first = words.first else { return }
    let classes = WordClasses(section: name) ?? []
    let links = Links(section: name)
    if links == .elision { elides = true }
    let stance = parts.count > 1 ? Cue.Stance(rawValue: String(parts[1])) : nil
    let figure =
      name.hasPrefix("figure") && parts.count > 1 ? Figure.Kind(rawValue: String(parts[1])) : nil
    let sector =
      name.hasPrefix("sector.") ? Speaker.Sector(rawValue: String(name.dropFirst(7))) : nil
    for word in words {
      change(Array(word.utf8)) { lexeme in
        lexeme.classes.formUnion(classes)
        lexeme.links.formUnion(links)
        if stance != nil || classes == .role, lexeme.lemma.isEmpty { lexeme.lemma = String(first) }
        if let stance, lexeme.stance == .neutral { lexeme.stance = stance }
        if let sector, lexeme.sector == nil { lexeme.sector = sector }
        if let figure, lexeme.figure == nil { lexeme.figure = figure }
      }
    }
    number(words, classes, line)
  }

  /// Months, weekdays, number words and units of time have values: the English ones those of a table,
  /// months and weekdays of other languages the number of their line.
  private mutating func number(_ words: [Substring], _ classes: WordClasses, _ line: Int) {
    guard classes.has([.month, .weekday, .number, .tens, .magnitude, .timeUnit]) else { return }
    let isDay = classes.has([.month, .weekday])
    for word in words {
      let value = isEnglish ? WordValue.of[String(word)] : isDay ? line : nil
      change(Array(word.utf8)) { $0.value = value ?? $0.value }
    }
  }
}
