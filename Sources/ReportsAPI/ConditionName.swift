// The parameters that are conditions.

/// What can be asked of reports, of the places that they name, and of their quotations.
enum ConditionName: String, CaseIterable {
  case q
  case locality, country, admin1, bbox, near
  case controlStatus = "control.status"
  case published
  case speaker
  case role = "speaker.role"
  case affiliation = "speaker.affiliation"
  case cue, type

  /// The parameter's name where it means not: `speaker!=Ana`. Words of `q` have a sign of their own.
  var negated: String? { self == .q ? nil : rawValue + "!" }

  /// Every name that stands for a condition; `radius` belongs to `near`.
  static let parameters = allCases.map(\.rawValue) + ["radius"]
  static let negatedParameters = allCases.compactMap(\.negated)
}
