// Other Latin spellings of an Arabic name: the article, its assimilation, and what each newsroom writes
// for the same letters. Source: the romanisation tables of BGN/PCGN (1956) and ALA-LC against the
// spellings of news.

enum Romanisation {
  /// Other folded spellings of a folded name; some dozens at most, itself left out.
  static func variants(of folded: [UInt8]) -> [[UInt8]] {
    let name = String(decoding: folded, as: UTF8.self)
    guard folded.count < 40, folded.allSatisfy({ $0 == 0x20 || (0x61...0x7A).contains($0) }) else {
      return []
    }
    var words = name.split(separator: " ").map(String.init)
    if words.count > 1, articles.contains(words[0]) { words.removeFirst() }
    // “Alfashir”
    if let first = words.first, first.hasPrefix("al"), first.count > 5 {
      words[0].removeFirst(2)
    }
    guard let first = words.first, first.count > 2 else { return [] }
    var found: [String] = []
    for opening in [first] + (openings.first { $0.contains(first) } ?? []) {
      let rest = [opening] + words.dropFirst()
      for ending in endings(of: plain(rest.joined(separator: " "))) {
        for article in ["", "al "] + (assimilated(ending).map { [$0 + " "] } ?? []) {
          found.append(article + ending)
        }
      }
    }
    var known: Set = [name]
    return found.filter { known.insert($0).inserted }.map { Array($0.utf8) }
  }

  private static let articles: Set = ["al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "ath"]

  /// First words that are one word.
  private static let openings = [
    ["tal", "tel", "tell", "tall"], ["deir", "dayr", "dair"], ["beit", "bayt", "bait"],
    ["kafr", "kfar", "kafar"], ["ein", "ain", "ayn"], ["umm", "um"], ["jabal", "jebel"],
    ["khirbet", "khirbat"],
  ]

  private static func plain(_ name: String) -> String {
    [("oo", "u"), ("ou", "u"), ("ee", "i")].reduce(name) { replaced($0, $1.0, $1.1) }
  }

  private static func replaced(_ name: String, _ old: String, _ new: String) -> String {
    name.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  /// “Latakia”, “Hawijah”, “Suwaydiyeh”: the ending of the feminine.
  private static func endings(of name: String) -> [String] {
    for ending in ["iyyah", "iyyeh", "iyya", "iyah", "iyeh", "iya"] where name.hasSuffix(ending) {
      let stem = name.dropLast(ending.count)
      return ["iyah", "iya", "iyeh", "iyyah"].map { stem + $0 }
    }
    for ending in ["ah", "eh", "a", "e"] where name.hasSuffix(ending) {
      let stem = name.dropLast(ending.count)
      return ["ah", "a", "eh"].map { stem + $0 }
    }
    return [name]
  }

  /// The article before a letter of the sun: “ash Shadadi”.
  private static func assimilated(_ name: String) -> String? {
    for letters in ["sh", "th", "dh", "t", "d", "r", "z", "s", "n"] where name.hasPrefix(letters) {
      return "a" + letters
    }
    return nil
  }
}
