// Where the names of a report likely lie, for what is near them.

import Gazetteer

/// The candidates whose points tell what is near, by name, without those that are hardly meant.
struct PlacePoints {
  private struct Entry {
    let place: Place
    let point: Coordinates
    let share: Double
  }

  private var entries: [Entry] = []
  /// Where the entries of each name begin, and where the last ones end.
  private var starts = [0]

  /// Names on either side, in the order of first mention, that a name looks at.
  private static let neighbours = 16
  /// What a candidate has to have of its name.
  private static let leastShare = 0.05

  init(_ candidates: PlaceCandidates, _ shares: [Double]) {
    for name in candidates.names {
      for index in name.range where shares[index] > Self.leastShare {
        let candidate = candidates.all[index]
        guard candidate.isPoint else { continue }
        entries.append(
          Entry(
            place: candidate.option.place, point: candidate.option.point, share: shares[index]))
      }
      starts.append(entries.count)
    }
  }

  /// What lies near a candidate of a name, by how near and how likely it is meant.
  func nearness(_ option: PlaceOption, of number: Int) -> Double {
    var sum = 0.0
    let low = max(0, number - Self.neighbours)
    let high = min(starts.count - 1, number + Self.neighbours + 1)
    for other in low..<high where other != number {
      let closeness = 8 / Double(8 + abs(other - number))
      for index in starts[other]..<starts[other + 1] {
        let entry = entries[index]
        guard entry.place != option.place,
          let distance = Distance.kilometres(entry.point, option.point, within: 5)
        else { continue }
        let near = 0.6 / (1 + distance / 60) + 1.6 / (1 + distance * distance / 400)
        sum += closeness * entry.share * near
      }
    }
    return sum
  }
}
