// A stretch of time as it is asked for: OGC API Features' `datetime`, with ISO 8601 durations.

/// A half-open stretch of time; nil is an open end. Seconds since 1970.
package struct Period: Equatable, Sendable {
  package let start: Int64?
  package let end: Int64?
  /// Whether it was counted from now, so that it means another stretch in a minute.
  package let isRelative: Bool

  package init(start: Int64?, end: Int64?, isRelative: Bool = false) {
    self.start = start
    self.end = end
    self.isRelative = isRelative
  }

  /// The forms that are read, for messages.
  package static let forms =
    "2024, 2024-10, 2024-10-07, 2024-10-07T12:00:00Z, 2024-10-01/2024-10-31, 2024-10-01/.., "
    + "../2024-10-31 or P7D/.. (P2W, PT12H)"

  package func contains(_ second: Int64) -> Bool {
    second >= start ?? .min && second < end ?? .max
  }

  /// The first and the last day that it touches, in days since 1970.
  package var days: (first: Int64?, last: Int64?) {
    (
      start.map { $0.divided(by: 86_400).quotient },
      end.map { ($0 - 1).divided(by: 86_400).quotient }
    )
  }

  /// Reads one moment, meant whole, or two ends with a slash between them. An end may be `..` or
  /// empty (open), a moment, or a duration (`P7D`, `PT12H`) counted back or forward from the other
  /// end; a duration beside an open end counts back from `now`.
  package init?(_ text: String, now: Int64) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    switch ends.count {
    case 1:
      guard let moment = Moment(text) else { return nil }
      self.init(start: moment.start, end: moment.end)
    case 2:
      guard let first = End(ends[0]), let last = End(ends[1]) else { return nil }
      self.init(from: first, to: last, now: now)
    default:
      return nil
    }
    if let start, let end, start >= end { return nil }
  }

  private init?(from first: End, to last: End, now: Int64) {
    switch (first, last) {
    case (.open, .open): return nil
    case (.duration, .duration), (.open, .duration): return nil
    case (.duration(let length), .open):
      self.init(start: now - length, end: nil, isRelative: true)
    case (.duration(let length), .moment(let moment)):
      self.init(start: moment.end - length, end: moment.end)
    case (.moment(let moment), .duration(let length)):
      self.init(start: moment.start, end: moment.start + length)
    default:
      self.init(start: first.moment?.start, end: last.moment?.end)
    }
  }

  private enum End {
    case open
    case moment(Moment)
    case duration(Int64)

    init?(_ text: String) {
      if text.isEmpty || text == ".." {
        self = .open
      } else if let moment = Moment(text) {
        self = .moment(moment)
      } else if let seconds = secondsOfDuration(text) {
        self = .duration(seconds)
      } else {
        return nil
      }
    }

    var moment: Moment? {
      if case .moment(let moment) = self { moment } else { nil }
    }
  }
}

/// Seconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds. Months and years,
/// whose length differs, are not read.
private func secondsOfDuration(_ text: String) -> Int64? {
  let parts = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
  guard text.first == "P", parts.count <= 2, parts.last?.isEmpty == false,
    let days = seconds(of: parts[0], in: [("W", 604_800), ("D", 86_400)]),
    let time = seconds(of: parts.dropFirst().first ?? "", in: [("H", 3600), ("M", 60), ("S", 1)])
  else { return nil }
  return days + time > 0 ? days + time : nil
}

/// The sum of numbers with units behind them, each unit once at most and in this order.
private func seconds(of text: Substring, in units: [(name: Character, seconds: Int64)]) -> Int64? {
  var seconds: Int64 = 0
  var number = ""
  var units = units[...]
  for character in text {
    if character.isASCII, character.isNumber {
      number.append(character)
    } else if let index = units.firstIndex(where: { $0.name == character }),
      let count = Int64(number), number.count <= 6
    {
      seconds += count * units[index].seconds
      units = units[(index + 1)...]
      number = ""
    } else {
      return nil
    }
  }
  return number.isEmpty ? seconds : nil
}
