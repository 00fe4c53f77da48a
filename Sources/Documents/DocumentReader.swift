// Reads a part of a file into documents.

import Foundation
import JSON

package enum DocumentReader {
  /// The documents of a part, in their order. Never fails as a whole: what cannot be read is a
  /// fault with its place.
  package static func read(
    _ part: DocumentPart, limits: IntakeLimits = IntakeLimits()
  ) -> [IntakeResult] {
    let file = part.file
    let largest = limits.largestPart(of: file.format)
    if part.range.count > largest {
      let place = file.format == .lines ? "\(file.name):\(part.firstLine)" : file.name
      return [fault(place, Unreadable.tooLarge(part.range.count, largest).reason)]
    }
    guard let bytes = bytes(of: part) else {
      return [fault(file.name, "the file cannot be read")]
    }
    switch file.format {
    case .text: return [text(bytes, file, limits)]
    case .json: return json(bytes, file, limits)
    case .lines: return lines(bytes, part, limits)
    }
  }

  private static func fault(_ place: String, _ reason: String) -> IntakeResult {
    IntakeResult(place, .failure(Fault(place: place, reason: reason)))
  }

  private static func bytes(of part: DocumentPart) -> [UInt8]? {
    guard let handle = FileHandle(forReadingAtPath: part.file.path) else { return nil }
    defer { try? handle.close() }
    do {
      try handle.seek(toOffset: UInt64(part.range.lowerBound))
      return [UInt8](try handle.read(upToCount: part.range.count) ?? Data())
    } catch {
      return nil
    }
  }

  // MARK: - Formats

  private static func text(
    _ bytes: [UInt8], _ file: DocumentFile, _ limits: IntakeLimits
  ) -> IntakeResult {
    guard let id = DocumentID(file.stem) else {
      return fault(file.name, "the file's name is no id (\(DocumentID.rule))")
    }
    do throws(Unreadable) {
      return IntakeResult(file.name, .success(try PlainText.read(bytes, id: id, limits)))
    } catch {
      return fault(file.name, error.reason)
    }
  }

  private static func json(
    _ bytes: [UInt8], _ file: DocumentFile, _ limits: IntakeLimits
  ) -> [IntakeResult] {
    let text: DecodedText
    switch TextDecoding.decode(bytes) {
    case .success(let decoded): text = decoded
    case .failure(let reason): return [fault(file.name, reason.rawValue)]
    }
    do throws(Unreadable) {
      let articles = try Articles.read(json: text.utf8)
      if articles.isEmpty { throw .noArticle("the file holds no article") }
      if articles.count == 1 { return [result(articles[0], file.name, file.stem, text, limits)] }
      return articles.enumerated().map { index, article in
        let place = "\(file.name)[\(index)]"
        return result(article, place, "\(file.stem)-\(index + 1)", text, limits)
      }
    } catch {
      return [fault(file.name, error.reason)]
    }
  }

  private static func result(
    _ article: Result<Article, JSONFault>, _ place: String, _ name: String, _ text: DecodedText,
    _ limits: IntakeLimits
  ) -> IntakeResult {
    do throws(Unreadable) {
      switch article {
      case .failure(let error): throw .noArticle(error.reason)
      case .success(let article):
        var document = try article.document(named: name, limits)
        if let remark = text.remark { document.remarks.insert(remark, at: 0) }
        return IntakeResult(place, .success(document))
      }
    } catch {
      return fault(place, error.reason)
    }
  }

  // MARK: - Lines

  private static func lines(
    _ bytes: [UInt8], _ part: DocumentPart, _ limits: IntakeLimits
  ) -> [IntakeResult] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let results = lines.enumerated().compactMap { index, line in
      line.allSatisfy { $0 <= 0x20 }
        ? nil : read(line: line, number: part.firstLine + index, part.file, limits)
    }
    let isWholeFile = part.range.count == part.file.size
    return isWholeFile && results.isEmpty
      ? [fault(part.file.name, "the file holds no article")] : results
  }

  private static func read(
    line: ArraySlice<UInt8>, number: Int, _ file: DocumentFile, _ limits: IntakeLimits
  ) -> IntakeResult {
    let place = "\(file.name):\(number)"
    if line.count > limits.lineBytes {
      return fault(place, Unreadable.tooLarge(line.count, limits.lineBytes).reason)
    }
    return article(Array(line), named: "\(file.stem)-\(number)", at: place, limits)
  }

  /// The document of one article's JSON, named `name` where it does not name itself.
  package static func article(
    _ json: [UInt8], named name: String, at place: String, _ limits: IntakeLimits = IntakeLimits()
  ) -> IntakeResult {
    switch TextDecoding.decode(json) {
    case .failure(let reason):
      return fault(place, reason.rawValue)
    case .success(let text):
      return result(Articles.read(line: text.utf8), place, name, text, limits)
    }
  }
}
