// Every limit of intake, with its reason.

/// What is taken from a folder of documents at most.
package struct IntakeLimits: Sendable {
  /// A document: ten times the longest newspaper article, and far below what would hold up a load.
  package var documentBytes = 4 * 1024 * 1024
  /// A `.json` file, which is read whole before its elements are known.
  package var jsonFileBytes = 64 * 1024 * 1024
  /// Folders in folders; more are a loop or a mistake.
  package var folderDepth = 32
  /// Lines of a header block, without the empty one behind it.
  package var headerLines = 32
  /// A headline, name or URL of a document; a line of a header block, with its end.
  package var fieldBytes = 4 * 1024
  /// What one worker takes from a large `.ndjson` file at once.
  package var partBytes = 1024 * 1024

  /// A line of JSON: an escape takes six bytes for one at most, `\u001b`.
  package var lineBytes: Int { documentBytes * 6 }

  /// What is read into memory at once.
  func largestPart(of format: DocumentFormat) -> Int {
    switch format {
    case .text: documentBytes
    case .json: jsonFileBytes
    case .lines: partBytes + lineBytes
    }
  }

  package init() {}
}
