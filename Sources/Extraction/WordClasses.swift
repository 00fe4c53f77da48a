// What a word can do in a sentence.

/// The sections of the word lists that a word stands in.
struct WordClasses: OptionSet, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(_ section: Section) { self.init(rawValue: 1 << UInt64(section.index)) }

  /// The class of a section's name; nil for a name that no rule asks for.
  init?(section name: Substring) {
    guard let section = Section(rawValue: String(name)) else { return nil }
    self.init(section)
  }

  private enum Section: String, CaseIterable {
    case determiner, possessive, relative, auxiliary, negation, preposition, conjunction, adverb
    case subordinator, function, month, weekday, timeunit, number, tens, magnitude, direction
    case he = "pronoun.he"
    case she = "pronoun.she"
    case they = "pronoun.they"
    case otherPronoun = "pronoun.other"
    case pluralMagnitude = "plural.magnitude"
    case placeNoun = "place.noun"
    case placeRegion = "place.region"
    case placePart = "place.part"
    case placeSpot = "place.spot"
    case organisationHead = "organisation.head"
    case knownOrganisation = "organisation.known"
    case title, role
    case femaleRole = "role.female"
    case maleRole = "role.male"
    case roleBefore = "role.before"
    case collective, abbreviation, cue
    case bareCue = "cue.bare"
    case infinitiveCue = "cue.infinitive"
    case objectCue = "cue.object"
    case nounCue = "cue.noun"
    case hypothetical
    case credit
    case maleName = "male"
    case femaleName = "female"
    case eitherName = "either"
    case ordinary
    case countryWord = "country"
    case force
    case controlTake = "control.take"
    case controlRetake = "control.retake"
    case controlHold = "control.hold"
    case controlEnter = "control.enter"
    case controlMove = "control.move"
    case controlNoun = "control.noun"
    case controlHands = "control.hands"
    case controlContest = "control.contest"
    case extent
    case dayWord = "time.day"
    case lastingEvent = "event.lasting"
    case countedNoun = "counted"
    case equipment, measure
    case figureVerb = "figure"
    case figureNoun = "figure.noun"

    static let indexes = Dictionary(
      uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    var index: Int { Self.indexes[self] ?? 0 }
  }

  static let determiner = Self(.determiner)
  static let possessive = Self(.possessive)
  static let relative = Self(.relative)
  static let auxiliary = Self(.auxiliary)
  static let negation = Self(.negation)
  static let preposition = Self(.preposition)
  static let conjunction = Self(.conjunction)
  static let adverb = Self(.adverb)
  static let subordinator = Self(.subordinator)
  /// Words that stand in any text, whatever it tells.
  static let function = Self(.function)
  static let month = Self(.month)
  static let weekday = Self(.weekday)
  static let timeUnit = Self(.timeunit)
  static let number = Self(.number)
  static let tens = Self(.tens)
  static let magnitude = Self(.magnitude)
  static let pluralMagnitude = Self(.pluralMagnitude)
  static let direction = Self(.direction)
  static let he = Self(.he)
  static let she = Self(.she)
  static let they = Self(.they)
  static let otherPronoun = Self(.otherPronoun)
  static let pronoun: Self = [.he, .she, .they, .otherPronoun]
  static let placeNoun = Self(.placeNoun)
  static let placeRegion = Self(.placeRegion)
  static let placePart = Self(.placePart)
  static let placeSpot = Self(.placeSpot)
  static let organisationHead = Self(.organisationHead)
  static let knownOrganisation = Self(.knownOrganisation)
  static let title = Self(.title)
  static let role = Self(.role)
  static let femaleRole = Self(.femaleRole)
  static let maleRole = Self(.maleRole)
  static let roleBefore = Self(.roleBefore)
  static let collective = Self(.collective)
  static let abbreviation = Self(.abbreviation)
  static let cue = Self(.cue)
  static let bareCue = Self(.bareCue)
  static let infinitiveCue = Self(.infinitiveCue)
  static let objectCue = Self(.objectCue)
  static let nounCue = Self(.nounCue)
  static let hypothetical = Self(.hypothetical)
  static let credit = Self(.credit)
  static let maleName = Self(.maleName)
  static let femaleName = Self(.femaleName)
  static let eitherName = Self(.eitherName)
  static let givenName: Self = [.maleName, .femaleName, .eitherName]
  /// An English word that is also the name of a place.
  static let ordinary = Self(.ordinary)
  /// First word of an adjective of a country or of a seat of government.
  static let countryWord = Self(.countryWord)
  /// Who fights: forces, rebels.
  static let force = Self(.force)
  static let controlTake = Self(.controlTake)
  static let controlRetake = Self(.controlRetake)
  static let controlHold = Self(.controlHold)
  static let controlEnter = Self(.controlEnter)
  static let controlMove = Self(.controlMove)
  static let controlNoun = Self(.controlNoun)
  static let controlHands = Self(.controlHands)
  static let controlContest = Self(.controlContest)
  static let controlVerb: Self = [
    .controlTake, .controlRetake, .controlHold, .controlEnter, .controlMove,
  ]
  static let extent = Self(.extent)
  /// Words that name a day or time of day by themselves: yesterday, noon.
  static let dayWord = Self(.dayWord)
  /// What lasts long enough that other things are said to be before, during or since it.
  static let lastingEvent = Self(.lastingEvent)
  /// People that reports count.
  static let countedNoun = Self(.countedNoun)
  /// Arms and vehicles that reports count.
  static let equipment = Self(.equipment)
  static let measure = Self(.measure)
  /// What happens to the counted: killed, fled, missing.
  static let figureVerb = Self(.figureVerb)
  static let figureNoun = Self(.figureNoun)
}

extension WordClasses {
  /// True where the two share a class.
  @inline(__always)
  func has(_ others: WordClasses) -> Bool { rawValue & others.rawValue != 0 }
}
