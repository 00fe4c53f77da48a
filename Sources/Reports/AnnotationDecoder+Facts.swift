// The members of each fact, in the order in which `AnnotationEncoder` writes them.

import Extraction

extension AnnotationDecoder {
  mutating func structure() -> Structure {
    var structure = Structure()
    structure.standfirst = optionalRange()
    structure.headings = ranges()
    structure.paragraphs = ranges()
    structure.credits = optionalRange()
    return structure
  }

  mutating func placeMention() -> PlaceMention {
    PlaceMention(range: range(), kind: word(), place: optionalPlace(), role: optionalWord())
  }

  mutating func locatedPlace() -> LocatedPlace {
    LocatedPlace(place: place(), precision: word(), confidence: confidence())
  }

  mutating func quotation() -> Quotation {
    let (kind, spans, fragments): (Quotation.Kind, [Range<Int>], [Range<Int>]) =
      (word(), ranges(), ranges())
    let (cue, speaker, about) = (cue(), speaker(), list { $0.place() })
    var quotation = Quotation(
      kind: kind, spans: spans, fragments: fragments, cue: cue, speaker: speaker,
      evidence: range())
    quotation.about = about
    return quotation
  }

  private mutating func cue() -> Cue? {
    guard let range = optionalRange() else { return nil }
    return Cue(range: range, lemma: string(), stance: word())
  }

  private mutating func speaker() -> Speaker? {
    guard let name = optionalString() else { return nil }
    var speaker = Speaker(name: name, mention: nil, confidence: 0)
    speaker.role = optionalString()
    speaker.affiliation = optionalString()
    speaker.sector = optionalWord()
    speaker.mention = optionalRange()
    speaker.resolvedFrom = optionalRange()
    speaker.confidence = confidence()
    return speaker
  }

  mutating func controlClaim() -> ControlClaim {
    ControlClaim(
      place: place(), party: optionalString(), status: word(), extent: optionalRange(),
      basis: word(), claimedBy: optionalString(), quotation: optionalNumber(),
      asOf: optionalRange(), evidence: range())
  }

  mutating func figure() -> Figure {
    var figure = Figure(kind: word(), evidence: 0..<0)
    figure.place = optionalPlace()
    figure.value = optionalNumber()
    figure.low = optionalNumber()
    figure.high = optionalNumber()
    figure.qualifier = optionalRange()
    figure.ofWhom = optionalRange()
    figure.asOf = optionalRange()
    figure.saidBy = optionalString()
    figure.evidence = range()
    return figure
  }

  mutating func dateMention() -> DateMention {
    DateMention(range: range(), first: optionalDay(), last: optionalDay(), precision: word())
  }

  mutating func unresolved() -> Unresolved { Unresolved(word(), range(), string()) }
}
