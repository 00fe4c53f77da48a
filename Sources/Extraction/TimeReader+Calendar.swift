// Days, months and years of the calendar: Monday, 7 October 2024; Oct. 7-9; 2014; the 1990s.

extension TimeReader {
  /// The date that begins at a token, with the second end of a stretch if it has one.
  func calendar(at index: Int) -> TimePhrase? {
    guard var phrase = date(at: index, isLinked: false) else { return nil }
    link(&phrase)
    return phrase
  }

  /// - Parameter isLinked: another date stands before it, so that the context is clear.
  private func date(at index: Int, isLinked: Bool) -> TimePhrase? {
    guard let token = token(index) else { return nil }
    if token.is(.weekday) { return weekday(at: index) }
    if token.kind == .number {
      return dayBeforeMonth(at: index) ?? year(at: index, isLinked: isLinked)
    }
    return token.is(.month) ? month(at: index, isLinked: isLinked) : nil
  }

  // MARK: - Monday

  private func weekday(at index: Int) -> TimePhrase? {
    guard let token = token(index), token.isCapitalised, !isPartOfName(index) else { return nil }
    if let phrase = numbered(at: index) { return phrase }
    var phrase = TimePhrase(index..<(index + 1), .weekday(value(index)))
    let next = kind(index + 1) == .comma ? index + 2 : index + 1
    let date = dayBeforeMonth(at: next) ?? month(at: next, isLinked: true)
    if let date, date.expression.isDay {
      phrase = TimePhrase(index..<date.tokens.upperBound, date.expression)
    } else if token.range.count < 6, !token.shape.contains(.dotted) {
      // “Sat”, “Sun” and the like are other words.
      return nil
    }
    return phrase
  }

  /// “the last Thursday in November”: of every year, unless it is told.
  private func numbered(at index: Int) -> TimePhrase? {
    guard word(index - 1, "first", "second", "third", "fourth", "fifth", "last"),
      word(index - 2, "the"), word(index + 1, "in", "of"), has(index + 2, .month)
    else { return nil }
    let end = plainYear(at: index + 3) == nil ? index + 3 : index + 4
    return TimePhrase((index - 2)..<end, .vague(.day))
  }

  /// Black Friday, the Sunday Times, Saturday Night Live.
  private func isPartOfName(_ index: Int) -> Bool {
    if let before = token(index - 1), before.isCapitalised,
      word(index - 1, "black", "good", "super", "bloody", "holy", "easter", "palm", "ash", "giving")
    {
      return true
    }
    guard isName(index + 1) else { return false }
    return has(index + 1, [.organisationHead, .timeUnit])
      || word(index - 1, "the") && !has(index + 1, [.givenName, .role])
  }

  // MARK: - October 7, 2024

  private func month(at index: Int, isLinked: Bool) -> TimePhrase? {
    guard let token = token(index), token.is(.month), token.isCapitalised else { return nil }
    let month = value(index)
    if let day = day(at: index + 1), !isCounted(index + 2), kind(index + 2) != .colon {
      return dayBehindMonth(index, month, day)
    }
    let next = kind(index + 1) == .comma || word(index + 1, "of") ? index + 2 : index + 1
    if let year = plainYear(at: next), !isCounted(next + 1) {
      return TimePhrase(index..<(next + 1), .month(year: year, month: month))
    }
    guard isLinked || isMonth(index) else { return nil }
    return TimePhrase(index..<(index + 1), .month(year: nil, month: month))
  }

  private func dayBehindMonth(_ index: Int, _ month: Int, _ day: Int) -> TimePhrase {
    var end = index + 2
    var last: Int?
    if isStretch(end, touching: true), let second = self.day(at: end + 1), second > day,
      !has(end + 2, .month)
    {
      last = second
      end += 2
    }
    let year = year(behind: &end)
    var phrase = TimePhrase(index..<end, .day(year: year, month: month, day: day))
    phrase.end = last.map { .day(year: year, month: month, day: $0) }
    return phrase
  }

  /// 7 October 2024, the 7th of October, 7-9 October.
  private func dayBeforeMonth(at index: Int) -> TimePhrase? {
    guard let day = day(at: index), kind(index - 1) != .symbol || touches(index) == false else {
      return nil
    }
    var next = index + 1
    var last: Int?
    if isStretch(next, touching: false) || word(next, "and"), let second = self.day(at: next + 1),
      second > day
    {
      last = second
      next += 2
    }
    if word(next, "of") { next += 1 }
    // “12 mars”: English alone writes months with capitals.
    guard let token = token(next), token.is(.month),
      token.isCapitalised || !text.lexicon.isEnglish
    else { return nil }
    let month = value(next)
    var end = next + 1
    let year = year(behind: &end)
    var phrase = TimePhrase(index..<end, .day(year: year, month: month, day: last ?? day))
    if last != nil {
      phrase.end = phrase.expression
      phrase.expression = .day(year: year, month: month, day: day)
    }
    return phrase
  }

  /// 1 to 31, with or without the letters of an ordinal.
  private func day(at index: Int) -> Int? {
    guard let digits = digits(index), digits.length <= 2, digits.decimals == 0,
      1...31 ~= digits.value
    else { return nil }
    guard !digits.suffix.isEmpty else { return digits.value }
    let suffix = text.bytes[digits.suffix]
    return suffix.count == 2 && ["st", "nd", "rd", "th"].contains { suffix.elementsEqual($0.utf8) }
      ? digits.value : nil
  }

  /// Takes “, 2024” behind a day.
  private func year(behind end: inout Int) -> Int? {
    let index = kind(end) == .comma ? end + 1 : end
    guard let year = plainYear(at: index), !isCounted(index + 1) else { return nil }
    end = index + 1
    return year
  }

