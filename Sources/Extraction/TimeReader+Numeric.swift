// Dates in digits, and times of day.

extension TimeReader {
  /// 2024-10-07, 2024-10-07T09:30Z, 24/02/2022, 24.02.2022.
  func numericDate(at index: Int) -> TimePhrase? {
    guard let first = token(index), first.kind == .number else { return nil }
    return iso(at: index) ?? slashed(at: index) ?? dotted(first, index)
  }

  private func iso(at index: Int) -> TimePhrase? {
    guard let year = plainYear(at: index), kind(index + 1) == .hyphen,
      let month = digits(index + 2), month.isPlain(2...2), 1...12 ~= month.value
    else { return nil }
    guard kind(index + 3) == .hyphen, let token = token(index + 4), token.kind == .number else {
      // 2009-10 is two years, 2024-10 is a month.
      guard month.value != (year + 1) % 100 else { return nil }
      return TimePhrase(index..<(index + 3), .month(year: year, month: month.value))
    }
    let day = Digits(Int(token.start)..<min(Int(token.start) + 2, Int(token.end)), text.bytes)
    guard let day, day.isPlain(2...2), 1...31 ~= day.value else { return nil }
    let expression = TimeExpression.day(year: year, month: month.value, day: day.value)
    var end = index + 5
    guard token.range.count > 2 else { return TimePhrase(index..<end, expression) }
    while kind(end) == .colon, kind(end + 1) == .number, touches(end + 1) { end += 2 }
    var phrase = TimePhrase(index..<end, expression)
    phrase.precision = .minute
    return phrase
  }

  private func slashed(at index: Int) -> TimePhrase? {
    guard isSlash(index + 1), isSlash(index + 3), let first = digits(index),
      let second = digits(index + 2), let third = digits(index + 4), first.isPlain(1...4),
      second.isPlain(1...2), third.isPlain(1...4)
    else { return nil }
    let tokens = index..<(index + 5)
    if first.length == 4 { return numeric(tokens, first.value, second.value, third.value) }
    guard third.length == 4 || third.length == 2 && first.length == 2 else { return nil }
    let year = third.length == 4 ? third.value : 2000 + third.value
    switch (first.value, second.value) {
    case (13...31, 1...12): return numeric(tokens, year, second.value, first.value)
    case (1...12, 13...31): return numeric(tokens, year, first.value, second.value)
    case (1...12, 1...12):
      if first.value == second.value { return numeric(tokens, year, first.value, first.value) }
      return TimePhrase(tokens, .unknown)
    default: return nil
    }
  }

  private func isSlash(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .symbol, token.range.count == 1 else {
      return false
    }
    return text.bytes[Int(token.start)] == 0x2F && touches(index) && touches(index + 1)
  }

  private func numeric(_ tokens: Range<Int>, _ year: Int, _ month: Int, _ day: Int) -> TimePhrase? {
    guard 1000...2199 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
    return TimePhrase(tokens, .day(year: year, month: month, day: day))
  }

  /// Day first, as wherever stops are used.
  private func dotted(_ token: Token, _ index: Int) -> TimePhrase? {
    guard 8...10 ~= token.range.count else { return nil }
    let parts = text.bytes[token.range].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4,
      let day = Digits(parts[0].indices, text.bytes), day.isPlain(1...2),
      let month = Digits(parts[1].indices, text.bytes), month.isPlain(1...2),
      let year = Digits(parts[2].indices, text.bytes), year.isPlain(4...4)
    else { return nil }
    return numeric(index..<(index + 1), year.value, month.value, day.value)
  }

  // MARK: - 10:30 a.m.

  /// A time of day, with the day if it stands behind.
  func clock(at index: Int) -> TimePhrase? {
    guard let end = clockEnd(at: index) else { return nil }
    var phrase = TimePhrase(index..<end, .clock)
    let next = word(end, "on") || kind(end) == .comma ? end + 1 : end
    if let day = calendar(at: next) ?? dayWord(at: next), day.expression.isDay {
      phrase = day
      phrase.tokens = index..<day.tokens.upperBound
      phrase.precision = .minute
    }
    return phrase
  }

  func clockEnd(at index: Int) -> Int? {
    if word(index, "noon", "midnight", "midday") { return index + 1 }
    guard let hour = digits(index), hour.length <= 4, !hour.hasCommas else { return nil }
    if hour.suffix.count == 2, isHalf(text.bytes[hour.suffix]) {
      return hour.value < 1300 ? zoneEnd(index + 1) : nil
    }
    guard hour.suffix.isEmpty else { return nil }
    var end = index + 1
    var hasMinutes = hour.decimals == 2 && hour.value < 2400
    if kind(end) == .colon, touches(end), touches(end + 1), let minutes = digits(end + 1),
      minutes.length == 2, minutes.value < 60, hour.value < 24, hour.decimals == 0
    {
      if minutes.suffix.count == 2, isHalf(text.bytes[minutes.suffix]) { return zoneEnd(end + 2) }
      guard minutes.suffix.isEmpty else { return nil }
      hasMinutes = true
      end += 2
    }
    if word(end, "am", "pm", "a.m.", "p.m.", "a.m", "p.m"), hour.length <= 2 || hasMinutes {
      return zoneEnd(end + 1)
    }
    if hour.length <= 2, kind(end) == .word, word(end, "o’clock", "o'clock") { return end + 1 }
    if hasMinutes || hour.isPlain(4...4), isZone(end) { return zoneEnd(end) }
    let isClock =
      hasMinutes && hour.decimals == 0
      && word(index - 1, "at", "by", "around", "until", "since", "about", "from", "before", "after")
    return isClock ? end : nil
  }

  private func isHalf(_ suffix: ArraySlice<UInt8>) -> Bool {
    suffix.elementsEqual("am".utf8) || suffix.elementsEqual("pm".utf8)
  }

  func isZone(_ index: Int) -> Bool {
    word(index, "gmt", "utc", "est", "edt", "cet", "cest", "eet", "eest", "bst", "hrs")
  }

  /// Behind the zone, if there is one.
  private func zoneEnd(_ index: Int) -> Int {
    if isZone(index) { return index + 1 }
    if let token = token(index), token.shape.contains(.capitals), word(index, "et", "pt", "ct") {
      return index + 1
    }
    if word(index, "local", "eastern", "moscow", "kyiv"), word(index + 1, "time") {
      return index + 2
    }
    return index
  }

  // MARK: - Yesterday

  func dayWord(at index: Int) -> TimePhrase? {
    guard has(index, .dayWord) else { return nil }
    let offset: Int
    if word(index, "yesterday") {
      offset = -1
    } else if word(index, "tomorrow") {
      offset = 1
    } else if word(index, "today", "tonight", "overnight") {
      offset = 0
    } else {
      return nil
    }
    if kind(index + 1) == .hyphen || isName(index + 1) && isName(index) { return nil }
    if word(index, "overnight"), has(index - 1, .determiner) || has(index + 1, .countedNoun) {
      return nil
    }
    return TimePhrase(index..<(index + 1), .today(offset))
  }
}
