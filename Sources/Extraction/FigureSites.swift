// The place that a figure belongs to.

import Gazetteer

/// Named and nominal mentions of places in the order of the text.
struct FigureSites {
  private struct Site {
    let range: Range<Int>
    let place: Place
    let feature: Feature
  }

  private var sites: [Site] = []
  private var next = 0
  /// Of the last populated place that is named before `next`.
  private var lastNamed: Site?
  private let nominalStarts: Set<Int>

  init(
    _ places: [PlaceMention], _ nominal: [(range: Range<Int>, place: Place)],
    _ gazetteer: Gazetteer
  ) {
    nominalStarts = Set(nominal.map { $0.range.lowerBound })
    for mention in places where mention.kind == .name {
      guard let place = mention.place else { continue }
      let feature = gazetteer.feature(of: place)
      sites.append(Site(range: mention.range, place: place, feature: feature))
    }
    for (range, place) in nominal {
      sites.append(Site(range: range, place: place, feature: gazetteer.feature(of: place)))
    }
    sites.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The nearest in the sentence, populated places first; else the last named of the paragraph.
  mutating func place(
    of figure: Figure, in sentence: Range<Int>, block: Range<Int>, _ text: Text
  ) -> Place? {
    while next < sites.count, sites[next].range.upperBound <= sentence.lowerBound {
      let site = sites[next]
      if site.feature.isPopulated, !nominalStarts.contains(site.range.lowerBound) {
        lastNamed = site
      }
      next += 1
    }
    let here = sites[next...].prefix { $0.range.lowerBound < sentence.upperBound }
    let populated = here.filter { $0.feature.isPopulated }
    let nearest = (populated.isEmpty ? Array(here) : populated).min {
      distance($0.range, figure.evidence, text) < distance($1.range, figure.evidence, text)
    }
    if let nearest { return nearest.place }
    guard let lastNamed, lastNamed.range.lowerBound >= block.lowerBound else { return nil }
    return lastNamed.place
  }

  /// Bytes between the two; marks that part clauses count more.
  private func distance(_ range: Range<Int>, _ evidence: Range<Int>, _ text: Text) -> Int {
    let gap =
      range.lowerBound >= evidence.upperBound
      ? evidence.upperBound..<range.lowerBound
      : range.upperBound..<max(range.upperBound, evidence.lowerBound)
    // More than a clause away nothing changes any more.
    guard gap.count < 400 else { return gap.count }
    return gap.count + text.bytes[gap].reduce(0) { $0 + ($1 == 0x2C || $1 == 0x3B ? 40 : 0) }
  }
}
