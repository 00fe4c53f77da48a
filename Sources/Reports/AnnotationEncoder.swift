// What was found in a text as a record of few bytes.

import Dates
import Extraction
import Gazetteer

/// Writes the record of one report: structure, then a list of each kind of fact, in the order of
/// `Annotations`. `AnnotationDecoder` is its mirror. The language stands in a column of its own.
///
/// Confidences are kept to a hundredth, as answers give them; all else comes back as it was.
struct AnnotationEncoder {
  private var writer = CompactWriter()
  private var places: [Place: Int] = [:]
  private var strings: [Symbol: Int] = [:]
  private let intern: (String) -> Symbol

  /// - Parameter intern: finds the symbol of a string, or makes it one.
  static func encode(
    _ annotations: Annotations, intern: @escaping (String) -> Symbol
  ) -> [UInt8] {
    var encoder = AnnotationEncoder(intern: intern)
    encoder.encode(annotations)
    return encoder.writer.bytes
  }

  private init(intern: @escaping (String) -> Symbol) { self.intern = intern }

  private mutating func encode(_ found: Annotations) {
    encode(found.structure)
    list(found.places) { $0.encode($1) }
    list(found.localities) { $0.encode($1) }
    list(found.quotations) { $0.encode($1) }
    list(found.control) { $0.encode($1) }
    list(found.figures) { $0.encode($1) }
    list(found.dates) { $0.encode($1) }
    list(found.unresolved) { $0.encode($1) }
  }

  // MARK: - Parts

  /// The number of elements and each of them.
  mutating func list<Element>(
    _ elements: [Element], _ encode: (inout AnnotationEncoder, Element) -> Void
  ) {
    writer.write(count: elements.count)
    for element in elements { encode(&self, element) }
  }

  mutating func encode(_ ranges: [Range<Int>]) { list(ranges) { $0.encode($1) } }
  mutating func encode(_ range: Range<Int>) { writer.write(range) }
  mutating func encode(_ range: Range<Int>?) { writer.write(range) }
  mutating func encode(_ number: Int?) { writer.write(signed: number) }

  mutating func encode(_ day: CivilDate?) { encode(day.map { Int($0.daysSince1970) }) }

  /// Its number among the cases.
  mutating func encode<Word: CaseIterable & Equatable>(_ word: Word) {
    writer.write(count: Self.number(of: word))
  }

  mutating func encode<Word: CaseIterable & Equatable>(_ word: Word?) {
    writer.write(count: word.map { Self.number(of: $0) + 1 } ?? 0)
  }

  mutating func encode(confidence: Double) {
    writer.write(count: Int((max(0, min(confidence, 1)) * 100).rounded()))
  }

  /// A place's row stands where the record first names it, later its number among the record's.
  mutating func encode(_ place: Place?) {
    encode(use: place, of: \.places) { UInt64($0.row) }
  }

  /// A string likewise, by its symbol.
  mutating func encode(_ text: String?) {
    encode(use: text.map(intern), of: \.strings) { UInt64($0.number) }
  }

  /// 0 for nothing, else a number from 1 on; a number that is used first has its value behind it.
  private mutating func encode<Value: Hashable>(
    use value: Value?, of known: WritableKeyPath<Self, [Value: Int]>, as number: (Value) -> UInt64
  ) {
    guard let value else { return writer.write(count: 0) }
    if let use = self[keyPath: known][value] { return writer.write(count: use) }
    let use = self[keyPath: known].count + 1
    self[keyPath: known][value] = use
    writer.write(count: use)
    writer.write(number(value))
  }

  private static func number<Word: CaseIterable & Equatable>(of word: Word) -> Int {
    var number = 0
    for known in Word.allCases {
      if known == word { break }
      number += 1
    }
    return number
  }
}
