// Reads JSON with Foundation's decoder and says in one line what is wrong with it.

package import Foundation

/// A JSON text that could not be read as what was asked for.
package struct JSONFault: Error, Equatable {
  /// One line for a person: what, and where as far as it is known.
  package let reason: String
  package init(reason: String) { self.reason = reason }
}

/// Reading JSON into values.
package enum JSONReader {
  /// Decodes one JSON text. Unknown keys are ignored; nesting deeper than 512 is refused.
  package static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from data: Data
  ) throws(JSONFault) -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw fault(error)
    } catch {
      throw JSONFault(reason: "not JSON: \(error)")
    }
  }

  /// What a decoder's error means for the person who wrote the document.
  package static func fault(_ error: DecodingError) -> JSONFault {
    JSONFault(reason: describe(error))
  }

  private static func describe(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _):
      "key “\(key.stringValue)” is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      "\(place(context)) is not \(name(of: type))"
    case .dataCorrupted(let context):
      corrupted(context)
    @unknown default:
      "not readable as JSON"
    }
  }

  private static func corrupted(_ context: DecodingError.Context) -> String {
    guard context.codingPath.isEmpty else { return "\(place(context)): \(context.debugDescription)" }
    let cause = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey]
    return "not valid JSON" + ((cause as? String).map { ": \($0)" } ?? "")
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? "the value" : "“\(path)”"
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Dictionary<String, Any>.Type: "an object"
    case is Array<Any>.Type: "an array"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    default: "a \(type)"
    }
  }
}
