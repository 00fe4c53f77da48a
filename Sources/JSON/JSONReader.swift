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
    // Foundation 6.3 traps where the bracket that is one too deep is the last byte: a space follows.
    let padded = data + [UInt8(ascii: " ")]
    do {
      return try JSONDecoder().decode(type, from: padded)
    } catch let error as DecodingError {
      throw fault(error)
    } catch {
      throw JSONFault(reason: "not JSON: \(error)")
    }
  }

  /// What a decoder's error means for the person who wrote the document; places are told from
  /// `root` on.
  package static func fault(_ error: DecodingError, in root: [any CodingKey] = []) -> JSONFault {
    let description = describe(error, root.count)
    return JSONFault(reason: description.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  private static func describe(_ error: DecodingError, _ rootLength: Int) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "key \(place((context.codingPath + [key]).dropFirst(rootLength))) is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      "\(place(context.codingPath.dropFirst(rootLength))) is not \(name(of: type))"
    case .dataCorrupted(let context):
      corrupted(context, rootLength)
    @unknown default:
      "not readable as JSON"
    }
  }

  private static func corrupted(_ context: DecodingError.Context, _ rootLength: Int) -> String {
    guard context.codingPath.isEmpty else {
      return "\(place(context.codingPath.dropFirst(rootLength))): \(context.debugDescription)"
    }
    let cause = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey]
    return "not valid JSON" + ((cause as? String).map { ": \($0)" } ?? "")
  }

  /// `inner.name`, `numbers[1]`.
  private static func place(_ path: ArraySlice<any CodingKey>) -> String {
    var place = ""
    for key in path {
      place += key.intValue.map { "[\($0)]" } ?? (place.isEmpty ? "" : ".") + key.stringValue
    }
    return place.isEmpty ? "the value" : "“\(place)”"
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
