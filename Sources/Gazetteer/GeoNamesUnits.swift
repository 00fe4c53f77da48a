// What GeoNames calls the administrative units whose codes stand in its places' lines.

/// Names by codes such as `UA.05`.
struct GeoNamesUnits {
  private var names: [[UInt8]: ArraySlice<UInt8>] = [:]

  private static let columns = 4

  /// Takes a line of `admin1CodesASCII.txt` or of `admin2Codes.txt`. A unit that an earlier source has
  /// is called as it is there, so that places of both lie in one unit.
  mutating func add(_ line: ArraySlice<UInt8>, _ rows: RowColumns) -> RowFault? {
    switch TableRow.fields(of: line, Self.columns) {
    case .failure(let fault): return fault
    case .success(let fields):
      let known = rows.row(id: GeoNames.id(fields[3])).map { rows.names[$0] }
      // A copy, for a slice would keep the whole piece of the file.
      names[Array(fields[0])] = ArraySlice(Array(known ?? fields[1]))
      return nil
    }
  }

  /// The name of the unit with these codes; empty where there is none.
  func name(_ codes: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    names[Array(codes.joined(separator: ".".utf8))] ?? []
  }
}
