// Makes an image out of tables, other images, GeoNames' files and the user's places.

package import Digests
import Platform

/// An image, and what of its sources is not in it.
package struct BuiltImage: Sendable {
  /// Empty where the image went into a file.
  package let bytes: [UInt8]
  package let places: Int
  package let names: Int
  package let faults: FaultList
}

/// Takes places one by one. The facts that came first stand; of what a later source says of the same
/// place the names count, and what fills an empty column or puts an exact point in place of an
/// approximate one.
package struct GazetteerBuilder {
  var rows = RowColumns()
  var names = NameList()
  var texts = TextTable()
  var units = UnitTable()
  private var changes = Changes()
  var faults = FaultList()
  /// The row at which the source at hand begins, and the places before it.
  private var firstOfSource = 0
  private(set) var earlier: EarlierPlaces?

  init() {}

  /// Reads the sources and makes the image; lines that are wrong are named, the rest is built.
  ///
  /// - Parameters:
  ///   - digest: the sources' own, where it is known.
  ///   - path: where the image goes; nil for memory.
  package static func build(
    _ sources: GazetteerSources, _ digest: Digest? = nil, to path: String? = nil
  ) throws(TableError) -> BuiltImage {
    let digest = if let digest { digest } else { try sources.digest() }
    let image = try writing { () throws(SystemError) in try ImageWriter(path: path) }
    var builder = GazetteerBuilder()
    try builder.read(sources)
    return try builder.finish(digest, image)
  }

  /// Takes the user's lines, each for the place with its id, whichever source that comes from.
  mutating func readChanges(_ path: String) throws(TableError) {
    try forEachLine(of: path, TableRow.read) { builder, row, number in
      builder.changes.add(TableLine(row: row, file: path, number: number))
    }
  }

  /// Takes the user's lines for places that no source has.
  mutating func addUntaken() throws(TableError) {
    firstOfSource = rows.count
    earlier = nil
    for lines in changes.untaken {
      guard let first = lines.first else { continue }
      _ = try take(first, lines.dropFirst())
    }
  }

  /// Reads one source, which must have a place.
  mutating func readSource(
    _ path: String, _ read: (inout GazetteerBuilder) throws(TableError) -> Int
  ) throws(TableError) {
    firstOfSource = rows.count
    earlier = firstOfSource == 0 ? nil : EarlierPlaces(rows)
    if try read(&self) == 0 { throw .empty(path: path) }
  }

  /// Hands out each line that can be read, with its number; the others are named.
  mutating func forEachLine<Line>(
    of path: String, _ read: (ArraySlice<UInt8>) -> Result<Line, RowFault>,
    _ body: (inout GazetteerBuilder, Line, Int) throws(TableError) -> Void
  ) throws(TableError) {
    try TableFile.forEachLine(of: path) { number, line throws(TableError) in
      switch line.flatMap(read) {
      case .success(let line): try body(&self, line, number)
      case .failure(let fault): faults.add(fault, path, number)
      }
    }
  }

  /// Takes the place of a line as the user's lines leave it; nil where that cannot be.
  mutating func take(_ line: TableLine) throws(TableError) -> Taken? {
    try take(line, changes.take(line.row[.id])[...])
  }

  private mutating func take(
    _ line: TableLine, _ changes: ArraySlice<TableLine>
  ) throws(TableError) -> Taken? {
    let row = changed(line.row, changes)
    guard let place = place(row, line) else { return nil }
    return try add(place, isOwn: !changes.isEmpty, isRenamed: row[.name] != line.row[.name])
  }

  /// The place of a row, checked; nil where it is wrong, which then is named.
  private mutating func place(_ row: TableRow, _ line: TableLine) -> PlaceRecord? {
    do throws(RowFault) {
      let place = try PlaceRecord(row)
      if let known = rows.row(id: place.id), known >= firstOfSource {
        throw RowFault("an id stands once")
      }
      return place
    } catch {
      note(error, line)
      return nil
    }
  }

  /// The row after its changes; one that would make a good row wrong is named and left out.
  private mutating func changed(_ row: TableRow, _ changes: ArraySlice<TableLine>) -> TableRow {
    var row = row
    for change in changes {
      let changed = row.replaced(by: change.row)
      if let fault = changed.fault, row.fault == nil {
        note(fault, change)
      } else {
        row = changed
      }
    }
    return row
  }

  private mutating func note(_ fault: RowFault, _ line: TableLine) {
    faults.add(fault, line.file, line.number)
  }
}
