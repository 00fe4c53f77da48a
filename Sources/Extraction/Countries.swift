// Adjectives of countries, their capitals, and the seats of their governments.

import CLexicon
import Gazetteer

/// What words such as “Ukrainian”, “Kyiv” and “the Kremlin” stand for, by their folded bytes.
struct Countries: Sendable {
  enum Meaning: Equatable, Sendable {
    case country(CountryCode)
    /// A place by its id.
    case place(String)
    /// No one place: “Western”.
    case none
  }

  static let shared = Countries()

  private(set) var adjectives: [[UInt8]: Meaning] = [:]
  /// Capitals by their usual names; two countries may share one.
  private(set) var capitals: [[UInt8]: [CountryCode]] = [:]
  private(set) var seats: [[UInt8]: CountryCode] = [:]
  /// First words of adjectives and seats, so that most words need no look-up.
  private(set) var firstWords: Set<[UInt8]> = []

  private init() {
    for line in unsafe WordList.lines(of: lexicon_countries()) {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 4, let meaning = Self.meaning(fields[0]) else { continue }
      for name in Self.names(fields[3]) { add(name, meaning) }
      guard case .country(let code) = meaning else { continue }
      for name in Self.names(fields[1]) { capitals[name, default: []].append(code) }
      for name in Self.names(fields[2]) { seats[name] = code }
    }
    firstWords.formUnion(seats.keys.map { Self.firstWord($0) })
  }

  private mutating func add(_ adjective: [UInt8], _ meaning: Meaning) {
    adjectives[adjective] = meaning
    firstWords.insert(Self.firstWord(adjective))
  }

  private static func meaning(_ field: Substring) -> Meaning? {
    let word = field.filter { $0 != " " }
    if word == "-" { return Meaning.none }
    guard word.utf8.count == 2 else { return .place(word) }
    return CountryCode(Array(word.utf8)[...]).map { .country($0) }
  }

  private static func names(_ field: Substring) -> [[UInt8]] {
    field.parts(between: UInt8(ascii: ",")).map { name in
      var folded: [UInt8] = []
      Folding.append(Array(name.utf8).span, to: &folded)
      return folded
    }.filter { !$0.isEmpty }
  }

  private static func firstWord(_ name: [UInt8]) -> [UInt8] {
    Array(name.prefix { $0 != UInt8(ascii: " ") })
  }
}
