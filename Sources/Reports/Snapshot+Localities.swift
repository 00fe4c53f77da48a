// Lists of localities.

package import Gazetteer
package import Dates
package import Extraction

package typealias LocalityPageRequest = PageRequest<LocalityOrder, LocalityKey>

/// A locality as some reports speak of it: made while an answer is written, never stored.
package struct LocalityView: Sendable {
  package let place: Place
  let tally: LocalityTally
  /// Nil where none of its reports has a date.
  package let firstPublished: Moment?
  package let lastPublished: Moment?

  package var reportCount: Int { Int(tally.reports) }
  /// Of every kind.
  package var mentionCount: Int { Int(tally.mentions) }
  /// The strongest one that a report gives it.
  package var role: PlaceMention.Role? { tally.told.role }
  /// Quotations that are about it.
  package var quotationCount: Int { Int(tally.quotations) }
  /// The place with the best precision and the highest confidence that a report gives it.
  package var located: LocatedPlace {
    LocatedPlace(
      place: place, precision: tally.precision, confidence: Double(tally.confidence) / 100)
  }

  /// The same place with nothing counted, known as well as these reports know it.
  package var withoutReports: LocalityView {
    var rest = LocalityTally()
    rest.confidence = tally.confidence
    rest.precision = tally.precision
    return LocalityView(place: place, tally: rest, firstPublished: nil, lastPublished: nil)
  }
}

extension Snapshot {
  /// How many localities meet some conditions.
  package func localityCount(_ conditions: Conditions) -> Int {
    localities(conditions).count
  }

  /// The localities that meet the conditions on places, in the reports that meet all others; what is
  /// counted of them is counted in these reports.
  ///
  /// - Complexity: O(what the reports name + localities × log localities).
  package func localities(
    _ conditions: Conditions, _ request: LocalityPageRequest
  ) -> Page<LocalityView, LocalityKey> {
    let found = localities(conditions).map { number, tally in
      RankedLocality(
        rank: rank(number, tally, request.order), place: places.places[Int(number)], tally: tally)
    }
    let behind = request.after.map { found.filter(isBehind($0, request.order)) } ?? found
    let page = behind.sorted(by: RankedLocality.precedes).prefix(request.limit)
    let isLast = page.count == behind.count
    return Page(
      records: page.map { view(of: $0.place, $0.tally) },
      matched: found.count, next: isLast ? nil : page.last.map { key(of: $0, request.order) })
  }

  /// The locality of a place, as the reports speak of it that meet all conditions but those on places;
  /// nil where none of them names it.
  ///
  /// - Complexity: O(log localities + what the reports name that name it).
  package func locality(_ place: Place, _ conditions: Conditions = Conditions()) -> LocalityView? {
    var sum = LocalityTally()
    for (part, start) in zip(parts, numbering.rows) {
      guard let number = part.segment.namings.number(of: place) else { continue }
      let tally = Search(part: part, conditions: conditions).tally(of: number)
      sum.add(tally.shifted(by: start)) { isNewer($0, $1) }
    }
    return sum.reports == 0 ? nil : view(of: place, sum)
  }

  private func view(of place: Place, _ tally: LocalityTally) -> LocalityView {
    func published(_ number: UInt32?) -> Moment? {
      number.flatMap { report(number: $0).published }
    }
    return LocalityView(
      place: place, tally: tally, firstPublished: published(tally.oldest),
      lastPublished: published(tally.newest))
  }
}
