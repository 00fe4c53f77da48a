// Who says what in languages of which the rules know word lists alone.

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

  func quotations(of text: [UInt8]) throws -> [Quotation] {
    var context = Context()
    context.language = code
    return Extraction.annotate(text, context, gazetteer: try shippedGazetteer()).quotations
  }
}

private let languages = [
  Language(code: "fr", file: "french"), Language(code: "uk", file: "ukrainian"),
]

@Test(arguments: languages)
private func `passages by others: who says what, and nothing beyond`(_ language: Language) throws {
  let passages = try language.passages()
  #expect(passages.count >= 80)
  for (passage, isKnown) in passages {
    let faults = passage.faults(try language.quotations(of: passage.text.bytes))
    if isKnown {
      #expect(!faults.isEmpty, "take the ~ off: \(passage)")
    } else {
      #expect(faults.isEmpty, "\(passage)")
    }
  }
}

@Test(arguments: languages)
private func `the first part of a passage, wherever it is cut, is read to its end`(
  _ language: Language
) throws {
  for (passage, _) in try language.passages().prefix(40) {
    let bytes = passage.text.bytes
    for end in stride(from: 0, through: bytes.count, by: 7) {
      for quotation in try language.quotations(of: Array(bytes[..<end])) {
        #expect(quotation.spans.allSatisfy { $0.upperBound <= end && !$0.isEmpty }, "\(passage)")
      }
    }
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
