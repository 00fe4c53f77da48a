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
  /// Place in its list, from 1: the month's or weekday's number, a number word's value, a unit of time.
  var value = 0
}

/// Folded words and their lexemes. Lexeme 0 is that of an unknown word.
struct Lexicon {
  static let english = read()

  private(set) var lexemes: [Lexeme] = [Lexeme()]
  /// Number of the lexeme by hash; 0 is an empty slot.
  private var slots = [UInt16](repeating: 0, count: 1 << 15)
  private var words: [[UInt8]] = [[]]

  /// The number of a word's lexeme.
  ///
  /// - Parameter word: folded.
  func number(of word: ArraySlice<UInt8>) -> UInt16 { slots[slot(of: word)] }

  private func slot(of word: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = Int((hash ^ hash >> 15) & UInt32(slots.count - 1))
    while slots[slot] != 0, !words[Int(slots[slot])].elementsEqual(word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

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
  fileprivate static func read() -> Lexicon {
    var lexicon = Lexicon()
    unsafe lexicon.read(lexicon_english())
    unsafe lexicon.read(lexicon_given_names())
    unsafe lexicon.read(lexicon_ordinary_words(), section: "ordinary")
    for word in Countries.shared.firstWords {
      lexicon.change(word) { $0.classes.formUnion(.countryWord) }
    }
    return lexicon
  }

  /// Reads the lines of a list: `[section]`, `# remark`, words with blanks between.
  private mutating func read(_ list: lexicon_text, section: Substring = "") {
    var section = section
    // SAFETY: the bytes are compiled in and never change.
    let bytes = unsafe UnsafeBufferPointer(start: list.bytes, count: list.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        section = line.dropFirst().dropLast()
      } else {
        add(line.split(separator: " "), to: section)
      }
    }
  }

  private mutating func add(_ words: [Substring], to section: Substring) {
    let parts = section.split(separator: " ", maxSplits: 1)
    guard let name = parts.first, let first = words.first else { return }
    let classes = WordClasses(section: name) ?? []
    let stance = parts.count > 1 ? Cue.Stance(rawValue: String(parts[1])) : nil
    let figure =
      name.hasPrefix("figure") && parts.count > 1 ? Figure.Kind(rawValue: String(parts[1])) : nil
    let sector =
      name.hasPrefix("sector.") ? Speaker.Sector(rawValue: String(name.dropFirst(7))) : nil
    for word in words {
      change(Array(word.utf8)) { lexeme in
        lexeme.classes.formUnion(classes)
        if stance != nil || classes == .role, lexeme.lemma.isEmpty { lexeme.lemma = String(first) }
        if let stance, lexeme.stance == .neutral { lexeme.stance = stance }
        if let sector, lexeme.sector == nil { lexeme.sector = sector }
        if let figure, lexeme.figure == nil { lexeme.figure = figure }
      }
    }
    number(words, classes)
  }

  /// Months, weekdays, number words and units of time have values: those of the list below.
  private mutating func number(_ words: [Substring], _ classes: WordClasses) {
    guard classes.has([.month, .weekday, .number, .tens, .magnitude, .timeUnit]) else { return }
    for word in words {
      change(Array(word.utf8)) { $0.value = WordValue.of[String(word)] ?? $0.value }
    }
  }
}
