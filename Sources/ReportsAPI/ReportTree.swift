// What was found in a report as a tree for people.

import Dates
import Extraction
package import Gazetteer
package import Reports

/// A line a fact, two spaces a level: what it is, where it stands in the text (code points), its
/// words, shortened. The same for the same report, so that tests can hold it.
package struct ReportTree {
  let report: ReportEntry
  let gazetteer: Gazetteer
  /// Whether localities tell what their names could mean as well; the report was just read.
  let isExplained: Bool
  /// Of the report's text.
  let points: CodePoints
  private(set) var text = ""

  /// Characters of the text that a line shows at most.
  private static let shown = 48

  package init(_ report: ReportEntry, _ gazetteer: Gazetteer, isExplained: Bool = false) {
    self.report = report
    self.gazetteer = gazetteer
    self.isExplained = isExplained
    points = CodePoints(report.text)
    writeReport()
  }

  /// UTF-8, a line feed behind each line.
  package var bytes: [UInt8] { Array(text.utf8) }

  private mutating func writeReport() {
    let found = report.annotations
    line(0, "report", report.id)
    writeHeading(found)
    write(1, "standfirst", found.structure.standfirst)
    for heading in found.structure.headings { write(1, "heading", heading) }
    for mention in found.places { write(mention) }
    for locality in found.localities { write(locality) }
    for quotation in found.quotations { write(quotation) }
    for claim in found.control { write(claim) }
    for figure in found.figures { write(figure) }
    for date in found.dates { write(date) }
    write(1, "credits", found.structure.credits)
    for remark in report.remarks { line(1, "unresolved", "document:", remark) }
    for unresolved in found.unresolved { write(unresolved) }
  }

  private mutating func writeHeading(_ found: Annotations) {
    let members = [
      ("headline", report.headline.map(quote)), ("published", report.published?.description),
      ("language", report.language ?? found.language), ("source", report.source),
      ("author", report.author), ("url", report.url),
    ]
    for (name, value) in members where value != nil { line(1, name, value) }
  }

  // MARK: - Lines

  /// Words with a space between them; nil is left out.
  mutating func line(_ depth: Int, _ words: String?...) {
    let words = words.compactMap { $0 }.map(Self.plain)
    text += String(repeating: "  ", count: depth) + words.joined(separator: " ") + "\n"
  }

  /// A line for a range, if there is one.
  mutating func write(_ depth: Int, _ name: String, _ range: Range<Int>?) {
    if let range { line(depth, name, place(range), words(range)) }
  }

  /// `[307..<434]`
  func place(_ range: Range<Int>) -> String {
    "[\(points[range.lowerBound])..<\(points[range.upperBound])]"
  }

  /// The text of a range in marks, shortened.
  func words(_ range: Range<Int>) -> String {
    // A code point has four bytes at most; no more is looked at than is shown.
    let start = range.prefix(Self.shown * 4 + 4)
    return quote(String(decoding: report.text[start], as: UTF8.self))
  }

  private func quote(_ text: String) -> String {
    let short = text.unicodeScalars.prefix(Self.shown)
    let isWhole = short.endIndex == text.unicodeScalars.endIndex
    return "“\(String(short))\(isWhole ? "" : " …")”"
  }

  /// Line ends and what would steer a terminal become spaces.
  private static func plain(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
    if isSafe { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(steers(scalar) ? " " : scalar) }
    return String(scalars)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: 0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
    }
  }
}
