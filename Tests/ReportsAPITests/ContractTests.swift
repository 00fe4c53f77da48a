// The document says what the server does: routes, methods, parameters, enumerations.

import HTTP
import Testing

@testable import ReportsAPI

private func contract() throws -> Contract { try Contract() }

@Test func `the paths of the document are the routes, with their methods`() throws {
  let documented = try contract().paths
  let routes = Routes.router.routes.map {
    ($0.pattern, Set($0.methods.map { $0.rawValue.lowercased() }))
  }
  let offered = Dictionary(uniqueKeysWithValues: routes + Offered.files.map { ($0, ["get"]) })
  #expect(documented.mapValues { Set($0.keys) } == offered)
}

@Test func `the parameters of a path are those that its route takes`() throws {
  let contract = try contract()
  for path in contract.paths.keys {
    let documented = contract.parameters(of: path).compactMap { $0.string("name") }
    #expect(Set(documented).count == documented.count, "\(path)")
    #expect(Set(documented) == Set(Offered.parameters[path] ?? []), "\(path)")
  }
}

@Test func `the segments of a path are its parameters`() throws {
  let contract = try contract()
  for path in contract.paths.keys {
    let names = path.split(separator: "/").filter { $0.hasPrefix("{") }
      .map { String($0.dropFirst().dropLast()) }
    let documented = contract.parameters(of: path, in: "path").compactMap { $0.string("name") }
    #expect(documented == names, "\(path)")
  }
}

@Test func `the values of fields are the members that the route writes`() throws {
  let contract = try contract()
  for path in contract.paths.keys {
    let fields = contract.parameters(of: path).first { $0.string("name") == "fields" }
    let schema = fields?["schema"] as? Object
    let documented = (schema?["items"] as? Object)?.strings("enum") ?? []
    #expect(documented == Offered.fields[path] ?? [], "\(path)")
  }
}

@Test func `the limits of a page are those that the route keeps`() throws {
  let limit = try contract().parameters(of: "/reports").first { $0.string("name") == "limit" }
  let schema = try #require(limit?["schema"] as? [String: Any])
  #expect(schema["minimum"] as? Int == ListRequest<ReportField>.limits.lowerBound)
  #expect(schema["maximum"] as? Int == ListRequest<ReportField>.limits.upperBound)
  #expect(schema["default"] as? Int == 50)
}

@Test func `the limits of the parts of a place are those that the route keeps`() throws {
  let limit = try contract().parameters(of: "/localities/{id}")
    .first { $0.string("name") == "limit" }
  let schema = try #require(limit?["schema"] as? [String: Any])
  #expect(schema["minimum"] as? Int == LocalityAnswers.limits.lowerBound)
  #expect(schema["maximum"] as? Int == LocalityAnswers.limits.upperBound)
  #expect(schema["default"] as? Int == LocalityAnswers.standardLimit)
}

@Test func `a path can end in its format where its route takes f`() {
  for route in Routes.router.routes {
    let takesFormat = Offered.parameters[route.pattern]?.contains("f") == true
    #expect(!route.target.formats.isEmpty == takesFormat, "\(route.pattern)")
  }
}

@Test func `an enumeration of the document has the values of the program`() throws {
  let schemas = try contract().schemas.values.filter { $0["enum"] != nil }
  var documented: [String: [String]] = [:]
  for schema in schemas { documented[schema.string("title") ?? ""] = schema.strings("enum") }
  #expect(documented.count == schemas.count)
  #expect(documented == Offered.enumerations)
}

@Test func `a schema is closed, named, and requires nothing that it does not have`() throws {
  for (name, schema) in try contract().schemas {
    #expect(schema.string("title") != nil && schema.string("description") != nil, "\(name)")
    guard let properties = schema["properties"] as? Object else { continue }
    #expect(schema["additionalProperties"] as? Bool == (name == "Document"), "\(name)")
    #expect(Set(schema.strings("required")).isSubset(of: properties.keys), "\(name)")
  }
}

@Test func `a reference leads to something in the document`() throws {
  let contract = try contract()
  let references = contract.references
  #expect(references.count > 100)
  for reference in Set(references) {
    #expect(reference.hasPrefix("#/"))
    #expect(!contract.resolve(["$ref": reference]).isEmpty, "\(reference)")
  }
}

@Test func `README names every route and every parameter`() throws {
  let contract = try contract()
  let readme = try Contract.text("README.md")
  for path in contract.paths.keys {
    #expect(readme.contains("`\(path)`") || readme.contains("`POST \(path)`"), "\(path)")
    for name in Offered.parameters[path] ?? [] where !name.hasSuffix("!") {
      #expect(readme.contains("`\(name)`"), "\(name) of \(path)")
    }
  }
}
