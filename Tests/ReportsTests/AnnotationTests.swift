// What was found in a text comes back from the store as it went in.

import Extraction
import Gazetteer
import Testing

@testable import Reports

private func entries(seed: UInt64, _ count: Int) -> [ReportEntry] {
  (0..<count).map { number in
    let length = Int(seed % 3) * 20_000 + number
    var entry = ReportEntry(id: "\(number)", text: Array(repeating: 0x61, count: length))
    var random = RandomAnnotations(seed: seed &* 1000 &+ UInt64(number), length: length)
    entry.annotations = random.annotations()
    return entry
  }
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `annotations come back as they went in`(seed: UInt64) {
  let entries = entries(seed: seed, 12)
  let segment = segment(entries)
  #expect(segment.brokenInvariant() == nil, "seed \(seed)")
  for entry in entries {
    let view = segment.report(entry.id)
    #expect(view?.entry.annotations == entry.annotations, "seed \(seed), report \(entry.id)")
    #expect(view?.heading.annotations.language == entry.annotations.language, "seed \(seed)")
  }
}

@Test(arguments: [
  (0.0, 0.0), (1.0, 1.0), (0.994, 0.99), (0.996, 1.0), (-0.5, 0.0), (7.0, 1.0), (.nan, 0.0),
  (.infinity, 1.0),
])
func `a confidence is kept to a hundredth`(given: Double, kept: Double) {
  var entry = ReportEntry(id: "a")
  entry.annotations.localities = [
    LocatedPlace(place: Place(row: 1), precision: .exact, confidence: given)
  ]
  #expect(segment([entry]).report("a")?.entry.annotations.localities[0].confidence == kept)
}

@Test func `numbers of every length read back`() {
  var writer = CompactWriter()
  let powers: [UInt64] = (0..<64).map { 1 << $0 }
  let numbers = powers + powers.map { $0 - 1 } + [.max]
  let whole = numbers.map { Int(truncatingIfNeeded: $0) }
  let signed = whole + whole.map { ~$0 }
  for number in numbers { writer.write(number) }
  for number in signed { writer.write(signed: number) }
  var reader = CompactReader(writer.bytes)
  for number in numbers { #expect(reader.number() == number) }
  for number in signed { #expect(reader.signed() == number) }
  #expect(reader.isAtEnd)
}

@Test func `what nobody found anything in takes a dozen bytes`() {
  #expect(segment([ReportEntry(id: "a")]).annotations.byteCount <= 12)
}

@Test func `a claim of a quotation that is not there breaks a promise`() {
  var entry = ReportEntry(id: "a", text: Array("text".utf8))
  entry.annotations.control = [
    ControlClaim(
      place: Place(row: 1), party: nil, status: .held, extent: nil, basis: .claimed,
      claimedBy: nil, quotation: 0, asOf: nil, evidence: 0..<4)
  ]
  #expect(segment([entry]).brokenInvariant()?.contains("quotation") == true)
}

@Test func `a fact behind the end of its text breaks a promise`() {
  var entry = ReportEntry(id: "a", text: Array("text".utf8))
  entry.annotations.structure.paragraphs = [0..<5]
  #expect(segment([entry]).brokenInvariant()?.contains("behind its text") == true)
}

@Test(arguments: [[2, 0], [1, 1]])
func `quotations out of the order of the text break a promise`(starts: [Int]) {
  var entry = ReportEntry(id: "a", text: Array("text".utf8))
  entry.annotations.quotations = starts.map {
    Quotation(
      kind: .direct, spans: [$0..<4], fragments: [], cue: nil, speaker: nil, evidence: 0..<4)
  }
  #expect(segment([entry]).brokenInvariant()?.contains("order of the text") == true)
}
