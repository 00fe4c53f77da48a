// Counted and pointed-at units of time: two months ago, for a decade, over the past week.

/// How many units are meant.
private enum Count: Equatable {
  case none
  case number(Int)
  /// A few, several, dozens of.
  case some
}

extension TimeReader {
  /// The expression whose unit stands at a token.
  func counted(at index: Int) -> TimePhrase? {
    guard let unit = timeUnit(index), kind(index - 1) != .hyphen, kind(index + 1) != .hyphen,
      isLower(index) || isPlural(index) && isFirstWord(index) || unit.firstMonth != nil
    else { return nil }
    if unit.firstMonth != nil { return season(unit, at: index) }
    var start = index
    if word(
      start - 1, "full", "whole", "entire", "long", "consecutive", "straight", "successive", "more",
      "other", "additional")
    {
      start -= 1
    }
    let count = takeCount(&start)
    let hasHalf = word(index + 1, "and") && word(index + 2, "a") && word(index + 3, "half")
    let after = hasHalf ? index + 4 : index + 1
    return ago(unit, count, start, index, after) ?? later(unit, count, start, index, after)
      ?? pointed(unit, count, start, index, after) ?? lasting(unit, count, start, index, after)
  }

  private func timeUnit(_ index: Int) -> TimeUnit? {
    word(index, "fall") ? .autumn : unit(index)
  }

  private func isFirstWord(_ index: Int) -> Bool { index == sentence.lowerBound }

  // MARK: - How many

  private func takeCount(_ start: inout Int) -> Count {
    if let numeral = Numeral.ending(before: start, from: bounds.lowerBound, text) {
      start = numeral.tokens.lowerBound
      takeLowerEnd(&start)
      return .number(numeral.value)
    }
    if word(start - 1, "a", "an", "another") {
      start -= 1
      return .number(1)
    }
    let isOf = word(start - 1, "of")
    let noun = isOf ? start - 2 : start - 1
    let isTwo = word(noun, "couple")
    guard
      isTwo || isOf && has(noun, .pluralMagnitude)
        || !isOf && word(noun, "few", "several", "many", "some", "numerous", "multiple")
    else { return .none }
    start = noun
    if word(start - 1, "a") { start -= 1 }
    return isTwo ? .number(2) : .some
  }

  /// “two or” of “two or three days”.
  private func takeLowerEnd(_ start: inout Int) {
    let index = start - 1
    guard kind(index) == .dash || kind(index) == .hyphen || word(index, "or", "to"),
      let lower = Numeral.ending(before: index, from: bounds.lowerBound, text)
    else { return }
    start = lower.tokens.lowerBound
  }

  /// Words such as “less than” before a count.
  private func takeBound(_ start: inout Int, isAgo: Bool) -> TimeBound {
    var bound = TimeBound.about
    for _ in 0..<4 {
      let last = start - 1
      if word(last, "than"), word(last - 1, "less", "fewer", "more", "longer") {
        bound = word(last - 1, "less", "fewer") ? .within : .beyond
        start -= 2
        if word(start - 1, "no", "not", "little", "much", "slightly") { start -= 1 }
      } else if word(last, "least"), word(last - 1, "at") {
        bound = .beyond
        start -= 2
      } else if word(last, "to"), word(last - 1, "up", "close") {
        start -= 2
      } else if word(last, "over", "under"), isAgo || has(last - 1, .preposition) {
        bound = word(last, "over") ? .beyond : .within
        start -= 1
      } else if word(
        last, "nearly", "almost", "about", "around", "roughly", "approximately", "just", "only",
        "some", "exactly", "barely", "well")
      {
        start -= 1
      } else {
        break
      }
    }
    return bound
  }

  // MARK: - Ago, later

  private func ago(
    _ unit: TimeUnit, _ count: Count, _ start: Int, _ index: Int, _ after: Int
  ) -> TimePhrase? {
    guard word(after, "ago"), count != .none || isPlural(index) else { return nil }
    var start = start
    let bound = takeBound(&start, isAgo: true)
    var phrase = TimePhrase(start..<(after + 1), .vague(unit))
    if case .number(let count) = count { phrase.expression = .ago(count, unit, bound) }
    return qualified(phrase)
  }

  /// “three days later”, “the day after”: counted from another time.
  private func later(
    _ unit: TimeUnit, _ count: Count, _ start: Int, _ index: Int, _ after: Int
  ) -> TimePhrase? {
    guard word(after, "later", "earlier", "before", "after", "afterwards", "beforehand", "prior"),
      unit != .second || isPlural(index)
    else { return nil }
    var start = start
    if count == .none, word(start - 1, "the") {
      start -= 1
    } else {
      guard count != .none || isPlural(index) else { return nil }
      _ = takeBound(&start, isAgo: true)
    }
    return qualified(TimePhrase(start..<(after + 1), .vague(unit)))
  }

  // MARK: - This, last, next

