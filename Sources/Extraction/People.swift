// The persons of a text: full names, roles, later mentions.

struct Person {
  enum Gender { case female, male }

  /// Tokens of the fullest name.
  var name: Range<Int>
  var gender: Gender?
  var role: String?
  /// Tokens of an organisation, or of the adjective of a country.
  var affiliation: Range<Int>?

  /// A forename or a role says so, not capitals alone.
  func isSure(_ text: Text) -> Bool {
    role != nil || text.tokens[name.lowerBound].is(.givenName)
  }
}

/// A name that means a person.
struct Mention {
  /// The first token of the name, titles included.
  let token: Int
  let person: Int
}

/// Everyone whom a text names with at least a name and a surname, and who later words mean.
struct People {
  private(set) var all: [Person] = []
  /// Index of the person that a name means; -1 for none. By index of `Names.all`.
  private(set) var ofName: [Int32]
  /// In the order of the text.
  private(set) var mentions: [Mention] = []
  private var bySurname: [ArraySlice<UInt8>: Int] = [:]

  init(_ text: Text, _ names: Names) {
    ofName = [Int32](repeating: -1, count: names.all.count)
    for index in names.all.indices { introduce(index, text, names) }
    for index in names.all.indices where ofName[index] < 0 { link(index, text, names) }
    for (index, name) in names.all.enumerated() where ofName[index] >= 0 {
      mentions.append(Mention(token: name.whole.lowerBound, person: Int(ofName[index])))
    }
  }

  private mutating func introduce(_ index: Int, _ text: Text, _ names: Names) {
    let name = names.all[index]
    guard name.kind != .organisation, name.tokens.count > 1 || name.titles != nil,
      !Self.isWhere(name, text), !Self.isPlace(name, text)
    else { return }
    let surname = Self.surname(name, text)
    if let known = bySurname[surname], isSame(all[known], name, text) {
      meet(known, index, name, text, names)
    } else {
      bySurname[surname] = all.count
      all.append(Person(name: name.tokens))
      meet(all.count - 1, index, name, text, names)
    }
  }

  /// “from ‹El Fasher›”: where something is, unless a forename or a title says otherwise.
  private static func isWhere(_ name: Name, _ text: Text) -> Bool {
    name.kind == .unknown && name.titles == nil && name.tokens.lowerBound > 0
      && (text.word(name.tokens.lowerBound - 1, in: .scene)
        || text.word(name.tokens.lowerBound - 1, isOneOf: "at", "from", "to"))
      && !text.word(name.tokens.lowerBound - 2, isOneOf: "according")
  }

  /// “Guernsey County Sheriff”, “Rivers Avenue”, “South Arlington”, “R-Salem”
  private static func isPlace(_ name: Name, _ text: Text) -> Bool {
    guard name.kind == .unknown, name.titles == nil else { return false }
    let first = text.tokens[name.tokens.lowerBound]
    return text.tokens[name.tokens.upperBound - 1].is([.placeRegion, .placeNoun, .placeSpot, .role])
      || first.is(.direction) || first.range.count == 1 && !first.shape.contains(.dotted)
  }

  /// A surname alone, or a forename alone.
  private mutating func link(_ index: Int, _ text: Text, _ names: Names) {
    let name = names.all[index]
    guard name.tokens.count == 1, name.kind != .organisation,
      let known = bySurname[text.stem(of: name.tokens.lowerBound)]
    else { return }
    ofName[index] = Int32(known)
  }

  private mutating func meet(
    _ known: Int, _ index: Int, _ name: Name, _ text: Text, _ names: Names
  ) {
    ofName[index] = Int32(known)
    if name.tokens.count > all[known].name.count { all[known].name = name.tokens }
    let description = Roles.describe(name, text, names)
    if all[known].role == nil {
      all[known].role = description.role
      all[known].affiliation = description.affiliation
    }
    all[known].gender = all[known].gender ?? Self.gender(name, description.gender, text)
  }

  /// “Clinton” of “Hillary Clinton”; not “Bill Clinton” when she was met first.
  private func isSame(_ person: Person, _ name: Name, _ text: Text) -> Bool {
    guard person.name.count > 1, name.tokens.count > 1 else { return true }
    return text.stem(of: person.name.lowerBound) == text.stem(of: name.tokens.lowerBound)
  }

  private static func surname(_ name: Name, _ text: Text) -> ArraySlice<UInt8> {
    var last = name.tokens.upperBound - 1
    if last > name.tokens.lowerBound,
      text.word(last, isOneOf: "jr", "jr.", "sr", "sr.", "ii", "iii")
    {
      last -= 1
    }
    return text.stem(of: last)
  }

  /// “spokesman Hope Hicks”: the forename says more than the role.
  private static func hasFemaleForename(_ name: Name, _ text: Text) -> Bool {
    let first = text.tokens[name.tokens.lowerBound]
    return name.tokens.count > 1 && first.is(.femaleName) && !first.is(.maleName)
  }

  private static func gender(
    _ name: Name, _ ofRole: Person.Gender?, _ text: Text
  ) -> Person.Gender? {
    if let ofRole, ofRole == .female || !hasFemaleForename(name, text) {
      return ofRole
    }
    if let titles = name.titles, let last = titles.last {
      if text.word(last, isOneOf: "mr.", "mr", "sir", "lord", "king", "prince") { return .male }
      if text.word(last, isOneOf: "mrs.", "ms.", "mrs", "ms", "miss", "lady", "queen", "princess") {
        return .female
      }
    }
    guard name.tokens.count > 1 else { return nil }
    let first = text.tokens[name.tokens.lowerBound]
    if first.is(.maleName) { return first.is(.femaleName) ? nil : .male }
    return first.is(.femaleName) ? .female : nil
  }
}

extension People {
  /// The person that a name of `Names.all` means.
  func person(_ name: Int) -> Person? { ofName[name] < 0 ? nil : all[Int(ofName[name])] }

  /// How many mentions back words can mean somebody; a report has some dozens.
  private static let reach = 500

  /// The person mentioned last before a token whose gender a pronoun can mean.
  func last(before token: Int, _ gender: Person.Gender?) -> Int? {
    var best: (rank: Int, person: Int)?
    for mention in mentions(before: token) {
      if let best, mention.token < best.rank { break }
      let own = all[mention.person].gender
      if let gender, let own, own != gender { continue }
      let isSure = own != nil || gender == nil
      let rank = isSure ? mention.token : mention.token - 60
      if let best, rank < best.rank || rank == best.rank && !isSure { continue }
      best = (rank, mention.person)
    }
    return best?.person
  }

  /// The person whom a text has given a role, nearest before a token.
  func last(before token: Int, role: String, matches: (Person) -> Bool) -> Int? {
    let suffix = " " + role
    return mentions(before: token).first { mention in
      let person = all[mention.person]
      guard let own = person.role, own == role || own.hasSuffix(suffix) else { return false }
      return matches(person)
    }?.person
  }

  /// Whether a person is mentioned in the tokens before one, at most so many back.
  func isMentioned(_ person: Int, before token: Int, within distance: Int) -> Bool {
    mentions(before: token).prefix { token - $0.token < distance }.contains { $0.person == person }
  }

  /// The mentions before a token, the nearest first, as far as words reach.
  private func mentions(before token: Int) -> ReversedCollection<ArraySlice<Mention>> {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return mentions[max(0, low - Self.reach)..<low].reversed()
  }
}
