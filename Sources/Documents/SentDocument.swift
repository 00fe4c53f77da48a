// A document that a client sends.

import JSON

/// Reads what would be the contents of a file; bytes are UTF-8 and nothing else, for whoever sends
/// them can say what they are.
package enum SentDocument {
  /// The id of a document that names none.
  package static let name = "extract"

  /// What an article may have beside its text.
  package static let keys = Article.CodingKeys.allCases.map(\.rawValue)

  /// All of the bytes are the text, without a byte-order mark; there is no header block.
  package static func text(
    _ bytes: [UInt8], _ limits: IntakeLimits = IntakeLimits()
  ) throws(Unreadable) -> Document {
    if bytes.count > limits.documentBytes { throw .tooLarge(bytes.count, limits.documentBytes) }
    guard let id = DocumentID(name) else { throw .noText(DocumentID.rule) }
    var document = Document(id: id)
    document.text = try decode(bytes)
    if document.isBlank { throw .empty }
    return document
  }

  /// The one object that the bytes are.
  package static func json(
    _ bytes: [UInt8], _ limits: IntakeLimits = IntakeLimits()
  ) throws(Unreadable) -> Document {
    switch Articles.read(line: try decode(bytes)) {
    case .success(let article): return try article.document(named: name, limits)
    case .failure(let fault): throw .noArticle(fault.reason)
    }
  }

  private static func decode(_ bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
    if bytes.contains(0) { throw .noText("the body holds NUL bytes and is no text") }
    let isMarked = bytes.starts(with: TextDecoding.byteOrderMark)
    let content = isMarked ? Array(bytes.dropFirst(TextDecoding.byteOrderMark.count)) : bytes
    if !TextDecoding.isUTF8(content) { throw .noText("the body is not UTF-8") }
    return content
  }
}
