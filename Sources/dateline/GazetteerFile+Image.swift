// Images as they are on disk.

import Digests
import Gazetteer
import Platform

extension GazetteerFile {
  static func image(
    _ path: String, _ sources: Digest?
  ) -> Result<Gazetteer, ImageFault> {
    Result { () throws(ImageFault) in try Gazetteer(path: path, sources: sources) }
  }

  /// Whether a file is there that never was an image.
  static func isForeign(_ path: String) -> Bool {
    if case .failure(.notAnImage) = image(path, nil) { true } else { false }
  }

  static func map(_ path: String) throws(Failure) -> Gazetteer {
    do throws(ImageFault) {
      return try Gazetteer(path: path)
    } catch {
      throw Failure(message: "\(path): \(error)")
    }
  }

  static func sources(_ place: GazetteerPlace) throws(Failure) -> Digest {
    do throws(TableError) {
      return try place.sources.digest()
    } catch {
      throw Failure(message: "\(error)")
    }
  }
}
