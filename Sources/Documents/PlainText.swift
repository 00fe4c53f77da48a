// Plain text, with or without a header block.

import Dates

package enum PlainText {
  /// A document of a text file's bytes.
  package static func read(_ bytes: [UInt8], id: DocumentID, _ limits: IntakeLimits)
    throws(Unreadable)
    -> Document
  {
    if bytes.count > limits.documentBytes { throw .tooLarge(bytes.count, limits.documentBytes) }
    let decoded: DecodedText
    switch TextDecoding.decode(bytes) {
    case .success(let text): decoded = text
    case .failure(let reason): throw .noText(reason.rawValue)
    }
    var document = Document(id: id)
    document.remarks = decoded.remark.map { [$0] } ?? []
    document.text = decoded.utf8
    switch HeaderBlock.read(decoded.utf8, limits) {
    case .none: break
    case .block(let block): document.take(block)
    case .broken(let line, let reason):
      document.remarks.append(
        "Line \(line): \(reason); the lines above it were taken as text, not as a header block.")
    }
    if document.isBlank { throw .empty }
    return document
  }
}

/// Why a document's bytes give no document.
package enum Unreadable: Error, Equatable {
  case empty
  case tooLarge(Int, Int)
  case noText(String)
  case noArticle(String)

  package var reason: String {
    switch self {
    case .empty: "the document has no text"
    case .tooLarge(let size, let limit): "\(size) bytes are more than the \(limit) allowed"
    case .noText(let reason), .noArticle(let reason): reason
    }
  }
}

extension Document {
  fileprivate mutating func take(_ block: HeaderBlock) {
    for field in block.fields where !field.value.isEmpty { take(field.name, field.value) }
    text = Array(text[block.end...])
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "headline", "title": set(\.headline, name, value)
    case "published", "date": setPublished(value)
    case "source": set(\.source, name, value)
    case "author": set(\.author, name, value)
    case "url": set(\.url, name, value)
    case "language": set(\.language, name, value)
    default: remarks.append("The header “\(name)” is not known; it was left out.")
    }
  }

  private mutating func set(
    _ field: WritableKeyPath<Document, String?>, _ name: String, _ value: String
  ) {
    if self[keyPath: field] == nil {
      self[keyPath: field] = value
    } else {
      remarks.append("The header “\(name)” says again what an earlier one said; it was left out.")
    }
  }

  /// Takes a date of a day or finer; what is none is told, and the document is left undated.
  mutating func setPublished(_ text: String) {
    guard let moment = Moment(text), moment.precision != .month, moment.precision != .year else {
      remarks.append("“\(text.prefix(60))” is not a date that is understood (\(Moment.forms)).")
      return
    }
    if published == nil {
      published = moment
    } else {
      remarks.append("There is more than one date; the first was taken.")
    }
  }
}