  /// A month's name that is no forename, verb or noun.
  private func isMonth(_ index: Int) -> Bool {
    if kind(index + 1) == .hyphen || has(index - 1, .givenName) && !has(index - 1, .function) {
      return false
    }
    let isShort = token(index).map { $0.range.count <= 4 && !word(index, "july", "june") } ?? false
    if isShort, isName(index + 1) { return false }
    let isForename = isShort || word(index, "april", "june", "august", "march")
    guard isForename else { return true }
    if kind(index - 1) == .hyphen, word(index - 2, "mid") { return true }
    if word(
      index - 1, "in", "since", "until", "till", "of", "by", "from", "during", "before", "after",
      "through", "early", "late", "mid", "last", "next", "this", "past", "between", "for",
      "earlier",
      "later", "as", "following", "previous")
    {
      return kind(index + 1) != .clitic || !word(index, "may")
    }
    return has(index - 1, [.determiner, .possessive]) && isLower(index + 1)
      && !has(index + 1, [.preposition, .auxiliary, .conjunction])
  }

  // MARK: - 2014, the 1990s

  func plainYear(at index: Int) -> Int? {
    guard let digits = digits(index), digits.isPlain(4...4), 1000...2199 ~= digits.value else {
      return nil
    }
    return digits.value
  }

  private func year(at index: Int, isLinked: Bool) -> TimePhrase? {
    if let decade = decade(at: index) { return decade }
    guard let year = plainYear(at: index), isLinked || isYear(index, year) else { return nil }
    return TimePhrase(index..<(index + 1), .year(year))
  }

  private func decade(at index: Int) -> TimePhrase? {
    guard let digits = digits(index), digits.length == 4, digits.value % 10 == 0,
      1000...2100 ~= digits.value
    else { return nil }
    if digits.suffix.count == 1, text.bytes[digits.suffix.lowerBound] == 0x73 {
      return TimePhrase(index..<(index + 1), .decade(digits.value))
    }
    guard digits.suffix.isEmpty, kind(index + 1) == .closeSingle || kind(index + 1) == .clitic,
      word(index - 1, "the", "early", "late", "mid")
    else { return nil }
    return TimePhrase(index..<(index + 2), .decade(digits.value))
  }

  /// A bare number of four digits that nothing is counted with.
  private func isYear(_ index: Int, _ year: Int) -> Bool {
    guard !isCounted(index + 1), !has(index + 1, [.timeUnit, .magnitude]), !isZone(index + 1),
      kind(index + 1) != .symbol, kind(index - 1) != .symbol,
      !touches(index) || kind(index - 1) == .openBracket || word(index - 2, "mid")
    else { return false }
    if word(
      index - 1, "in", "since", "until", "till", "by", "from", "during", "before", "after",
      "through", "between", "early", "late", "mid", "around", "circa", "for", "summer", "year", "to"
    ) {
      return 1000...2199 ~= year
    }
    guard 1800...2099 ~= year else { return false }
    if word(index - 1, "of", "and") || kind(index - 1) == .openBracket || kind(index - 1) == .hyphen
    {
      return !isLower(index + 1) || has(index + 1, [.function, .auxiliary, .cue])
    }
    return has(index - 1, [.determiner, .possessive, .function])
      && (isLower(index + 1) || isName(index + 1))
      || kind(index - 1) == .clitic && isLower(index + 1)
  }

  // MARK: - From one to another

  private func isStretch(_ index: Int, touching: Bool) -> Bool {
    switch kind(index) {
    case .hyphen, .dash: true
    case .word: !touching && word(index, "to", "until", "till", "through")
    default: false
    }
  }

  /// Adds the second end: “from 2014 to 2016”, “between March and May”, “Monday through Friday”.
  private func link(_ phrase: inout TimePhrase) {
    guard phrase.end == nil else { return }
    let (start, end) = (phrase.tokens.lowerBound, phrase.tokens.upperBound)
    if let last = shortYear(behind: phrase) {
      phrase.end = .year(last)
      phrase.tokens = start..<(end + 2)
      return
    }
    let isPair = word(start - 1, "between") && word(end, "and")
    guard isPair || isStretch(end, touching: false) else { return }
    var next = end + 1
    if word(next, "early", "late", "mid") { next += kind(next + 1) == .hyphen ? 2 : 1 }
    guard let second = date(at: next, isLinked: true),
      second.expression.precision == phrase.expression.precision || word(start - 1, "from")
        || isPair
    else { return }
    phrase.tokens = start..<second.tokens.upperBound
    phrase.end = second.expression
    phrase.expression.takeYear(of: second.expression)
  }

  /// 2014-16.
  private func shortYear(behind phrase: TimePhrase) -> Int? {
    guard case .year(let first) = phrase.expression,
      kind(phrase.tokens.upperBound) == .hyphen
        || kind(phrase.tokens.upperBound) == .dash,
      let digits = digits(phrase.tokens.upperBound + 1), digits.isPlain(2...2)
    else { return nil }
    let last = first / 100 * 100 + digits.value
    return first < last && last - first < 50 ? last : nil
  }
}

extension TimeExpression {
  /// “between March and May 2022”: the year belongs to both.
  fileprivate mutating func takeYear(of other: TimeExpression) {
    let year: Int? =
      switch other {
      case .day(let year, _, _), .month(let year, _): year
      default: nil
      }
    switch self {
    case .day(nil, let month, let day): self = .day(year: year, month: month, day: day)
    case .month(nil, let month): self = .month(year: year, month: month)
    default: break
    }
  }
}
