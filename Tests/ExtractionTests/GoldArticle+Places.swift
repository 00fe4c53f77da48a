// Structure and places against the gold: each difference is one sentence.

import Extraction

extension GoldArticle {
  func structureProblems(_ found: Annotations) -> [String] {
    let structure = found.structure
    let parts: [(String, [Range<Int>], [Range<Int>])] = [
      ("standfirst", marks(gold.structure.standfirst), ranges(structure.standfirst)),
      ("heading", gold.structure.headings.map(\.range), structure.headings.map(at)),
      ("paragraph", gold.structure.paragraphs.map(\.range), structure.paragraphs.map(at)),
      ("credits", marks(gold.structure.credits), ranges(structure.credits)),
    ]
    return parts.flatMap { name, wanted, found in
      wanted.filter { !found.contains($0) }.map { "missing \(name): \(show($0))" }
        + found.filter { !wanted.contains($0) }.map { "too much, \(name): \(show($0))" }
    }
  }

  private func marks(_ mark: GoldRange?) -> [Range<Int>] { mark.map { [$0.range] } ?? [] }

  private func ranges(_ range: Range<Int>?) -> [Range<Int>] { range.map { [at($0)] } ?? [] }

  /// The list of localities: ids and precision.
  func localityProblems(_ found: Annotations) -> [String] {
    let precisions = found.localities.map { (id($0.place), $0.precision.rawValue) }
    let missing = gold.localities.compactMap { locality -> String? in
      let place = show(locality.id)
      let precision = precisions.first { $0.0 == locality.id }?.1
      guard let precision else { return "missing locality: \(place)" }
      if precision == locality.geoPrecision { return nil }
      return "precision of \(place): \(precision), not \(locality.geoPrecision)"
    }
    let twice = Dictionary(grouping: precisions, by: \.0).filter { $1.count > 1 }.keys
    let wanted = Set(gold.localities.map(\.id))
    return missing + twice.sorted().map { "twice among localities: \(show($0))" }
      + precisions.filter { !wanted.contains($0.0) }.map { "too much, locality: \(show($0.0))" }
  }

  /// The mentions of kind `name`: which words name which locality.
  func nameProblems(_ found: Annotations) -> [String] {
    var names = found.places.filter { $0.kind == .name }.map { (at($0.range), id($0.place)) }
    var problems: [String] = []
    for locality in gold.localities {
      for mention in locality.mentions {
        guard let index = names.firstIndex(where: { isMention($0.0, mention, of: locality) }) else {
          problems.append("missing name: \(show(mention.range)), \(show(locality.id))")
          continue
        }
        let place = names.remove(at: index).1
        if place == locality.id { continue }
        problems.append("\(show(mention.range)) is \(show(place)), not \(show(locality.id))")
      }
    }
    return problems + names.map { "too much, name: \(show($0.0)), \(show($0.1))" }
  }

  func forbiddenPlaceProblems(_ found: Annotations) -> [String] {
    let names = found.places.filter { $0.kind == .name }.map { (at($0.range), id($0.place)) }
    return gold.mustNotBeLocalities.flatMap { mark in
      names.filter { $0.0.overlaps(mark.range) }.map {
        "no place, \(mark.why ?? ""): \(show($0.0)) is \(show($0.1))"
      }
    }
  }

  /// Demonyms, governments and names in organisations.
  func otherMentionProblems(_ found: Annotations) -> [String] {
    var others = found.places.filter { $0.kind != .name }
    var problems: [String] = []
    for mention in gold.otherMentions {
      let words = "\(mention.kind) \(show(mention.range))"
      guard let index = others.firstIndex(where: { isPhrase(at($0.range), mention.range) }) else {
        problems.append("missing \(words)")
        continue
      }
      let other = others.remove(at: index)
      problems += differences(of: other, mention).map { "\(words): \($0)" }
    }
    return problems
      + others.filter { $0.kind == .demonym || $0.kind == .government }.map {
        "too much, \($0.kind.rawValue): \(show(at($0.range))), \(show(id($0.place)))"
      }
  }

  private func differences(of other: PlaceMention, _ mention: GoldMention) -> [String] {
    let kind = other.kind.rawValue
    if kind != mention.kind { return ["kind \(kind)"] }
    switch other.kind {
    case .demonym where other.place.map({ id($0) }) != mention.country:
      return ["\(show(id(other.place))), not \(show(mention.country))"]
    case .government where !isSeat(other, mention):
      return ["\(show(id(other.place))), not \(show(mention.notLocality))"]
    default: return []
    }
  }

  /// The place whose name is used, where the gold tells it.
  private func isSeat(_ other: PlaceMention, _ mention: GoldMention) -> Bool {
    mention.notLocality.map { $0 == id(other.place) } ?? true
  }
}
