// What the document says of answers: which members they have where, and examples that are real.

import Testing

@testable import ReportsAPI

private struct Answers {
  let contract: Contract

  init() throws { contract = try Contract() }

  /// The media types of the 200 of a path, each with its schema and examples.
  func contents(_ path: String) -> [String: Object] {
    let operation = contract.paths[path]?.values.first
    let answer = (operation?["responses"] as? Object)?["200"] as? Object
    return answer?["content"] as? [String: Object] ?? [:]
  }

  func schema(_ path: String, _ media: String = "application/json") -> Object {
    contents(path)[media]?["schema"] as? Object ?? [:]
  }
}

private func refused(_ schema: Object?) -> [String]? {
  (schema?["not"] as? Object)?.strings("required")
}

@Test func `a snippet is in lists only`() throws {
  let answers = try Answers()
  for path in ["/reports/{id}", "/quotations/{id}", "/extract"] {
    #expect(refused(answers.schema(path)) == ["snippet"], "\(path)")
  }
  for path in ["/reports/{id}", "/quotations/{id}"] {
    let properties = answers.schema(path, "application/geo+json")["properties"] as? Object
    #expect(refused(properties?["properties"] as? Object) == ["snippet"], "\(path)")
  }
}

@Test func `a point for a label is in features only`() throws {
  let answers = try Answers()
  #expect(refused(answers.schema("/localities/{id}")) == ["label_point"])
  let list = answers.contract.resolve(answers.schema("/localities"))
  let records = (list["properties"] as? Object)?["localities"] as? Object
  #expect(refused(records?["items"] as? Object) == ["label_point"])
}

@Test func `a place alone has links in both formats, whatever fields says`() throws {
  let answers = try Answers()
  #expect(answers.schema("/localities/{id}").strings("required") == ["links"])
  let feature = answers.contract.resolve(
    answers.schema("/localities/{id}", "application/geo+json"))
  #expect(feature.strings("required").contains("links"))
  let library = try PlaceLibrary()
  for format in ["json", "geojson"] {
    let record = try library.record("/localities/gn:2?fields=name&f=\(format)")
    #expect(record.objects("links").count == 1)
  }
}

/// The counters of `/metrics` differ from one request to the next.
@Test func `an example of an answer is what a request is answered`() throws {
  let answers = try Answers()
  for path in answers.contract.paths.keys where path != "/metrics" {
    for (media, content) in answers.contents(path) {
      for (name, example) in content["examples"] as? [String: Object] ?? [:] {
        #expect(example.string("x-request") != nil, "\(path) \(media) \(name)")
      }
    }
  }
}

@Test func `a 304 tells what the answer that it stands for depends on`() throws {
  let reference = ["$ref": "#/components/responses/NotModified"]
  let fields = try Contract().resolve(reference)["headers"] as? Object
  #expect(
    Set(try #require(fields).keys) == ["ETag", "Last-Modified", "Cache-Control", "Vary"])
}
