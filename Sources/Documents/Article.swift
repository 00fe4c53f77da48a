// JSON and NDJSON articles.

import Foundation
import JSON

/// One article as JSON has it; keys that are not named here are ignored.
struct Article: Decodable {
  let id: String?
  let headline: String?
  let published: String?
  let source: String?
  let author: String?
  let url: String?
  let language: String?
  let text: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case text, id, headline, published, language, source, author, url
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try Self.name(values)
    headline = try values.decodeIfPresent(String.self, forKey: .headline)
    published = try values.decodeIfPresent(String.self, forKey: .published)
    source = try values.decodeIfPresent(String.self, forKey: .source)
    author = try values.decodeIfPresent(String.self, forKey: .author)
    url = try values.decodeIfPresent(String.self, forKey: .url)
    language = try values.decodeIfPresent(String.self, forKey: .language)
    text = try values.decode(String.self, forKey: .text)
  }

  /// Many databases number their articles: a whole number is a name too.
  private static func name(_ values: KeyedDecodingContainer<CodingKeys>) throws -> String? {
    if let number = try? values.decodeIfPresent(Int.self, forKey: .id) { return String(number) }
    return try values.decodeIfPresent(String.self, forKey: .id)
  }

  /// The document, named `fallback` where the article does not name itself.
  func document(named fallback: String, _ limits: IntakeLimits) throws(Unreadable) -> Document {
    guard let id = DocumentID(id ?? fallback) else {
      throw .noArticle("“id” is not a name (\(DocumentID.rule))")
    }
    if text.utf8.count > limits.documentBytes {
      throw .tooLarge(text.utf8.count, limits.documentBytes)
    }
    var document = Document(id: id)
    document.take(headline, as: \.headline, "headline", limits)
    document.take(source, as: \.source, "source", limits)
    document.take(author, as: \.author, "author", limits)
    document.take(url, as: \.url, "url", limits)
    document.take(language, as: \.language, "language", limits)
    document.text = Array(text.utf8)
    if document.isBlank { throw .empty }
    if let published { document.setPublished(published) }
    return document
  }
}

extension Document {
  fileprivate mutating func take(
    _ value: String?, as field: WritableKeyPath<Document, String?>, _ name: String,
    _ limits: IntakeLimits
  ) {
    if let value, value.utf8.count > limits.fieldBytes {
      remarks.append("The “\(name)” is longer than \(limits.fieldBytes) bytes; it was left out.")
    } else {
      self[keyPath: field] = value
    }
  }
}

/// An element of an array that may be no article, while the others are.
private struct MaybeArticle: Decodable {
  let article: Result<Article, JSONFault>

  init(from decoder: any Decoder) throws {
    do {
      article = .success(try Article(from: decoder))
    } catch let error as DecodingError {
      article = .failure(JSONReader.fault(error, in: decoder.codingPath))
    }
  }
}

enum Articles {
  /// The articles of a `.json` file: one object, or an array of them.
  static func read(json bytes: [UInt8]) throws(Unreadable) -> [Result<Article, JSONFault>] {
    let data = Data(bytes)
    do throws(JSONFault) {
      if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
        return try JSONReader.decode([MaybeArticle].self, from: data).map(\.article)
      }
      return [.success(try JSONReader.decode(Article.self, from: data))]
    } catch {
      throw .noArticle(error.reason)
    }
  }

  /// The article of one line.
  static func read(line bytes: [UInt8]) -> Result<Article, JSONFault> {
    do throws(JSONFault) {
      return .success(try JSONReader.decode(Article.self, from: Data(bytes)))
    } catch {
      return .failure(error)
    }
  }
}
