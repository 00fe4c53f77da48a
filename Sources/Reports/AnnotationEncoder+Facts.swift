// The members of each fact, in the order in which they are written.

import Extraction

extension AnnotationEncoder {
  mutating func encode(_ structure: Structure) {
    encode(structure.standfirst)
    encode(structure.headings)
    encode(structure.paragraphs)
    encode(structure.credits)
  }

  mutating func encode(_ mention: PlaceMention) {
    encode(mention.range)
    encode(mention.kind)
    encode(mention.place)
    encode(mention.role)
  }

  mutating func encode(_ located: LocatedPlace) {
    encode(located.place)
    encode(located.precision)
    encode(confidence: located.confidence)
  }

  mutating func encode(_ quotation: Quotation) {
    encode(quotation.kind)
    encode(quotation.spans)
    encode(quotation.fragments)
    encode(quotation.cue)
    encode(quotation.speaker)
    list(quotation.about) { $0.encode($1) }
    encode(quotation.evidence)
  }

  /// A cue without a range is none.
  private mutating func encode(_ cue: Cue?) {
    encode(cue?.range)
    guard let cue else { return }
    encode(cue.lemma)
    encode(cue.stance)
  }

  /// A speaker without a name is none.
  private mutating func encode(_ speaker: Speaker?) {
    encode(speaker?.name)
    guard let speaker else { return }
    encode(speaker.role)
    encode(speaker.affiliation)
    encode(speaker.sector)
    encode(speaker.mention)
    encode(speaker.resolvedFrom)
    encode(confidence: speaker.confidence)
  }

  mutating func encode(_ claim: ControlClaim) {
    encode(claim.place)
    encode(claim.party)
    encode(claim.status)
    encode(claim.extent)
    encode(claim.basis)
    encode(claim.claimedBy)
    encode(claim.quotation)
    encode(claim.asOf)
    encode(claim.evidence)
  }

  mutating func encode(_ figure: Figure) {
    encode(figure.kind)
    encode(figure.place)
    encode(figure.value)
    encode(figure.low)
    encode(figure.high)
    encode(figure.qualifier)
    encode(figure.ofWhom)
    encode(figure.asOf)
    encode(figure.saidBy)
    encode(figure.evidence)
  }

  mutating func encode(_ mention: DateMention) {
    encode(mention.range)
    encode(mention.first)
    encode(mention.last)
    encode(mention.precision)
  }

  mutating func encode(_ unresolved: Unresolved) {
    encode(unresolved.kind)
    encode(unresolved.range)
    encode(unresolved.reason)
  }
}
