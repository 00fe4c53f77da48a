// Places and their names.

package import Digests
package import Platform

/// The places of one image. Rows stand in the order of their ids.
package final class Gazetteer: Sendable {
  let image: Image

  /// A gazetteer without places.
  package convenience init() {
    var builder = GazetteerBuilder()
    do {
      try self.init(bytes: builder.finish(Digest(), ImageWriter(path: nil)).bytes)
    } catch {
      fatalError("an empty image is refused: \(error)")
    }
  }

  /// Maps an image and checks it, in about a hundredth of a second for 50 MB.
  ///
  /// - Parameter sources: the digest of what it must have been made from; nil takes any.
  package convenience init(path: String, sources: Digest? = nil) throws(ImageFault) {
    let file: MappedFile
    do throws(SystemError) {
      file = try MappedFile(path: path)
    } catch {
      throw .unreadable(error)
    }
    try self.init(file, sources: sources)
  }

  package convenience init(bytes: [UInt8]) throws(ImageFault) {
    try self.init(MappedFile(copying: bytes.span))
  }

  package init(_ file: MappedFile, sources: Digest? = nil) throws(ImageFault) {
    image = try Image(file, sources: sources)
  }

  /// Whether a file is an image, of whatever version and state, that was made from these sources.
  package static func isImage(_ path: String, madeFrom sources: Digest) -> Bool {
    guard let file = try? MappedFile(path: path) else { return false }
    return Image.isMade(file, from: sources)
  }

  /// Whether a file begins as an image does, of whatever version and state.
  package static func isImage(_ path: String) -> Bool {
    guard let file = try? MappedFile(path: path) else { return false }
    return Image.hasMagic(file)
  }

  /// How many places there are.
  package var count: Int { image.rowCount }

  /// Tells images apart, by the checksum of all that is in them: rows mean the same places, with the
  /// same facts, where it is the same.
  package var fingerprint: UInt64 { image.bodyChecksum }

  /// How many folded names there are.
  package var nameCount: Int { image.nameCount }

  /// The place with an id such as `gn:709354`.
  ///
  /// - Complexity: O(log n).
  package func place(id: String) -> Place? {
    let wanted = Array(id.utf8)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isID(middle, before: wanted) { low = middle + 1 } else { high = middle }
    }
    guard low < count else { return nil }
    let range = image.textRange(.ids, low)
    guard range.count == wanted.count, image.holds(wanted.span, at: range.lowerBound) else {
      return nil
    }
    return Place(row: UInt32(low))
  }

  private func isID(_ row: Int, before wanted: [UInt8]) -> Bool {
    image.withBytes(image.textRange(.ids, row)) { id in
      for index in 0..<min(id.count, wanted.count) where id[index] != wanted[index] {
        return id[index] < wanted[index]
      }
      return id.count < wanted.count
    }
  }
}
