// What an image is made from.

package import Digests
import Platform

/// Paths of the table and of the user's places.
package struct GazetteerSources: Equatable, Sendable {
  package let table: String
  package let places: String?

  package init(table: String, places: String? = nil) {
    self.table = table
    self.places = places
  }

  /// A digest of both files' bytes; an image carries the one that it was made from.
  package func digest() throws(TableError) -> Digest {
    var digest = Digest()
    for path in [table, places] {
      guard let path else { continue }
      do throws(SystemError) {
        let file = try MappedFile(path: path)
        file.withBytes(0..<file.count) { digest.combine($0) }
      } catch {
        throw .unreadable(error)
      }
    }
    return digest
  }
}
