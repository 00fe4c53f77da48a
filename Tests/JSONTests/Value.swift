// Any JSON value, random ones of which are written and read back.

import JSON
import TestSupport

/// A JSON value with whole numbers only, as our writer has them.
enum Value: Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([Value])
  case object([String: Value])

  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .integer(let value): writer.integer(value)
    case .string(let value): writer.string(value)
    case .array(let elements):
      writer.array { writer in elements.forEach { $0.write(to: &writer) } }
    case .object(let members):
      writer.object { writer in
        for (key, value) in members {
          writer.key(of: key)
          value.write(to: &writer)
        }
      }
    }
  }

  static func random(depth: Int, using random: inout SeededGenerator) -> Value {
    switch Int.random(in: depth > 0 ? 0..<12 : 0..<6, using: &random) {
    case 0: .null
    case 1: .boolean(Bool.random(using: &random))
    case 2, 3: .integer(Int.random(in: .min ... .max, using: &random))
    case 4, 5: .string(text(using: &random))
    case 6...8: .array(array(depth: depth, using: &random))
    default: .object(object(depth: depth, using: &random))
    }
  }

  private static func array(depth: Int, using random: inout SeededGenerator) -> [Value] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      Value.random(depth: depth - 1, using: &random)
    }
  }

  private static func object(depth: Int, using random: inout SeededGenerator) -> [String: Value] {
    var members: [String: Value] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      members[text(using: &random)] = Value.random(depth: depth - 1, using: &random)
    }
    return members
  }

  /// Characters that escape each other: quotes beside backslashes, controls, one to four bytes.
  private static func text(using random: inout SeededGenerator) -> String {
    let characters = Array("\"\\/bnu0{}[],: \n\t\u{1}\u{1F}\u{7F}éж\u{2028}\u{FEFF}€😀")
    let count = Int.random(in: 0...8, using: &random)
    return String((0..<count).compactMap { _ in characters.randomElement(using: &random) })
  }
}

extension Value: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let boolean = try? value.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let integer = try? value.decode(Int.self) {
      self = .integer(integer)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let elements = try? value.decode([Value].self) {
      self = .array(elements)
    } else {
      self = .object(try value.decode([String: Value].self))
    }
  }
}
