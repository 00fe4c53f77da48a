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
    (try? MappedFile(path: path)) != nil && !Gazetteer.isImage(path)
  }

  static func map(_ path: String) throws(Failure) -> Gazetteer {
    do throws(ImageFault) {
      return try Gazetteer(path: path)
    } catch {
      throw Failure(message: "\(path): \(error)")
    }
  }

  static func digest(_ sources: GazetteerSources) throws(Failure) -> Digest {
    do throws(TableError) {
      return try sources.digest()
    } catch {
      throw Failure(message: "\(error)")
    }
  }
}
