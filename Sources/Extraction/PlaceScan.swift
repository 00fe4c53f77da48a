// Which words of a text may name places.

import Gazetteer

/// Goes through the sentences and looks up what is capitalised, longest stretch first.
struct PlaceScan {
  private let text: Text
  private let names: Names
  private let gazetteer: Gazetteer
  let unlisted: UnlistedPlaces
  private let countries = Countries.shared
  private var folded: [UInt8] = []
  private var numbers: [NameKey: Int] = [:]
  private(set) var spans: [PlaceSpan] = []
  private(set) var found: [PlaceName] = []

  /// The most tokens that a name has.
  private static let longest = 7

  init(_ text: Text, _ names: Names, _ people: People, _ gazetteer: Gazetteer) {
    self.text = text
    self.names = names
    self.gazetteer = gazetteer
    unlisted = UnlistedPlaces(text: text, names: names, people: people)
    for sentence in text.sentences { scan(sentence.tokens) }
    leaveDirections()
  }

  private mutating func scan(_ sentence: Range<Int>) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = text.tokens[index]
      guard token.isWord, token.isCapitalised else {
        index += 1
        continue
      }
      index = take(index, sentence)
    }
  }

  /// Adds the span that begins here, if any, and tells where to go on.
  private mutating func take(_ index: Int, _ sentence: Range<Int>) -> Int {
    let known = text.tokens[index].is(.countryWord) ? countryWords(at: index, sentence) : nil
    if let road = unlisted.road(at: index), candidates(road, sentence) == nil {
      return addUnlisted(road)
    }
    if isArticleOfSeat(index, sentence) { return index + 1 }
    let start = beginning(index, sentence)
    let ends = PlaceEnds.find(from: start, after: index, sentence, text, longest: Self.longest)
    for end in ends.reversed() where end > known?.tokens.upperBound ?? index {
      if let candidates = candidates(start..<end, sentence) {
        let whole = start..<PlaceHints.endOfShared(behind: end, sentence, text)
        add(whole, candidates, sentence)
        return whole.upperBound
      }
    }
    if let known {
      spans.append(known)
      return known.tokens.upperBound
    }
    return unlisted.name(at: index, sentence).map { addUnlisted($0) } ?? index + 1
  }

  /// “‹The› Kremlin denied it”: the seat is not the building of that name.
  private mutating func isArticleOfSeat(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let next = index + 1
    return text.tokens[index].is(.determiner) && next < sentence.upperBound
      && text.tokens[next].is(.countryWord) && countryWords(at: next, sentence)?.form == .seat
  }

  /// Where a name may begin that has a small word in front: “‹al›-Bab”. Spans never overlap.
  private func beginning(_ index: Int, _ sentence: Range<Int>) -> Int {
    let taken = max(sentence.lowerBound, spans.last?.tokens.upperBound ?? 0)
    guard index - 2 >= taken, text.tokens[index - 1].kind == .hyphen,
      text.word(index - 2, in: .article)
    else { return index }
    return index - 2
  }

  private mutating func candidates(
    _ tokens: Range<Int>, _ sentence: Range<Int>
  ) -> [Candidate]? {
    let bytes = text.bytes
    let written = bytes.span.extracting(text.range(tokens))
    let shared = PlaceHints.sharedNoun(behind: tokens.upperBound, sentence, text)
    let ofUnit = shared.map { unit(written, $0) } ?? []
    if !ofUnit.isEmpty { return ofUnit }
    let candidates = gazetteer.candidates(written, folded: &folded)
    guard !candidates.isEmpty, PlaceWords.mayName(tokens, candidates, sentence, text, gazetteer)
    else { return nil }
    return PlaceWords.abbreviated(candidates, tokens, text, gazetteer)
  }

  /// “‹Clay› and Wilkin counties”: the places that bear the name with the noun in the singular.
  private mutating func unit(_ written: Span<UInt8>, _ noun: StaticString) -> [Candidate] {
    var whole: [UInt8] = []
    unsafe written.withUnsafeBufferPointer { unsafe whole.append(contentsOf: $0) }
    noun.withUTF8Buffer { unsafe whole.append(contentsOf: $0) }
    return gazetteer.candidates(whole.span, folded: &folded)
  }

  /// “South Arlington” is a part of Arlington where the report names that too, whatever town has the
  /// whole as its name.
  private mutating func leaveDirections() {
    let directed = spans.indices.filter {
      spans[$0].form == .name && spans[$0].tokens.count > 1
        && text.tokens[spans[$0].tokens.lowerBound].is(.direction)
        && spans[$0].name.map { found[$0].likeliest.isSmallTown } == true
    }
    if directed.isEmpty { return }
    var named: [ArraySlice<UInt8>: Int] = [:]
    for span in spans where span.form == .name {
      named[text.bytes[text.range(span.tokens)]] = span.name
    }
    for index in directed {
      let rest = spans[index].tokens.dropFirst()
      guard let name = named[text.bytes[text.range(rest)]] else { continue }
      spans[index].tokens = rest
      spans[index].name = name
    }
  }

  private mutating func add(
    _ tokens: Range<Int>, _ candidates: [Candidate], _ sentence: Range<Int>
  ) {
    var span = PlaceSpan(tokens: tokens, form: .name)
    span.hint = PlaceHints.find(tokens, sentence, text)
    span.name = name(candidates, span)
    spans.append(span)
  }

  /// One name is one name however it is spelled, but “Kursk” is not “region of Kursk”.
  private mutating func name(_ candidates: [Candidate], _ span: PlaceSpan) -> Int {
    let key = NameKey(folded: folded, isUnit: span.hint == .unit, first: candidates[0].place)
    if let number = numbers[key] { return number }
    var options = PlaceOptions.make(
      candidates, gazetteer, capitals: countries.capitals[folded] ?? [])
    if span.hint == .unit { options = PlaceHints.lifted(options, folded, gazetteer) }
    options = PlaceOptions.spelled(options, as: text.bytes[text.range(span.tokens)], gazetteer)
    found.append(PlaceName(options: options))
    numbers[key] = found.count - 1
    return found.count - 1
  }

  private struct NameKey: Hashable {
    let folded: [UInt8]
    let isUnit: Bool
    let first: Place
  }
}

