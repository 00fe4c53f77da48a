// Whatever a text holds, the stages end, and what they find lies in it, in order.

import Dates
import Gazetteer
import TestSupport
import Testing

@testable import Extraction

private let words =
  "the a of in on at since for from to between and until late early mid last next this past end start "
  + "Monday Tuesday May October Oct. 7 7th 31 2014 2014-16 1990s 1,600 1.2 10:30 24/02/2022 a.m. "
  + "two few dozen hundred thousands million week month months years decade night weekend summer fall "
  + "ago later earlier yesterday tonight noon than more less least people soldiers killed wounded "
  + "dead were have population inhabitants town city region country , . ; - – “ ” ’s ? ( ) war once now"

private func randomText(_ seed: UInt64) -> String {
  let words = words.split(separator: " ")
  var random = SeededGenerator(seed: seed)
  return (0..<60).map { _ in
    String(words.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
  }.joined(separator: Bool.random(using: &random) ? " " : "")
}

@Test(arguments: 0..<UInt64(2000))
func `what is found in any text lies in it and in order`(seed: UInt64) {
  let text = Text(Array(randomText(seed).utf8))
  let published = CivilDate(year: seed % 2 == 0 ? 1 : 9999, month: 12, day: 31)
  let dates = DateMentions.find(in: text, published: seed % 3 == 0 ? nil : published).dates
  let figures = Figures.find(
    in: text, places: [], nominal: [], dates: dates, quotations: [], gazetteer: Gazetteer())
  var end = 0
  for date in dates {
    #expect(date.range.lowerBound >= end, "\(text.string(0..<text.bytes.count))")
    #expect(!date.range.isEmpty)
    end = date.range.upperBound
    if let first = date.first, let last = date.last {
      #expect(
        first.daysSince1970 <= last.daysSince1970,
        "\(text.string(date.range)) in \(text.string(0..<text.bytes.count))")
    }
  }
  #expect(end <= text.bytes.count)
  for figure in figures {
    #expect(!figure.evidence.isEmpty && figure.evidence.upperBound <= text.bytes.count)
  }
  _ = Languages.guess(text)
}
