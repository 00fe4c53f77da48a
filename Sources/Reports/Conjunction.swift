// Lists that a row must be in, and lists that it must not be in.

/// The rows of a range that are in all of some lists and in none of others.
struct Conjunction {
  private var range: Range<UInt32>
  private var with: [RowList] = []
  private var without: [RowList] = []
  private var checks: [Check] = []

  /// A test that is too dear to be made of more rows than are left at the end.
  private struct Check {
    /// Only these can pass it; nil for all that are left.
    let candidates: RowList?
    let isNot: Bool
    let passes: (UInt32) -> Bool
  }

  init(_ range: Range<UInt32>) { self.range = range }

  /// Whether any list bounds it, beside its range.
  var isBounded: Bool { !with.isEmpty }

  mutating func add(_ list: RowList, isNot: Bool = false) {
    if isNot { without.append(list) } else { with.append(list) }
  }

  mutating func narrow(to part: Range<UInt32>) { range = range.clamped(to: part) }

  /// Rows must be in all of some lists and pass a test, or, for `isNot`, must not do both.
  mutating func add(_ lists: [RowList], isNot: Bool, where passes: @escaping (UInt32) -> Bool) {
    if isNot {
      checks.append(Check(candidates: .intersection(lists), isNot: true, passes: passes))
    } else {
      with += lists
      checks.append(Check(candidates: nil, isNot: false, passes: passes))
    }
  }

  /// The rows, found from the shortest list on.
  ///
  /// - Parameter present: those that are there at all.
  func rows(of present: Present) -> RowList {
    let lists = with.map { $0.clamped(to: range) }
    var rows =
      lists.isEmpty
      ? present.numbers.clamped(to: range) : .intersection(lists).subtracting(present.gone)
    for list in without { rows = rows.subtracting(list) }
    for check in checks {
      let suspects = check.candidates.map { rows.intersection($0) } ?? rows
      let passed = suspects.filter(check.passes)[...]
      rows = check.isNot ? rows.subtracting(passed) : passed
    }
    return rows
  }
}

extension RowList {
  /// The rows that are in all of some lists, from the shortest on; none for no list.
  static func intersection(_ lists: [RowList]) -> RowList {
    let sorted = lists.sorted { $0.count < $1.count }
    return sorted.dropFirst().reduce(sorted.first ?? []) { $0.intersection($1) }
  }
}
