// Hours, days, months, seasons: the units in which a text counts time.

/// A unit of time; the raw value is that of its words in the word list.
enum TimeUnit: Int, CaseIterable {
  case second = 1, minute, hour, day, week, fortnight, month, year, decade, century
  case weekend, morning, afternoon, evening, night
  case spring, summer, autumn, winter

  /// How precisely a time is known that is counted in it.
  var precision: DateMention.Precision {
    switch self {
    case .second, .minute, .hour: .minute
    case .day, .weekend, .morning, .afternoon, .evening, .night: .day
    case .week, .fortnight: .week
    case .month, .spring, .summer, .autumn, .winter: .month
    case .year, .decade, .century: .year
    }
  }

  var isPartOfDay: Bool {
    switch self {
    case .morning, .afternoon, .evening, .night: true
    default: false
    }
  }

  /// The month in which a season begins, as weather services of the north count.
  var firstMonth: Int? {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    default: nil
    }
  }

  /// So many of it, in days or months; nil for those that are not counted.
  func length(_ count: Int) -> (days: Int, months: Int)? {
    guard count < 10_000 else { return nil }
    switch self {
    case .second, .minute: return (0, 0)
    case .hour: return ((count + 23) / 24, 0)
    case .day, .night: return (count, 0)
    case .week, .weekend: return (count * 7, 0)
    case .fortnight: return (count * 14, 0)
    case .month: return (0, count)
    case .year: return (0, count * 12)
    case .decade: return (0, count * 120)
    case .century: return (0, count * 1200)
    default: return nil
    }
  }

  /// The unit of each word, in the singular and the plural.
  static let words: [String: Int] = {
    var values: [String: Int] = [:]
    for unit in allCases {
      values["\(unit)"] = unit.rawValue
      values["\(unit)s"] = unit.rawValue
    }
    values["centuries"] = century.rawValue
    values["fall"] = autumn.rawValue
    return values
  }()
}
