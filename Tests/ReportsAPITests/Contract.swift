// Public/openapi.json and Public/codebook.json as the tests read them.

import Foundation

typealias Object = [String: Any]

/// The OpenAPI document.
struct Contract {
  let document: Object

  init() throws { document = try Self.read("Public/openapi.json") }

  /// A file of the package as text.
  static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func read(_ path: String) throws -> Object {
    let value = try JSONSerialization.jsonObject(with: Data(text(path).utf8))
    guard let object = value as? Object else { throw Unexpected.notAnObject }
    return object
  }

  var paths: [String: [String: Object]] {
    document["paths"] as? [String: [String: Object]] ?? [:]
  }

  /// By their names as components.
  var schemas: [String: Object] {
    let components = document["components"] as? Object
    return components?["schemas"] as? [String: Object] ?? [:]
  }

  /// The parameters of a path that stand in the query, or in the path.
  func parameters(of path: String, in place: String = "query") -> [Object] {
    let operations = paths[path]?.values.compactMap { $0["parameters"] as? [Object] } ?? []
    return operations.joined().map(resolve).filter { $0["in"] as? String == place }
  }

  /// What a reference leads to, or the object itself.
  func resolve(_ object: Object) -> Object {
    guard let reference = object["$ref"] as? String else { return object }
    let names = reference.split(separator: "/").dropFirst().map { String($0) }
    let target = names.reduce(document as Any?) { ($0 as? Object)?[$1] }
    return (target as? Object).map(resolve) ?? [:]
  }

  /// Every reference of the document.
  var references: [String] {
    func all(_ value: Any) -> [String] {
      switch value {
      case let object as Object:
        object.flatMap { $0 == "$ref" ? [$1 as? String ?? ""] : all($1) }
      case let list as [Any]: list.flatMap(all)
      default: []
      }
    }
    return all(document)
  }
}

extension Object {
  func string(_ key: String) -> String? { self[key] as? String }
  func objects(_ key: String) -> [Object] { self[key] as? [Object] ?? [] }
  func strings(_ key: String) -> [String] { self[key] as? [String] ?? [] }
}
