// Which of the media types on offer a client wants, RFC 9110 section 12.5.1.

/// The value of an `Accept` field.
package enum Accept {
  /// The type on offer with the greatest weight, earlier ones first among equals; nil when the
  /// client takes none of them. No field at all takes everything, and so does an empty one.
  package static func choose(from offered: [String], accept: String?) -> String? {
    guard let accept, accept.contains(where: { $0 != "," && !$0.isWhitespace }) else {
      return offered.first
    }
    let ranges = accept.split(separator: ",").map { MediaRange($0) }
    var best: (type: String, weight: Double)?
    for type in offered {
      let weight = weight(of: type, ranges)
      if weight > best?.weight ?? 0 { best = (type, weight) }
    }
    return best?.type
  }

  /// The most specific range that covers the type decides.
  private static func weight(of type: String, _ ranges: [MediaRange]) -> Double {
    let covering = ranges.filter { $0.covers(type) }
    return covering.max { $0.specificity < $1.specificity }?.weight ?? 0
  }

  private struct MediaRange {
    let pattern: String
    let weight: Double

    init(_ text: Substring) {
      let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      pattern = parts.first ?? ""
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
      weight = quality.flatMap { Double($0.dropFirst(2)) } ?? 1
    }

    var specificity: Int { pattern == "*/*" ? 0 : pattern.hasSuffix("/*") ? 1 : 2 }

    func covers(_ type: String) -> Bool {
      switch specificity {
      case 0: true
      case 1: type.hasPrefix(pattern.dropLast())
      default: type == pattern
      }
    }
  }
}
