// From a record back to what was found in a text.

import Dates
import Extraction
import Gazetteer

/// Reads the record of one report, as `AnnotationEncoder` wrote it.
struct AnnotationDecoder {
  private(set) var reader: CompactReader
  private var places: [Place] = []
  private var strings: [String] = []
  private let table: StringTable

  init(_ record: [UInt8], strings table: StringTable) {
    reader = CompactReader(record)
    self.table = table
  }

  /// - Complexity: O(bytes of the record and of its strings).
  mutating func annotations() -> Annotations {
    var found = Annotations()
    found.structure = structure()
    found.places = list { $0.placeMention() }
    found.localities = list { $0.locatedPlace() }
    found.quotations = list { $0.quotation() }
    found.control = list { $0.controlClaim() }
    found.figures = list { $0.figure() }
    found.dates = list { $0.dateMention() }
    found.unresolved = list { $0.unresolved() }
    return found
  }

  // MARK: - Parts

  mutating func list<Element>(_ decode: (inout AnnotationDecoder) -> Element) -> [Element] {
    let count = reader.count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(decode(&self)) }
    return elements
  }

  mutating func ranges() -> [Range<Int>] { list { $0.range() } }
  mutating func range() -> Range<Int> { reader.range() }
  mutating func optionalRange() -> Range<Int>? { reader.optionalRange() }
  mutating func optionalNumber() -> Int? { reader.optionalSigned() }

  mutating func optionalDay() -> CivilDate? {
    reader.optionalSigned().map { CivilDate(daysSince1970: Int64($0)) }
  }

  mutating func word<Word: CaseIterable>() -> Word { Self.word(reader.count()) }

  mutating func optionalWord<Word: CaseIterable>() -> Word? {
    let told = reader.count()
    return told == 0 ? nil : Self.word(told - 1)
  }

  mutating func confidence() -> Double { Double(reader.count()) / 100 }

  mutating func place() -> Place { places[placeUse() - 1] }

  mutating func optionalPlace() -> Place? {
    let use = placeUse()
    return use == 0 ? nil : places[use - 1]
  }

  mutating func string() -> String { strings[stringUse() - 1] }

  mutating func optionalString() -> String? {
    let use = stringUse()
    return use == 0 ? nil : strings[use - 1]
  }

  private mutating func placeUse() -> Int {
    let use = reader.count()
    if use > places.count { places.append(Place(row: UInt32(reader.number()))) }
    return use
  }

  private mutating func stringUse() -> Int {
    let use = reader.count()
    if use > strings.count {
      let symbol = Symbol(number: UInt32(reader.number()))
      strings.append(table.text(symbol) ?? "")
    }
    return use
  }

  private static func word<Word: CaseIterable>(_ number: Int) -> Word {
    let words = Word.allCases
    return words[words.index(words.startIndex, offsetBy: number)]
  }
}
