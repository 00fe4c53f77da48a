// Methods by their names.

@testable import HTTP
import Testing

struct MethodTests {
  @Test(arguments: [
    "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "TRACE",
  ])
  func `a method of the standard goes by its name`(_ name: String) {
    #expect(Method(name: Array(name.utf8).span).rawValue == name)
  }

  @Test(arguments: ["ACL", "LINK", "PROPFIND", "QUERY", "SEARCH", "VERSION-CONTROL"])
  func `a method of the registry is told apart`(_ name: String) {
    #expect(Method(name: Array(name.utf8).span) == .registered)
  }

  @Test(arguments: ["BREW", "Get", "get", "GETS", "GE", "registered", "unknown", "PRI"])
  func `all other methods are unknown`(_ name: String) {
    #expect(Method(name: Array(name.utf8).span) == .unknown)
  }

  @Test(arguments: [Method.registered, .unknown])
  func `no token is the name of a kind of methods`(_ method: Method) {
    #expect(!method.rawValue.utf8.allSatisfy { ByteSet.token.contains($0) })
  }
}