  private func pointed(
    _ unit: TimeUnit, _ count: Count, _ start: Int, _ index: Int, _ after: Int
  ) -> TimePhrase? {
    let pointer = start - 1
    let hasArticle = word(pointer - 1, "the", "this", "these")
    let expression: TimeExpression?
    if word(pointer, "last", "past") {
      let isPast = hasArticle || word(pointer, "past")
      expression = isPast ? past(unit, count, index, after) : last(unit, count, index)
    } else if word(pointer, "next", "coming", "upcoming") {
      expression = next(unit, count, index, hasArticle)
    } else if word(pointer, "this", "current") {
      expression = this(unit, count, index)
    } else if word(pointer, "previous", "following", "preceding", "same", "that", "recent") {
      expression = isFine(unit, index) && !word(after, "of") ? .vague(unit) : nil
    } else {
      return nil
    }
    guard let expression else { return nil }
    let takesArticle = hasArticle && !word(pointer, "this", "that")
    return qualified(TimePhrase((takesArticle ? pointer - 1 : pointer)..<after, expression))
  }

  /// “Last minute” and “this second” are no times.
  private func isFine(_ unit: TimeUnit, _ index: Int) -> Bool {
    unit != .second && unit != .minute || isPlural(index)
  }

  private func last(_ unit: TimeUnit, _ count: Count, _ index: Int) -> TimeExpression? {
    guard isFine(unit, index) else { return nil }
    if case .number(let count) = count { return .past(count, unit) }
    if count == .some { return .vague(unit) }
    guard !isPlural(index), unit != .day, unit != .hour else { return nil }
    return unit.isPartOfDay ? .today(-1) : .calendar(unit, -1)
  }

  private func past(
    _ unit: TimeUnit, _ count: Count, _ index: Int, _ after: Int
  ) -> TimeExpression? {
    if word(after, "of") || !isFine(unit, index) { return nil }
    if case .number(let count) = count { return .past(count, unit) }
    if count == .some || isPlural(index) { return .vague(unit) }
    return word(index - 1, "last") && unit == .day ? nil : .past(1, unit)
  }

  private func next(
    _ unit: TimeUnit, _ count: Count, _ index: Int, _ hasArticle: Bool
  ) -> TimeExpression? {
    guard isFine(unit, index) else { return nil }
    if case .number(let count) = count { return .coming(count, unit) }
    if count == .some || isPlural(index) { return .vague(unit) }
    if hasArticle || unit == .day || unit.isPartOfDay {
      return unit == .day || unit.isPartOfDay ? .vague(unit) : .coming(1, unit)
    }
    return .calendar(unit, 1)
  }

  private func this(_ unit: TimeUnit, _ count: Count, _ index: Int) -> TimeExpression? {
    guard count == .none, !isPlural(index), isFine(unit, index) else { return nil }
    if unit.isPartOfDay { return .today(0) }
    return unit == .day || unit == .hour ? nil : .calendar(unit, 0)
  }

  // MARK: - For a decade

  private func lasting(
    _ unit: TimeUnit, _ count: Count, _ start: Int, _ index: Int, _ after: Int
  ) -> TimePhrase? {
    if count == .none, !isPlural(index) { return withArticle(unit, start, after) }
    guard count != .number(1) || isFine(unit, index), !word(after, "old", "of age") else {
      return nil
    }
    var start = start
    _ = takeBound(&start, isAgo: false)
    guard
      word(
        start - 1, "for", "over", "in", "during", "within", "throughout", "after", "through",
        "until",
        "across")
    else { return nil }
    if count == .number(1), !isPlural(index), describes(after) { return nil }
    return TimePhrase((start - 1)..<after, .vague(unit))
  }

  /// “a night raid”: what stands behind the unit is the noun.
  private func describes(_ after: Int) -> Bool {
    isLower(after)
      && !has(
        after,
        [.function, .preposition, .conjunction, .auxiliary, .adverb, .relative, .determiner, .cue])
  }

  /// “over the weekend”, “by the end of the year”, “later in the week”.
  private func withArticle(_ unit: TimeUnit, _ start: Int, _ after: Int) -> TimePhrase? {
    guard word(start - 1, "the") else { return nil }
    let isPart = word(start - 2, "of") && isPartNoun(start - 3)
    let isTold =
      word(start - 2, "in", "during") && word(start - 3, "earlier", "later", "late", "early")
    guard unit == .weekend || isPart || isTold else { return nil }
    let isOfDay = unit.precision == .day && unit != .weekend || unit.precision == .minute
    let phrase = TimePhrase((start - 1)..<after, isOfDay ? .vague(unit) : .calendar(unit, 0))
    return qualified(phrase)
  }

  // MARK: - Last summer

  private func season(_ season: TimeUnit, at index: Int) -> TimePhrase? {
    let next = word(index + 1, "of") ? index + 2 : index + 1
    if let year = plainYear(at: next), !isCounted(next + 1) {
      let start = word(index - 1, "the") ? index - 1 : index
      return qualified(TimePhrase(start..<(next + 1), .season(season, year: year)))
    }
    guard isLower(index), !isPlural(index) else { return nil }
    var phrase = TimePhrase(index..<(index + 1), .season(season, year: nil))
    if word(index - 1, "this", "last", "next", "past") { return qualified(phrase) }
    guard word(index - 1, "the"), word(index - 2, "in", "during", "since", "over"),
      season != .autumn || !word(index, "fall"),
      kind(index + 1) != .word || has(index + 1, .function)
    else { return nil }
    phrase.tokens = (index - 1)..<(index + 1)
    return qualified(phrase)
  }
}
