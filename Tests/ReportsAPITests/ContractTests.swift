// The document says what the server does: routes, methods, parameters, enumerations.

import HTTP
import Testing

@testable import ReportsAPI

private func contract() throws -> Contract { try Contract() }

@Test func `the paths of the document are the routes, with their methods`() throws {
  let documented = try contract().paths.filter { !Awaited.paths.contains($0.key) }
  let routes = Routes.router.routes.map {
    ($0.pattern, Set($0.methods.map { $0.rawValue.lowercased() }))
  }
  let offered = Dictionary(uniqueKeysWithValues: routes + Offered.files.map { ($0, ["get"]) })
  #expect(documented.mapValues { Set($0.keys) } == offered)
}

@Test func `the parameters of a path are those that its route takes`() throws {
  let contract = try contract()
  for path in contract.paths.keys where !Awaited.paths.contains(path) {
    let documented = contract.parameters(of: path).compactMap { $0.string("name") }
    let awaited = Awaited.parameters[path] ?? []
    let offered = Offered.parameters[path] ?? []
    #expect(Set(documented).count == documented.count, "\(path)")
    #expect(Set(documented).subtracting(awaited) == Set(offered), "\(path)")
  }
}

@Test func `what is awaited stands in the document and is not there yet`() throws {
  let contract = try contract()
  #expect(Awaited.paths.isSubset(of: contract.paths.keys))
  #expect(Awaited.paths.isDisjoint(with: Routes.router.routes.map(\.pattern)))
  for (path, awaited) in Awaited.parameters {
    let documented = contract.parameters(of: path).compactMap { $0.string("name") }
    #expect(awaited.isSubset(of: documented), "\(path)")
    #expect(awaited.isDisjoint(with: Offered.parameters[path] ?? []), "\(path)")
  }
  for (path, awaited) in Awaited.fields {
    #expect(awaited.isDisjoint(with: Offered.fields[path] ?? []), "\(path)")
  }
  #expect(Awaited.enumerations.isDisjoint(with: Offered.enumerations.keys))
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
  for path in contract.paths.keys where !Awaited.paths.contains(path) {
    let fields = contract.parameters(of: path).first { $0.string("name") == "fields" }
    let schema = fields?["schema"] as? Object
    let documented = (schema?["items"] as? Object)?.strings("enum") ?? []
    let awaited = Awaited.fields[path] ?? []
    #expect(awaited.isSubset(of: documented), "\(path)")
    #expect(documented.filter { !awaited.contains($0) } == Offered.fields[path] ?? [], "\(path)")
  }
}

@Test func `the limits of a page are those that the route keeps`() throws {
  let limit = try contract().parameters(of: "/reports").first { $0.string("name") == "limit" }
  let schema = try #require(limit?["schema"] as? [String: Any])
  #expect(schema["minimum"] as? Int == ReportList.limits.lowerBound)
  #expect(schema["maximum"] as? Int == ReportList.limits.upperBound)
  #expect(schema["default"] as? Int == 50)
}

@Test func `an enumeration of the document has the values of the program`() throws {
  let schemas = try contract().schemas.values.filter { $0["enum"] != nil }
  var documented: [String: [String]] = [:]
  for schema in schemas { documented[schema.string("title") ?? ""] = schema.strings("enum") }
  #expect(documented.count == schemas.count)
  #expect(documented.filter { !Awaited.enumerations.contains($0.key) } == Offered.enumerations)
  #expect(Awaited.enumerations.isSubset(of: documented.keys))
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
  for path in contract.paths.keys where !Awaited.paths.contains(path) {
    #expect(readme.contains("`\(path)`") || readme.contains("`POST \(path)`"), "\(path)")
    for name in Offered.parameters[path] ?? [] where !name.hasSuffix("!") {
      #expect(readme.contains("`\(name)`"), "\(name) of \(path)")
    }
  }
}
