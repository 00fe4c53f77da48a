// The members of a report.

/// In the order in which they are written.
enum ReportField: String, FieldName {
  case id, headline, standfirst, published, language, source, author, url, credits
  case places, localities, quotations, control, figures, dates, unresolved
  /// Only in lists, where words were looked for.
  case snippet

  /// Those that a report has where no words were looked for.
  static let ofRecord = allCases.filter { $0 != .snippet }

  static let outsideProperties: [ReportField] = [.id]

  /// Whether text and annotations are needed to write it.
  var isFound: Bool {
    switch self {
    case .id, .headline, .published, .language, .source, .author, .url: false
    default: true
    }
  }
}
