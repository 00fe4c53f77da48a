// The members of a report.

/// In the order in which they are written.
enum ReportField: String, CaseIterable {
  case id, headline, standfirst, published, language, source, author, url, credits
  case places, localities, quotations, control, figures, dates, unresolved

  /// Whether text and annotations are needed to write it.
  var isFound: Bool {
    switch self {
    case .id, .headline, .published, .language, .source, .author, .url: false
    default: true
    }
  }
}
