// Lists of localities.

package import Gazetteer
package import Dates
package import Extraction

package typealias LocalityPageRequest = PageRequest<LocalityOrder, LocalityKey>

/// A locality as some reports speak of it: made while an answer is written, never stored.
package struct LocalityView: Sendable {
  package let place: Place
  let tally: LocalityTally
  let segment: Segment

  package var reportCount: Int { Int(tally.reports) }
  /// Of every kind.
  package var mentionCount: Int { Int(tally.mentions) }
  /// Quotations that are about it.
  package var quotationCount: Int { Int(tally.quotations) }
  /// Nil where none of its reports has a date.
  package var firstPublished: Moment? { published(tally.oldest) }
  package var lastPublished: Moment? { published(tally.newest) }
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
    return LocalityView(place: place, tally: rest, segment: segment)
  }

  private func published(_ row: UInt32?) -> Moment? {
    row.flatMap { ReportView(segment: segment, row: $0).published }
  }
}

extension Snapshot {
  /// How many localities meet some conditions.
  package func localityCount(_ conditions: Conditions) -> Int {
    Search(snapshot: self, conditions: conditions).localities().count
  }

  /// The localities that meet the conditions on places, in the reports that meet all others; what is
  /// counted of them is counted in these reports.
  ///
  /// - Complexity: O(what the reports name + localities × log localities).
  package func localities(
    _ conditions: Conditions, _ request: LocalityPageRequest
  ) -> Page<LocalityView, LocalityKey> {
    let found = Search(snapshot: self, conditions: conditions).localities().map { number, tally in
      RankedLocality(
        rank: rank(number, tally, request.order), place: reports.namings.places[Int(number)],
        tally: tally)
    }
    let behind = request.after.map { found.filter(isBehind($0, request.order)) } ?? found
    let page = behind.sorted(by: RankedLocality.precedes).prefix(request.limit)
    let isLast = page.count == behind.count
    return Page(
      records: page.map { LocalityView(place: $0.place, tally: $0.tally, segment: reports) },
      matched: found.count, next: isLast ? nil : page.last.map { key(of: $0, request.order) })
  }

  /// The locality of a place, as the reports speak of it that meet all conditions but those on places;
  /// nil where none of them names it.
  ///
  /// - Complexity: O(log localities + what the reports name that name it).
  package func locality(_ place: Place, _ conditions: Conditions = Conditions()) -> LocalityView? {
    guard let number = reports.namings.number(of: place) else { return nil }
    let tally = Search(snapshot: self, conditions: conditions).tally(of: number)
    return tally.reports == 0 ? nil : LocalityView(place: place, tally: tally, segment: reports)
  }
}
