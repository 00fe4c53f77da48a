// GET /codebook

import HTTP

/// Answers every field, enumeration and parameter with its definition: a file of the public folder.
enum Codebook {
  static let file = "codebook.json"

  /// - Throws: 404 where the public folder has none.
  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    try call.takeNoParameters()
    guard let file = call.site.publicFiles[file] else {
      throw Problem(.notFound, "The public folder of this server holds no \(file).")
    }
    return file.response(call)
  }
}
