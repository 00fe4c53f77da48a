// A line of the gazetteer's table.

/// The columns, in their order.
enum Column: Int, CaseIterable {
  case id, name, asciiName, alternates, latitude, longitude
  case country, admin1, admin2, feature, population, reference
  /// May be left out.
  case box
}

/// A line cut at its tabs; nothing in it is checked yet.
struct TableRow {
  private var fields: [ArraySlice<UInt8>]

  static func read(_ line: ArraySlice<UInt8>) -> Result<TableRow, RowFault> {
    var fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    if fields.count == Column.box.rawValue { fields.append([]) }
    if fields.count == Column.allCases.count { return .success(TableRow(fields: fields)) }
    let allowed =
      "a line has \(Column.box.rawValue) columns, or one more for a box, tabs between them"
    return .failure(RowFault(allowed))
  }

  /// The columns of a line that has so many.
  static func fields(
    of line: ArraySlice<UInt8>, _ count: Int
  ) -> Result<[ArraySlice<UInt8>], RowFault> {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    if fields.count == count { return .success(fields) }
    return .failure(RowFault("a line has \(count) columns, tabs between them"))
  }

  /// - Parameter fields: one for each column.
  init(fields: [ArraySlice<UInt8>]) { self.fields = fields }

  init(texts: [String]) { fields = texts.map { Array($0.utf8)[...] } }

  subscript(column: Column) -> ArraySlice<UInt8> { fields[column.rawValue] }

  func text(_ column: Column) -> String { String(decoding: self[column], as: UTF8.self) }

  /// What stands between the bars of the column of alternates.
  var alternates: [ArraySlice<UInt8>] { self[.alternates].split(separator: UInt8(ascii: "|")) }

  /// The row with what another one gives: its fields in place of these, but its alternates added,
  /// and the name that it replaces among them.
  func replaced(by other: TableRow) -> TableRow {
    var result = self
    for column in Column.allCases where !other[column].isEmpty && column != .alternates {
      result.fields[column.rawValue] = other[column]
    }
    var alternates = [self[.alternates], other[.alternates]]
    if !other[.name].isEmpty { alternates += [self[.name], self[.asciiName]] }
    let bar = [UInt8(ascii: "|")]
    let joined = alternates.filter { !$0.isEmpty }.joined(separator: bar)
    result.fields[Column.alternates.rawValue] = ArraySlice(joined)
    if !other[.name].isEmpty {
      result.fields[Column.asciiName.rawValue] = other[.asciiName]
    }
    return result
  }
}
