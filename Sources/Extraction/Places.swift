// Places: what a text names, where it lies, and what the name stands for.

import Gazetteer

/// What the stage on places finds.
struct Places {
  private(set) var mentions: [PlaceMention] = []
  /// The tokens of each mention.
  private(set) var tokens: [Range<Int>] = []
  /// “the city”, “this town”, and what they mean.
  private(set) var nominal: [(range: Range<Int>, place: Place)] = []
  private(set) var localities: [LocatedPlace] = []
  private(set) var unresolved: [Unresolved] = []
  /// By the locality that is taken, where its name could mean others as well.
  private(set) var runnersUp: [Place: [RunnerUp]] = [:]

  static func find(
    in text: Text, _ names: Names, _ people: People, _ context: Context, _ gazetteer: Gazetteer
  ) -> Places {
    let scan = PlaceScan(text, names, people, gazetteer)
    var (spans, found) = (scan.spans, scan.found)
    PlaceContainers.link(&spans, found, text, gazetteer)
    accept(&spans, found, text, names, people)
    scan.unlisted.replaceRefused(&spans)
    scan.unlisted.completeLists(&spans)
    PlaceChoice.settle(
      &found, spans, publisher: Publisher.names(in: context.source, gazetteer), gazetteer)
    var places = Places()
    places.collect(
      spans, found, PlaceKinds(text, names, gazetteer), PlaceRoles(text: text, names: names))
    places.locate(spans, found, text, gazetteer)
    places.nominal = NominalPlaces.find(in: text, places: places.mentions, gazetteer: gazetteer)
    return places
  }

  /// A name that is a place somewhere in the report is one wherever nothing speaks against it.
  private static func accept(
    _ spans: inout [PlaceSpan], _ found: [PlaceName], _ text: Text, _ names: Names, _ people: People
  ) {
    let evidence = PlaceEvidence(text: text, names: names, people: people)
    var strongest = [Double](repeating: -.infinity, count: found.count)
    for index in spans.indices {
      guard spans[index].form == .name, let name = spans[index].name else {
        spans[index].isAccepted = true
        continue
      }
      let isInList = isInList(index, spans, text)
      spans[index].evidence = evidence.points(spans[index], found[name], isInList: isInList)
      strongest[name] = max(strongest[name], spans[index].evidence)
    }
    for index in spans.indices {
      guard spans[index].form == .name, let name = spans[index].name else { continue }
      let points = spans[index].evidence
      spans[index].isAccepted =
        PlaceEvidence.isEnough(points)
        || points > PlaceEvidence.least(spans[index].tokens, text)
          && PlaceEvidence.isEnough(strongest[name] - 0.5)
    }
  }

  /// “Pivnichne, Zalizne and Pivdenne”
  private static func isInList(_ index: Int, _ spans: [PlaceSpan], _ text: Text) -> Bool {
    [index - 1, index + 1].contains { other in
      guard spans.indices.contains(other), [.name, .unknown].contains(spans[other].form) else {
        return false
      }
      let (left, right) = other < index ? (other, index) : (index, other)
      guard spans[left].tokens.upperBound <= spans[right].tokens.lowerBound else { return false }
      let gap = spans[left].tokens.upperBound..<spans[right].tokens.lowerBound
      return (1...2).contains(gap.count)
        && gap.allSatisfy { text.tokens[$0].kind == .comma || text.word($0, isOneOf: "and", "or") }
    }
  }

  // MARK: - Results

  private mutating func collect(
    _ spans: [PlaceSpan], _ found: [PlaceName], _ kinds: PlaceKinds, _ roles: PlaceRoles
  ) {
    var last: (tokens: Range<Int>, role: PlaceMention.Role)?
    for span in spans where span.isAccepted {
      let place = span.place ?? span.name.flatMap { found[$0].place }
      let range = kinds.text.range(span.tokens)
      tokens.append(span.tokens)
      let kind = kinds.kind(of: span, place)
      let role = kind == .name ? roles.role(of: span.tokens, behind: last) : nil
      last = role.map { (span.tokens, $0) }
      mentions.append(PlaceMention(range: range, kind: kind, place: place, role: role))
      if place == nil, span.form == .unknown || span.form == .name {
        unresolved.append(Unresolved(.place, range, Self.reason(span)))
      }
    }
  }

  private static func reason(_ span: PlaceSpan) -> String {
    span.form == .unknown
      ? "the gazetteer has no place of this name"
      : "the gazetteer has no place of this name in the countries that the text speaks of"
  }

  private mutating func locate(
    _ spans: [PlaceSpan], _ found: [PlaceName], _ text: Text, _ gazetteer: Gazetteer
  ) {
    var confidences: [Place: Double] = [:]
    /// Places that something is said of which is not only near them.
    var inside: Set<Place> = []
    var last: (tokens: Range<Int>, isNear: Bool)?
    for span in spans where span.isAccepted {
      let isPaired = last.map { $0.isNear && PlaceVicinity.isPaired($0.tokens, span.tokens, text) }
      let isNear = isPaired == true || PlaceVicinity.isNear(span.tokens, text)
      last = (span.tokens, isNear)
      guard let name = span.name, let place = span.place ?? found[name].place else { continue }
      let confidence = span.place == nil ? found[name].confidence : 0.95
      confidences[place] = max(confidences[place] ?? 0, confidence)
      if !isNear { inside.insert(place) }
      if !found[name].runnersUp.isEmpty, found[name].place == place {
        runnersUp[place] = found[name].runnersUp
      }
    }
    var known: Set<Place> = []
    for mention in mentions where mention.kind == .name {
      guard let place = mention.place, known.insert(place).inserted else { continue }
      let precision = Self.precision(place, gazetteer)
      localities.append(
        LocatedPlace(
          place: place,
          precision: precision == .exact && !inside.contains(place) ? .near : precision,
          confidence: confidences[place] ?? 0.5))
    }
  }

  private static func precision(_ place: Place, _ gazetteer: Gazetteer) -> GeoPrecision {
    switch gazetteer.feature(of: place) {
    case .country: .country
    case .admin1: .admin1
    case .admin2: .admin2
    case .continent, .region, .sea, .desert, .mountain, .river, .island, .lake: .region
    case .city, .town, .settlement, .village, .neighbourhood, .spot, .other:
      gazetteer.isApproximate(place) || gazetteer.isCentroid(place) ? .near : .exact
    }
  }
}
