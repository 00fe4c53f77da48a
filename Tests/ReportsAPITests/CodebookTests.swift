// The codebook defines everything that the document names, in the same words, and nothing else.

import HTTP
import Testing

@testable import ReportsAPI

/// The codebook's entries.
private struct Book {
  let contents: Object

  init() throws { contents = try Contract.read("Public/codebook.json") }

  /// `record.field` and its entry.
  func fields() -> [String: Object] {
    keyed(contents.objects("fields")) { "\($0["record"] ?? "").\($0["name"] ?? "")" }
  }

  func enumerations() -> [String: Object] {
    keyed(contents.objects("enumerations")) { $0.string("name") ?? "" }
  }

  /// `name of route` and its entry, once for each of its routes.
  func parameters() -> [String: Object] {
    let entries = contents.objects("parameters").flatMap { entry in
      entry.strings("routes").map { ("\(entry.string("name") ?? "") of \($0)", entry) }
    }
    return Dictionary(entries) { first, _ in
      Issue.record("defined twice: \(first)")
      return first
    }
  }

  private func keyed(_ entries: [Object], _ key: (Object) -> String) -> [String: Object] {
    Dictionary(entries.map { (key($0), $0) }) { first, _ in
      Issue.record("defined twice: \(first)")
      return first
    }
  }
}

/// `record.field` and what the schemas say of it; the record is the schema's title.
private func properties() throws -> [(name: String, schema: Object)] {
  try Contract().schemas.values.flatMap { schema in
    (schema["properties"] as? [String: Object] ?? [:]).map {
      ("\(schema.string("title") ?? "").\($0)", $1)
    }
  }
}

@Test func `every property of every schema is a field of the codebook, and the other way round`()
  throws
{
  let fields = try Book().fields()
  #expect(Set(try properties().map(\.name)) == Set(fields.keys))
}

@Test func `a property is described as the codebook defines it`() throws {
  let fields = try Book().fields()
  for (name, schema) in try properties() {
    #expect(schema.string("description") == fields[name]?.string("definition"), "\(name)")
    let mayBeNull = fields[name]?.string("type")?.hasSuffix(" or null") == true
    #expect(allowsNull(schema) == mayBeNull, "\(name)")
  }
}

private func allowsNull(_ schema: Object) -> Bool {
  schema.strings("type").contains("null")
    || schema.objects("anyOf").contains { $0.string("type") == "null" }
}

@Test func `every value of every enumeration is defined`() throws {
  let enumerations = try Book().enumerations()
  for schema in try Contract().schemas.values where schema["enum"] != nil {
    let name = schema.string("title") ?? ""
    let values = enumerations[name]?.objects("values").compactMap { $0.string("value") }
    #expect(values == schema.strings("enum"), "\(name)")
  }
  let named = try Contract().schemas.values.filter { $0["enum"] != nil }.count
  #expect(enumerations.count == named)
}

@Test func `every parameter of every route is defined as the document describes it`() throws {
  let contract = try Contract()
  var documented: [String: String] = [:]
  for path in contract.paths.keys {
    for parameter in contract.parameters(of: path) + contract.parameters(of: path, in: "path") {
      let name = parameter.string("name") ?? ""
      documented["\(name) of \(path)"] = parameter.string("description")
    }
  }
  #expect(try Book().parameters().mapValues { $0.string("definition") ?? "" } == documented)
}

@Test func `a member that fields can name is defined`() throws {
  let names = Set(try Book().contents.objects("fields").compactMap { $0.string("name") })
  let contract = try Contract()
  for path in contract.paths.keys {
    for parameter in contract.parameters(of: path) where parameter.string("name") == "fields" {
      let items = (parameter["schema"] as? Object)?["items"] as? Object
      let wanted = Set(items?.strings("enum") ?? [])
      #expect(!wanted.isEmpty && wanted.isSubset(of: names), "\(path)")
    }
  }
}

@Test func `a definition is one sentence`() throws {
  let book = try Book()
  let values = book.enumerations().values.flatMap { $0.objects("values") }
  let fields = Array(book.fields().values)
  #expect(!values.isEmpty && !fields.isEmpty)
  for definition in (values + fields).map({ $0.string("definition") ?? "" }) {
    #expect(definition.hasSuffix(".") && definition.count < 200, "\(definition)")
    #expect(!definition.dropLast().contains(". "), "\(definition)")
  }
}

// MARK: - The route

@Test func `the codebook is the file of the public folder`() throws {
  let text = try Contract.text("Public/codebook.json")
  let file = PublicFile(name: Codebook.file, bytes: Array(text.utf8))
  let library = Library { $0.publicFiles = [Codebook.file: file] }
  let response = try library.ask("/codebook")
  #expect(try response.text() == text)
  #expect(response["Content-Type"] == "application/json")
  #expect(response.etag == file.etag)
  #expect(response.isCacheable)
}

@Test func `the codebook takes no parameters`() throws {
  let response = try Library().ask("/codebook?fields=id")
  #expect(response.status == .badRequest)
  #expect(try response.json()["parameter"] as? String == "fields")
}

@Test func `without the file there is no codebook`() throws {
  let response = try Library { $0.publicFiles = [:] }.ask("/codebook")
  #expect(response.status == .notFound)
  #expect(response["Content-Type"] == "application/problem+json")
}
