// Who says what in passages that others wrote: three languages, two of which the rules know by word
// lists alone.

import Dates
import Extraction
import Foundation
import TestSupport
import Testing

private struct Language: CustomStringConvertible {
  let code: String
  let file: String

  var description: String { file }

  func passages() throws -> [(passage: SpeechPassage, isKnown: Bool)] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Speech")
    return try String(contentsOf: folder.appending(path: "\(file).txt"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map {
        (SpeechPassage(String($0.hasPrefix("~ ") ? $0.dropFirst(2) : $0)), $0.hasPrefix("~ "))
      }
  }

  func annotations(of text: [UInt8]) throws -> Annotations {
    var context = Context()
    context.language = code
    return Extraction.annotate(text, context, gazetteer: try shippedGazetteer())
  }
}

private let languages = [
  Language(code: "en", file: "english"), Language(code: "fr", file: "french"),
  Language(code: "uk", file: "ukrainian"),
]

@Test(arguments: languages)
private func `passages by others: who says what, and nothing beyond`(_ language: Language) throws {
  let passages = try language.passages()
  #expect(passages.count >= 80)
  for (passage, isKnown) in passages {
    let faults = passage.faults(try language.annotations(of: passage.text.bytes).quotations)
    if isKnown {
      #expect(!faults.isEmpty, "take the ~ off: \(passage)")
    } else {
      #expect(faults.isEmpty, "\(passage)")
    }
  }
}

@Test(arguments: languages, 1...6 as ClosedRange<UInt64>)
private func `pieces of passages, put together at random, are read and every promise is kept`(
  _ language: Language, seed: UInt64
) throws {
  let passages = try language.passages().map(\.passage.text.bytes)
  let marks = ["«", "»", "“", "”", "„", "\"", "– ", ", ", "\n\n", " - ", "'", "’"].map {
    Array($0.utf8)
  }
  var random = SeededGenerator(seed: seed)
  for number in 1...100 {
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let passage = passages.randomElement(using: &random) ?? []
      let start = Int.random(in: 0...passage.count, using: &random)
      text += passage[start..<min(passage.count, start + .random(in: 0...120, using: &random))]
      text += marks.randomElement(using: &random) ?? []
    }
    let found = try language.annotations(of: text)
    let name: Comment = "seed \(seed), \(number): \(String(decoding: text, as: UTF8.self))"
    #expect(found.faults(in: text) == [], name)
    #expect(found == (try language.annotations(of: text)), name)
  }
}

@Test(arguments: [
  (
    "fr",
    """
    Couvre-feu maintenu

    Le maire de la ville a dit que des obus ont touché le pont. La porte-parole du gouvernement,
    Inès Corbalan, est arrivée dans la nuit. Elle a précisé que le couvre-feu durera jusqu’au 12 mars 2024.
    """, "préciser", "Inès Corbalan"
  ),
  (
    "uk",
    """
    Комендантську годину продовжено

    Міський голова сказав, що снаряди влучили в міст, але його не зруйновано. Речниця уряду Олена Горова
    приїхала вночі. Вона уточнила, що комендантська година діятиме до 12 березня 2024 року.
    """, "уточнити", "Олена Горова"
  ),
])
func `an article tells its language, and is read by its lists`(
  code: String, text: String, lemma: String, speaker: String
) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.language == code)
  let quotation = try #require(found.quotations.last)
  #expect(quotation.cue?.lemma == lemma)
  #expect(quotation.speaker?.name == speaker)
  #expect(
    found.dates.contains { $0.first == CivilDate(year: 2024, month: 3, day: 12) }, "\(found.dates)")
}

@Test(
  arguments: [
    ("en", "The mayor, Ihor Terekhov, said that the town held.", "Ihor Terekhov", "mayor"),
    (
      "en", "The mayor of Kyiv, Olena Marchenko, said that the town held.", "Olena Marchenko",
      "mayor"
    ),
    ("fr", "Le chef du gouvernement a dit que la ville tenait.", "chef du gouvernement", nil),
    (
      "fr", "Le président russe Vladimir Poutine a dit que la ville tenait.", "Vladimir Poutine",
      "président"
    ),
    ("fr", "Le maire, Jean Petit, a dit que la ville tenait.", "Jean Petit", "maire"),
    ("fr", "Le maire de Lyon, Jean Petit, a dit que la ville tenait.", "Jean Petit", "maire"),
    ("fr", "Le maire a dit que la ville tenait et ajouté que tout allait bien.", "maire", nil),
    ("fr", "Vingt personnes sont mortes, selon Kiev", "Kiev", nil),
    (
      "uk", "Президент України Володимир Зеленський заявив, що місто тримається.",
      "Володимир Зеленський", "президент"
    ),
    ("uk", "Мер Харкова Ігор Терехов заявив, що місто тримається.", "Ігор Терехов", "мер"),
    ("uk", "Командир бригади Іван Бойко заявив, що місто тримається.", "Іван Бойко", "командир"),
    ("uk", "Пожежу загасили, повідомили в ДСНС.", "ДСНС", nil),
  ] as [(String, String, String, String?)])
func `a speaker's name and role`(
  code: String, sentence: String, name: String, role: String?
) throws {
  var context = Context()
  context.language = code
  let found = Extraction.annotate(
    Array(sentence.utf8), context, gazetteer: try shippedGazetteer())
  let speaker = try #require(found.quotations.last?.speaker)
  #expect(speaker.name == name)
  #expect(speaker.role == role)
}

@Test(arguments: [
  ("« Nous répondrons », a promis le président de la ville.", "promettre"),
  ("«Ми тримаємо позиції», – сказав мер міста, але додав, що це не все.", "сказати"),
  ("“We hold the town,” said the mayor of the place.", "say"),
])
func `a text too short to tell its language is read by the likeliest lists`(
  text: String, lemma: String
) throws {
  let found = Extraction.annotate(Array(text.utf8), gazetteer: try shippedGazetteer())
  #expect(found.quotations.first?.cue?.lemma == lemma)
}
