// What intake makes of a file: documents, and what was wrong with the others.

package import Dates

/// A document's own name, which is also its report's.
package struct DocumentID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil for a name that is empty, over 255 bytes, `.` or `..`, or that holds control characters:
  /// such a name cannot stand in a URL's path.
  package init?(_ text: String) {
    let isSafe = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !text.isEmpty, text.utf8.count <= 255, isSafe, text != ".", text != ".." else {
      return nil
    }
    self.text = text
  }

  package var description: String { text }

  package static let rule = "1 to 255 bytes without control characters, not “.” or “..”"
}

/// A news article, decoded, before anything is read out of it.
package struct Document: Equatable, Sendable {
  package var id: DocumentID
  package var headline: String?
  package var published: Moment?
  package var source: String?
  package var author: String?
  package var url: String?
  package var language: String?
  /// UTF-8, without byte-order mark and header block, otherwise as it came.
  package var text: [UInt8] = []
  /// What was not understood, though the document could be read; one sentence each.
  package var remarks: [String] = []

  package init(id: DocumentID) { self.id = id }

  /// Whether the text is white space alone, or nothing.
  var isBlank: Bool {
    // One visible ASCII character, which nearly every text has, is enough.
    let isVisible = text.contains { 0x21...0x7E ~= $0 }
    return !isVisible && String(decoding: text, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}

/// A document that could not be taken.
package struct Fault: Error, Equatable, Sendable {
  /// The file, and the line or element in it: `wire/oct.ndjson:12`.
  package let place: String
  /// What is wrong, in one sentence.
  package let reason: String

  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }
}

/// What one document's bytes came to, and where they stood.
package struct IntakeResult: Equatable, Sendable {
  package let place: String
  package let document: Result<Document, Fault>

  package init(_ place: String, _ document: Result<Document, Fault>) {
    self.place = place
    self.document = document
  }
}
