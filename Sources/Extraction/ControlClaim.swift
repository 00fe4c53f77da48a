// Who holds, fights for, has entered or has taken a place, and who says so.

package import Gazetteer

package struct ControlClaim: Equatable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case held, contested, entered, lost, unknown
  }

  /// How the report knows (ISW: assessed, claimed).
  package enum Basis: String, CaseIterable, Sendable {
    case claimed, reported, assessed, confirmed, denied
  }

  package let place: Place
  /// Who holds, has entered or has taken it: a country's name, or the words of the text.
  package let party: String?
  package let status: Status
  /// The words that limit the claim.
  package let extent: Range<Int>?
  package let basis: Basis
  /// The name of who says so; nil for the article's own voice.
  package let claimedBy: String?
  /// Index of the quotation that holds the claim.
  package let quotation: Int?
  package let asOf: Range<Int>?
  package let evidence: Range<Int>

  package init(
    place: Place, party: String?, status: Status, extent: Range<Int>?, basis: Basis,
    claimedBy: String?, quotation: Int?, asOf: Range<Int>?, evidence: Range<Int>
  ) {
    self.place = place
    self.party = party
    self.status = status
    self.extent = extent
    self.basis = basis
    self.claimedBy = claimedBy
    self.quotation = quotation
    self.asOf = asOf
    self.evidence = evidence
  }
}
