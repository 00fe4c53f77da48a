// The persons of a text: full names, roles, later mentions.

struct Person {
  enum Gender { case female, male }

  /// Tokens of the fullest name.
  var name: Range<Int>
  var gender: Gender?
  var role: String?
  /// Tokens of an organisation, or of the adjective of a country.
  var affiliation: Range<Int>?
  /// First tokens of all mentions, in order.
  var mentions: [Int]
}

/// Everyone whom a text names with at least a name and a surname, and who later words mean.
struct People {
  private(set) var all: [Person] = []
  /// Index of the person that a name means; -1 for none. By index of `Names.all`.
  private(set) var ofName: [Int32]
  private var bySurname: [ArraySlice<UInt8>: Int] = [:]

  init(_ text: Text, _ names: Names) {
    ofName = [Int32](repeating: -1, count: names.all.count)
    for index in names.all.indices { introduce(index, text, names) }
    for index in names.all.indices where ofName[index] < 0 { link(index, text, names) }
    for index in all.indices { all[index].mentions.sort() }
  }

  private mutating func introduce(_ index: Int, _ text: Text, _ names: Names) {
    let name = names.all[index]
    guard name.kind != .organisation, name.tokens.count > 1 || name.titles != nil else { return }
    let surname = Self.surname(name, text)
    if let known = bySurname[surname], isSame(all[known], name, text) {
      meet(known, index, name, text, names)
    } else {
      bySurname[surname] = all.count
      all.append(Person(name: name.tokens, mentions: []))
      meet(all.count - 1, index, name, text, names)
    }
  }

  /// A surname alone, or a forename alone.
  private mutating func link(_ index: Int, _ text: Text, _ names: Names) {
    let name = names.all[index]
    guard name.tokens.count == 1, name.kind != .organisation,
      let known = bySurname[text.bytes[text.range(name.tokens)]]
    else { return }
    ofName[index] = Int32(known)
    all[known].mentions.append(name.whole.lowerBound)
  }

  private mutating func meet(
    _ known: Int, _ index: Int, _ name: Name, _ text: Text, _ names: Names
  ) {
    ofName[index] = Int32(known)
    all[known].mentions.append(name.whole.lowerBound)
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
    return text.bytes[text.tokens[person.name.lowerBound].range]
      == text.bytes[text.tokens[name.tokens.lowerBound].range]
  }

  private static func surname(_ name: Name, _ text: Text) -> ArraySlice<UInt8> {
    var last = name.tokens.upperBound - 1
    if last > name.tokens.lowerBound,
      text.word(last, isOneOf: "jr", "jr.", "sr", "sr.", "ii", "iii")
    {
      last -= 1
    }
    return text.bytes[text.tokens[last].range]
  }

  private static func gender(
    _ name: Name, _ ofRole: Person.Gender?, _ text: Text
  ) -> Person.Gender? {
    if let ofRole { return ofRole }
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
  /// The person mentioned last before a token whose gender a pronoun can mean.
  func last(before token: Int, _ gender: Person.Gender?) -> Int? {
    var best: (mention: Int, person: Int)?
    for (index, person) in all.enumerated() {
      if let gender, let own = person.gender, own != gender { continue }
      guard let mention = person.mentions.last(where: { $0 < token }) else { continue }
      let isSure = person.gender != nil || gender == nil
      let rank = isSure ? mention : mention - 60
      if rank > best?.mention ?? .min { best = (rank, index) }
    }
    return best?.person
  }

  /// The person whom a text has given a role, nearest before a token.
  func last(before token: Int, role: String, matches: (Person) -> Bool) -> Int? {
    var best: (mention: Int, person: Int)?
    for (index, person) in all.enumerated() where hasRole(person, role) && matches(person) {
      guard let mention = person.mentions.last(where: { $0 < token }) else { continue }
      if mention > best?.mention ?? .min { best = (mention, index) }
    }
    return best?.person
  }

  private func hasRole(_ person: Person, _ role: String) -> Bool {
    guard let own = person.role else { return false }
    return own == role || own.split(separator: " ").last == role[...]
  }
}
