// Which numbers of a part are still there.

/// Rows, quotations or localities of one part, but for those that are gone; both lists rise.
struct Present: Sendable {
  let numbers: RowList
  let gone: RowList

  /// - Parameter all: from 0 on, none left out.
  init(all: RowList) {
    numbers = all
    gone = []
  }

  private init(numbers: RowList, gone: RowList) {
    self.numbers = numbers
    self.gone = gone
  }

  /// How many there were before any was gone.
  var total: Int { numbers.count + gone.count }

  /// The same without some more.
  ///
  /// - Complexity: that of copying both lists.
  func without(_ rows: RowList) -> Present {
    Present(
      numbers: numbers.subtracting(few: rows), gone: .union([gone, rows], rowCount: total))
  }
}
