// The limits by name.

import HTTP
import Testing

struct LimitTests {
  @Test func `every limit has a name, and no name two of them`() {
    #expect(Limit.all.count == Mirror(reflecting: Limits()).children.count)
    #expect(Set(Limit.all.map(\.name)).count == Limit.all.count)
    var changed = Limits()
    for limit in Limit.all {
      let before = changed
      limit.set(limit.value(in: before) + 1, in: &changed)
      #expect(limit.value(in: changed) == limit.value(in: before) + 1)
    }
    let values = Mirror(reflecting: changed).children.map { "\($0.value)" }
    let defaults = Mirror(reflecting: Limits()).children.map { "\($0.value)" }
    #expect(zip(values, defaults).allSatisfy { $0 != $1 })
  }

  @Test(arguments: Limit.all.map(\.name))
  func `a default is a value that may be set`(name: String) throws {
    let limit = try #require(Limit.named(name))
    #expect(limit.allowed.contains(limit.value(in: Limits())))
    #expect(!limit.meaning.isEmpty && !limit.meaning.hasSuffix("."))
    #expect(!limit.outcome.isEmpty)
  }
}
