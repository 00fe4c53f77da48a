// Whether ranges of a text are such as annotations promise.

struct RangeCheck {
  private(set) var faults: [String] = []
  /// True for every offset at which a character begins, and for the end.
  private var isBoundary: [Bool]

  init(_ text: [UInt8]) {
    isBoundary = [Bool](repeating: false, count: text.count + 1)
    var at = 0
    while at < text.count {
      isBoundary[at] = true
      at += Scalar(text, at, text.count).length
    }
    isBoundary[text.count] = true
  }

  mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { faults.append(fault()) }
  }

  /// In the text, not empty, and on the edges of characters.
  mutating func inside(_ range: Range<Int>?, _ name: String) {
    guard let range else { return }
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound < isBoundary.count else {
      return faults.append("\(name): \(range) is empty or outside of the text")
    }
    expect(
      isBoundary[range.lowerBound] && isBoundary[range.upperBound],
      "\(name): \(range) cuts a character")
  }

  /// Inside, in order, and not overlapping.
  mutating func apart(_ ranges: [Range<Int>], _ name: String) {
    for range in ranges { inside(range, name) }
    for (left, right) in zip(ranges, ranges.dropFirst())
    where left.upperBound > right.lowerBound {
      faults.append("\(name): \(left) and \(right) overlap or are out of order")
    }
  }

  /// Each in one of the others.
  mutating func within(_ inner: [Range<Int>], _ outer: [Range<Int>], _ name: String) {
    for range in inner
    where !outer.contains(where: {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }) {
      faults.append("\(name): \(range) is in none of \(outer)")
    }
  }
}
