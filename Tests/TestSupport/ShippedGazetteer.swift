// The gazetteer that comes with the program, opened once for all tests.

import Foundation
package import Gazetteer

/// What is missing, and what to do about it.
package struct MissingGazetteer: Error, CustomStringConvertible {
  package let description: String
}

/// The whole gazetteer, from the image that `make build` makes.
package func shippedGazetteer() throws -> Gazetteer { try shipped.get() }

private let shipped = Result {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  let image = root + "/.build/gazetteer.image"
  do throws(ImageFault) {
    return try Gazetteer(path: image)
  } catch {
    throw MissingGazetteer(description: "run make build: \(image): \(error)")
  }
}
