// What an image is made from.

package import Digests
import Platform

/// Paths of tables, of other images, of folders with GeoNames' files, and of the user's places. Where
/// two of them speak of one place, the first one's facts stand, tables before images before folders;
/// the user's places stand over all.
package struct GazetteerSources: Equatable, Sendable {
  package let tables: [String]
  package let images: [String]
  package let geoNames: [String]
  package let places: String?

  package init(
    tables: [String], images: [String] = [], geoNames: [String] = [], places: String? = nil
  ) {
    self.tables = tables
    self.images = images
    self.geoNames = geoNames
    self.places = places
  }

  /// A digest of all files' bytes; an image carries the one that it was made from.
  package func digest() throws(TableError) -> Digest {
    var digest = Digest()
    var files = tables + images
    for folder in geoNames { files += try GeoNamesFolder(folder).files }
    for path in files + (places.map { [$0] } ?? []) {
      do throws(SystemError) {
        try Self.combine(path, &digest)
      } catch {
        throw .unreadable(error)
      }
    }
    return digest
  }

  private static func combine(_ path: String, _ digest: inout Digest) throws(SystemError) {
    let file = try InputFile(path: path)
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try file.read(into: &piece)
      digest.combine(piece.span.extracting(..<count))
      if count == 0 { return }
    }
  }
}
