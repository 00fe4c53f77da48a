// Values that were written apart and joined.

import JSON
import Testing

@Test func `values of another writer stand in an array as if written there`() {
  var one = JSONWriter()
  var two = JSONWriter()
  let none = JSONWriter()
  one.string("a")
  two.object {
    $0.key("b"); $0.null()
  }
  two.integer(2)
  var json = JSONWriter()
  json.array { json in
    for values in [none.bytes, one.bytes, [], two.bytes, [], one.bytes] { json.values(values) }
    json.boolean(true)
  }
  json.array { $0.values([]) }
  #expect(String(decoding: json.bytes, as: UTF8.self) == #"["a",{"b":null},2,"a",true],[]"#)
}
