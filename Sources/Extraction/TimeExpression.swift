// A time as the words give it, before it is counted from a day.

/// What the words mean; numbers of months and weekdays begin with 1.
enum TimeExpression: Equatable {
  case day(year: Int?, month: Int, day: Int)
  case month(year: Int?, month: Int)
  case year(Int)
  /// Ten years from this one.
  case decade(Int)
  case season(TimeUnit, year: Int?)
  case weekday(Int)
  /// So many days from the day of publication.
  case today(Int)
  /// The unit of the calendar so many from the present one: last week is -1.
  case calendar(TimeUnit, Int)
  case ago(Int, TimeUnit, TimeBound)
  /// So many units up to the day of publication.
  case past(Int, TimeUnit)
  case coming(Int, TimeUnit)
  /// A duration, or what counts from another time than that of publication.
  case vague(TimeUnit)
  case clock
  case unknown

  /// It can be resolved once the day of publication is known.
  var isRelative: Bool {
    switch self {
    case .day(let year, _, _), .month(let year, _), .season(_, let year): year == nil
    case .weekday, .today, .calendar, .past, .coming: true
    case .ago(_, let unit, _): unit.length(1) != nil
    case .year, .decade, .vague, .clock, .unknown: false
    }
  }

  var precision: DateMention.Precision {
    switch self {
    case .day, .weekday, .today: .day
    case .month, .season: .month
    case .year, .decade: .year
    case .calendar(let unit, _), .vague(let unit): unit.precision
    case .ago(_, let unit, _), .past(_, let unit), .coming(_, let unit):
      // Nobody counts a day's hours from a day.
      unit.precision == .minute ? .day : unit.precision
    case .clock: .minute
    case .unknown: .unknown
    }
  }

  /// A day of the calendar, so that a time of day can stand with it.
  var isDay: Bool {
    switch self {
    case .day, .weekday, .today: true
    default: false
    }
  }
}

/// Which side of a count a time lies on: about it, nearer or farther.
enum TimeBound { case about, within, beyond }

/// Which of the days that bear a name is meant.
enum TimeSense {
  /// The last one up to the day of publication.
  case latest
  /// The last one before it: “last”.
  case before
  /// The one of the present year or week: “this”.
  case current
  /// The first one from the day of publication on.
  case coming
  /// The first one after it: “next”.
  case after
}

/// The part of a time that is meant.
enum TimePart: Equatable { case early, middle, late, earlier, later, firstHalf, secondHalf }

/// How what is told stands to the time that is named.
enum TimeRelation: Equatable { case at, since, until, before }
