// Why a file is not the gazetteer's image.

package import Platform

/// An image that is not taken, and why.
package enum ImageFault: Error, Equatable, CustomStringConvertible {
  /// It cannot be opened or mapped.
  case unreadable(SystemError)
  case notAnImage
  case otherByteOrder
  case otherVersion
  /// It ends too early, or goes on too long.
  case wrongLength
  case damaged
  /// It was made from another table or other places.
  case otherSources

  /// There is no such file.
  package var isMissing: Bool {
    if case .unreadable(let error) = self { error.isNoSuchFile } else { false }
  }

  package var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .notAnImage: "this is no image of a gazetteer"
    case .otherByteOrder: "the image was made on a machine of another byte order"
    case .otherVersion: "the image was made by another version of the program"
    case .wrongLength: "the image has not the length that it should have"
    case .damaged: "the image is damaged"
    case .otherSources: "the table or the places have changed"
    }
  }
}