// MARK: - Adjectives, seats, names that nobody knows

extension PlaceScan {
  /// “South Korean”, “the White House”: three words at most.
  private mutating func countryWords(at index: Int, _ sentence: Range<Int>) -> PlaceSpan? {
    let bytes = text.bytes
    for count in [3, 2, 1] where index + count <= sentence.upperBound {
      let tokens = index..<(index + count)
      guard text.tokens[tokens.upperBound - 1].isCapitalised else { continue }
      folded.removeAll(keepingCapacity: true)
      Folding.append(bytes.span.extracting(text.range(tokens)), to: &folded)
      if let meaning = countries.adjectives[folded] {
        return PlaceSpan(tokens: tokens, form: .adjective, place: place(of: meaning))
      }
      if let code = countries.seats[folded] {
        return PlaceSpan(tokens: tokens, form: .seat, place: seat(tokens, code))
      }
    }
    return nil
  }

  private func place(of meaning: Countries.Meaning) -> Place? {
    switch meaning {
    case .country(let code): gazetteer.country(code)
    case .place(let id): gazetteer.place(id: id)
    case .none: nil
    }
  }

  /// The building where the gazetteer has it, else the country.
  private mutating func seat(_ tokens: Range<Int>, _ code: CountryCode) -> Place? {
    let bytes = text.bytes
    let written = bytes.span.extracting(text.range(tokens))
    let building = gazetteer.candidates(written, folded: &folded).first {
      gazetteer.feature(of: $0.place) == .spot && gazetteer.countryCode(of: $0.place) == code
    }
    return building?.place ?? gazetteer.country(code)
  }

  /// “the village of ‹Novomykhailivske›”: kept without a place, or as another spelling of one.
  private mutating func addUnlisted(_ tokens: Range<Int>) -> Int {
    var span = PlaceSpan(tokens: tokens, form: .unknown)
    span.isAccepted = true
    span.name = respelled(tokens)
    spans.append(span)
    return tokens.upperBound
  }

  /// The name that the gazetteer writes otherwise.
  private mutating func respelled(_ tokens: Range<Int>) -> Int? {
    var written: [UInt8] = []
    Folding.append(text.bytes.span.extracting(text.range(tokens)), to: &written)
    let candidates = Romanisation.variants(of: written).lazy.map { [gazetteer] in
      var folded: [UInt8] = []
      return gazetteer.candidates($0.span, folded: &folded)
    }.first { !$0.isEmpty }
    guard let candidates else { return nil }
    let key = NameKey(folded: written, isUnit: false, first: candidates[0].place)
    if let number = numbers[key] { return number }
    found.append(
      PlaceName(
        options: PlaceOptions.make(candidates, gazetteer), isRespelled: true))
    numbers[key] = found.count - 1
    return found.count - 1
  }
}
