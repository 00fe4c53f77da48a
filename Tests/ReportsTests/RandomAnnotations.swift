// Facts that nobody has found, of every kind and with every member set or not.

import Dates
import Extraction
import Gazetteer
import TestSupport

@testable import Reports

/// Annotations of a text of `length` bytes, from a seed.
struct RandomAnnotations {
  private var random: SeededGenerator
  private let length: Int
  private let places: [Place]
  private let texts: [String]

  /// Few places and texts, so that they recur; by default the greatest row that there is among them.
  init(
    seed: UInt64, length: Int,
    places: [Place] = [0, 1, 130, 500_000, .max].map { Place(row: $0) },
    texts: [String] = ["", "say", "Ana Ш", "a reason", "\u{0}"]
  ) {
    random = SeededGenerator(seed: seed)
    self.length = length
    self.places = places
    self.texts = texts
  }

  mutating func annotations() -> Annotations {
    var found = Annotations()
    found.language = choice(["und", "en", "uk", ""])
    found.structure = structure()
    found.places = list { $0.placeMention() }
    found.localities = distinct(list { $0.locatedPlace() }) { $0.place }
    found.quotations = distinct(list { $0.quotation() }) { $0.start }
      .sorted { $0.start < $1.start }
    let quotations = found.quotations.count
    found.control = list { $0.controlClaim(quotations) }
    found.figures = list { $0.figure() }
    found.dates = list {
      DateMention(
        range: $0.range(), first: $0.maybe { $0.day() }, last: $0.maybe { $0.day() },
        precision: $0.word())
    }
    found.unresolved = list { Unresolved($0.word(), $0.range(), $0.text()) }
    return found
  }

  private mutating func structure() -> Structure {
    var structure = Structure()
    structure.standfirst = maybe { $0.range() }
    structure.headings = list { $0.range() }
    structure.paragraphs = list { $0.range() }
    structure.credits = maybe { $0.range() }
    return structure
  }

  private mutating func placeMention() -> PlaceMention {
    PlaceMention(
      range: range(), kind: word(), place: maybe { $0.place() }, role: maybe { $0.word() })
  }

  private mutating func locatedPlace() -> LocatedPlace {
    LocatedPlace(place: place(), precision: word(), confidence: confidence())
  }

  private mutating func quotation() -> Quotation {
    var quotation = Quotation(
      kind: word(), spans: list { $0.range() }, fragments: list { $0.range() },
      cue: maybe { Cue(range: $0.range(), lemma: $0.text(), stance: $0.word()) },
      speaker: maybe { $0.speaker() }, evidence: range())
    quotation.about = distinct(list { $0.place() }) { $0 }
    return quotation
  }

  private mutating func speaker() -> Speaker {
    var speaker = Speaker(name: text(), mention: maybe { $0.range() }, confidence: confidence())
    speaker.role = maybe { $0.text() }
    speaker.affiliation = maybe { $0.text() }
    speaker.sector = maybe { $0.word() }
    speaker.resolvedFrom = maybe { $0.range() }
    return speaker
  }

  private mutating func controlClaim(_ quotations: Int) -> ControlClaim {
    ControlClaim(
      place: place(), party: maybe { $0.text() }, status: word(), extent: maybe { $0.range() },
      basis: word(), claimedBy: maybe { $0.text() },
      quotation: quotations == 0 ? nil : maybe { $0.number(0..<quotations) },
      asOf: maybe { $0.range() }, evidence: range())
  }

  private mutating func figure() -> Figure {
    var figure = Figure(kind: word(), evidence: range())
    figure.place = maybe { $0.place() }
    figure.value = maybe { $0.choice([0, 1, 127, 128, -1, .max, .min, 30_000]) }
    figure.low = maybe { $0.number(0..<1_000_000) }
    figure.high = maybe { $0.number(0..<100) }
    figure.qualifier = maybe { $0.range() }
    figure.ofWhom = maybe { $0.range() }
    figure.asOf = maybe { $0.range() }
    figure.saidBy = maybe { $0.text() }
    return figure
  }

  // MARK: - Parts

  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func choice<Value>(_ values: [Value]) -> Value {
    values[number(0..<values.count)]
  }

  private mutating func list<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<number(0..<6)).map { _ in make(&self) }
  }

  /// The first of those that have something in common.
  private func distinct<Value, Key: Hashable>(_ all: [Value], _ key: (Value) -> Key) -> [Value] {
    var known: Set<Key> = []
    return all.filter { known.insert(key($0)).inserted }
  }

  private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
    number(0..<3) == 0 ? nil : make(&self)
  }

  private mutating func word<Word: CaseIterable>() -> Word { choice(Array(Word.allCases)) }

  private mutating func range() -> Range<Int> {
    let ends = [number(0..<length + 1), number(0..<length + 1)].sorted()
    return ends[0]..<ends[1]
  }

  private mutating func place() -> Place { choice(places) }

  private mutating func text() -> String { choice(texts) }

  private mutating func confidence() -> Double { Double(number(0..<101)) / 100 }

  /// Anywhere, or in the two weeks in which random reports are published.
  private mutating func day() -> CivilDate {
    CivilDate(daysSince1970: Int64(number(choice([-719_162..<2_932_897, -4..<14]))))
  }
}
