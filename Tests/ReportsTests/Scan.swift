// What a query finds, said without any index: one line for each condition.

import Dates
import Extraction
import Gazetteer

@testable import Reports

/// Looks at all reports from end to end.
struct Scan {
  let entries: [ReportEntry]
  let globe: SmallGlobe

  func reports(_ asked: Conditions) -> [ReportEntry] {
    entries.filter {
      hasWords($0, asked) && isTimed($0, asked) && isPlaced($0, asked) && isQuoted($0, asked)
    }
  }

  func quotations(_ asked: Conditions) -> [(report: ReportEntry, index: Int)] {
    entries.filter { isTimed($0, asked) && isPlaced($0, asked) }.flatMap { entry in
      entry.annotations.quotations.enumerated().filter { _, quotation in
        asked.quotations.allSatisfy { meets(quotation, $0.test) != $0.isNot }
          && asked.text?.isMet(by: quotation.spans.map { words(of: entry, in: $0) }) ?? true
      }.map { (entry, $0.offset) }
    }
  }

  func localities(_ asked: Conditions) -> [ScannedLocality] {
    let counted = entries.filter {
      hasWords($0, asked) && isTimed($0, asked) && isQuoted($0, asked)
    }
    return globe.places.compactMap { place in
      let reports = counted.filter { $0.names(place) }
      let isWanted = asked.places.allSatisfy { meets(place, $0.test, in: reports) != $0.isNot }
      return isWanted && !reports.isEmpty ? ScannedLocality(place, reports) : nil
    }
  }

  // MARK: - Conditions of one report

  private func hasWords(_ entry: ReportEntry, _ asked: Conditions) -> Bool {
    let headline = TextWords.words(of: entry.headline ?? "")
    return asked.text?.isMet(by: [headline, words(of: entry, in: 0..<entry.text.count)]) ?? true
  }

  /// The words that begin in a part of the text.
  private func words(of entry: ReportEntry, in part: Range<Int>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    TextWords.forEach(in: entry.text.span) { word, range in
      if part.contains(range.lowerBound) { words.append(word) }
    }
    return words
  }

  private func isDated(_ entry: ReportEntry, _ asked: Conditions) -> Bool {
    asked.published.allSatisfy { condition in
      let isIn = entry.published.map { condition.test.contains($0.start) } ?? false
      return isIn != condition.isNot
    }
  }

  private func isTimed(_ entry: ReportEntry, _ asked: Conditions) -> Bool {
    isDated(entry, asked)
      && asked.happened.allSatisfy { condition in
        let isNamed = entry.annotations.dates.contains {
          touches($0, condition.test, entry.published)
        }
        return isNamed != condition.isNot
      }
  }

  private func isPlaced(_ entry: ReportEntry, _ asked: Conditions) -> Bool {
    let places = entry.annotations.localities.map(\.place)
    let wanted = asked.places.filter { !$0.isNot }
    let unwanted = asked.places.filter(\.isNot)
    let isThere =
      wanted.isEmpty
      || places.contains { place in wanted.allSatisfy { meets(place, $0.test, in: [entry]) } }
    return isThere
      && !places.contains { place in unwanted.contains { meets(place, $0.test, in: [entry]) } }
  }

  private func isQuoted(_ entry: ReportEntry, _ asked: Conditions) -> Bool {
    let quotations = entry.annotations.quotations
    let wanted = asked.quotations.filter { !$0.isNot }
    let unwanted = asked.quotations.filter(\.isNot)
    let isThere =
      wanted.isEmpty
      || quotations.contains { said in wanted.allSatisfy { meets(said, $0.test) } }
    return isThere
      && !quotations.contains { said in unwanted.contains { meets(said, $0.test) } }
  }

  // MARK: - Tests

