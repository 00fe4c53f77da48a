// Reads times as people and programs write them.

extension Moment {
  /// The forms that are read, for messages.
  package static let forms =
    "2024-10-07, 2024-10-07T09:30:00Z (or with +02:00), 7 October 2024, October 7, 2024"

  /// Reads RFC 3339 dates and date-times, parts of dates (`2024-10`, `2024`), and dates written
  /// out in English, with a weekday or a time behind them (RFC 5322). Without an offset UTC is
  /// meant.
  package init?(_ text: String) {
    guard let moment = Self.numeric(text) ?? Self.written(text) else { return nil }
    self = moment
  }

  // MARK: - 2024-10-07T09:30:00+02:00

  private static func numeric(_ text: String) -> Moment? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "Tt ".contains($0) }
    guard let first = parts.first else { return nil }
    let numbers = first.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = digits(numbers[0], 4) else { return nil }
    if parts.count == 2 {
      guard numbers.count == 3, let day = day(year, numbers[1], numbers[2]) else { return nil }
      return time(parts[1], on: day)
    }
    switch numbers.count {
    case 1: return whole(CivilDate(year: year, month: 1, day: 1), .year)
    case 2: return whole(day(year, numbers[1], "01"), .month)
    case 3: return whole(day(year, numbers[1], numbers[2]), .day)
    default: return nil
    }
  }

  private static func day(_ year: Int, _ month: Substring, _ day: Substring) -> CivilDate? {
    guard let month = digits(month, 2), let day = digits(day, 2) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func whole(_ date: CivilDate?, _ precision: TimePrecision) -> Moment? {
    date.map { Moment(start: $0.daysSince1970 * 86_400, precision: precision) }
  }

  private static func digits(_ text: some StringProtocol, _ width: Int) -> Int? {
    text.utf8.count == width && isDigits(text) ? Int(text) : nil
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 48...57 ~= $0 }
  }

  // MARK: - 09:30:00.5+02:00

  private static func time(_ text: some StringProtocol, on day: CivilDate) -> Moment? {
    let zoneStart = text.firstIndex { "Zz+-".contains($0) } ?? text.endIndex
    guard let second = secondOfDay(text[..<zoneStart].trimmed),
      let offset = offset(text[zoneStart...].trimmed)
    else { return nil }
    let start = day.daysSince1970 * 86_400 + second - offset
    guard CivilDate.years ~= CivilDate(daysSince1970: start.divided(by: 86_400).quotient).year
    else { return nil }
    let hasSeconds = text[..<zoneStart].split(separator: ":").count == 3
    return Moment(start: start, precision: hasSeconds ? .second : .minute)
  }

  /// `09:30`, `09:30:00` or `09:30:00.25`; a leap second counts as the second before.
  private static func secondOfDay(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, let hour = digits(parts[0], 2), hour < 24,
      let minute = digits(parts[1], 2), minute < 60
    else { return nil }
    let seconds = (parts.count == 3 ? parts[2] : "00").split(
      separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, let second = digits(seconds[0], 2), second <= 60,
      seconds.count == 1 || isDigits(seconds[1])
    else { return nil }
    return Int64(hour * 3600 + minute * 60 + min(second, 59))
  }

  /// Seconds east of UTC of `+02:00` or `+0200`; 0 for `Z` and nothing.
  private static func offset(_ text: String) -> Int64? {
    if ["", "Z", "z"].contains(text) { return 0 }
    let (sign, hours, rest) = (text.prefix(1), text.dropFirst().prefix(2), text.dropFirst(3))
    guard "+-".contains(sign), let hour = digits(hours, 2), hour < 24,
      let minute = digits(rest.first == ":" ? rest.dropFirst() : rest, 2), minute < 60
    else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60)
    return sign == "-" ? -seconds : seconds
  }

  // MARK: - Mon, 7 Oct 2024 09:30:00 GMT

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func written(_ text: String) -> Moment? {
    var words = text.split { $0 == " " || $0 == "," }.map { String($0) }
    if words.count > 3, isName(words[0], of: weekdays) { words.removeFirst() }
    if words.count > 2, month(words[0]) != nil { words.swapAt(0, 1) }
    guard words.count >= 3, let month = month(words[1]), let year = digits(words[2], 4),
      let day = digits(words[0], min(2, words[0].utf8.count)),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if words.count == 3 { return whole(date, .day) }
    let rest = words[3...].filter { !["at", "GMT", "UTC"].contains($0) }
    return time(rest.joined(), on: date)
  }

  private static func month(_ word: String) -> Int? {
    months.firstIndex { isName(word, of: [$0]) }.map { $0 + 1 }
  }

  /// Whether a word is one of the names, or its first letters, three at least, with or without a
  /// full stop.
  private static func isName(_ word: String, of names: [String]) -> Bool {
    let letters = (word.hasSuffix(".") ? word.dropLast() : Substring(word)).lowercased()
    return letters.count >= 3 && names.contains { $0.hasPrefix(letters) }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
