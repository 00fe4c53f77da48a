// What a client sees of an answer once it has taken it apart.

import Compression

extension Answer {
  /// The body as it was before it was compressed.
  package func plain() throws -> [UInt8] {
    guard self["Content-Encoding"] == "gzip" else { return body }
    var gunzip = try Gunzip()
    var plain: [UInt8] = []
    try gunzip.expand(body.span, into: &plain)
    try gunzip.finish()
    return plain
  }

  /// Its fields, one a line.
  package var lines: [String] { fields.map { "\($0.name): \($0.value)" } }
}