  func meets(_ place: Place, _ test: PlaceTest, in reports: [ReportEntry]) -> Bool {
    let (gazetteer, isPoint) = (globe.gazetteer, globe.gazetteer.isPoint(place))
    return switch test {
    case .place(let places): places.contains(place)
    case .country(let codes): codes.contains(gazetteer.countryCode(of: place))
    case .admin1(let units): gazetteer.admin1(of: place).map { units.contains($0) } ?? false
    case .box(let box, let spatial):
      (isPoint || spatial == .possible) && meets(box, globe.extent(of: place))
    case .circle(let circle, let spatial):
      (isPoint || spatial == .possible)
        && globe.distance(circle.center, globe.extent(of: place)) <= circle.kilometres
    case .told(let told):
      reports.flatMap(\.annotations.control).contains {
        $0.place == place && told.contains(Told($0.status))
      } || reports.role(of: place).map { told.contains(Told($0)) } ?? false
    }
  }

  /// One reaches into the other as it is, or a turn away.
  private func meets(_ one: Box, _ other: Box) -> Bool {
    one.south <= other.north && other.south <= one.north
      && [-360, 0, 360].contains { turn in
        one.west <= other.unwrappedEast + turn && other.west + turn <= one.unwrappedEast
      }
  }

  /// In seconds: from the start of a day to the end of one.
  private func touches(_ date: DateMention, _ period: Period, _ published: Moment?) -> Bool {
    guard let known = date.first ?? date.last else { return false }
    let reach =
      date.first == nil ? nil : published.map { CivilDate(daysSince1970: day($0.end - 1)) }
    let last = date.last ?? reach ?? known
    let end = max(known.daysSince1970, last.daysSince1970) + 1
    return known.daysSince1970 * 86_400 < period.end ?? .max
      && end * 86_400 > period.start ?? .min
  }

  private func day(_ second: Int64) -> Int64 { Int64((Double(second) / 86_400).rounded(.down)) }

  func meets(_ quotation: Quotation, _ test: QuotationTest) -> Bool {
    if case .kind(let kinds) = test { return kinds.contains(quotation.kind) }
    let (name, texts) = name(quotation, test)
    return texts.contains { hasWords(name, $0) }
  }

  /// The name that a test asks of a quotation, and what it asks for.
  private func name(_ quotation: Quotation, _ test: QuotationTest) -> (String?, [String]) {
    switch test {
    case .speaker(let texts): (quotation.speaker?.name, texts)
    case .role(let texts): (quotation.speaker?.role, texts)
    case .affiliation(let texts): (quotation.speaker?.affiliation, texts)
    case .cue(let texts): (quotation.cue?.lemma, texts)
    case .kind: (nil, [])
    }
  }

  private func hasWords(_ name: String?, _ text: String) -> Bool {
    let words = Folding.folded(text).split(separator: " ")
    return !words.isEmpty
      && Set(words).isSubset(of: Folding.folded(name ?? "").split(separator: " "))
  }
}

extension Scan {
  /// The bytes of the names that a test of names means, in the order in which they first come.
  func names(meeting test: QuotationTest) -> [[UInt8]] {
    if case .kind = test { return [] }
    var known: Set<[UInt8]> = []
    return newestFirst.flatMap(\.annotations.quotations).filter { meets($0, test) }
      .compactMap { name($0, test).0.map { Array($0.utf8) } }.filter { known.insert($0).inserted }
  }

  private var newestFirst: [ReportEntry] { sorted(entries, .newestFirst) }
}

extension TextQuery {
  /// Whether some texts, each as its words, have what is asked for and nothing that is refused.
  func isMet(by texts: [[[UInt8]]]) -> Bool {
    terms.allSatisfy { term in texts.contains { Self.has(term, $0) } != term.isNot }
  }

  private static func has(_ term: Term, _ words: [[UInt8]]) -> Bool {
    words.indices.contains { start in
      let run = words[start...].prefix(term.words.count)
      return term.isFront
        ? run.first?.starts(with: term.words[0]) ?? false : run.elementsEqual(term.words)
    }
  }
}
