// The parameters that are conditions.

/// What can be asked of reports, of the places that they name, and of their quotations.
enum ConditionName: String, CaseIterable {
  case q
  case locality, country, admin1, bbox, near
  case role
  case controlStatus = "control.status"
  case published, datetime
  case speaker
  case speakerRole = "speaker.role"
  case affiliation = "speaker.affiliation"
  case cue, type

  /// The parameter's name where it means not: `speaker!=Ana`. Words of `q` have a sign of their own.
  var negated: String? { self == .q ? nil : rawValue + "!" }

  /// Every name that stands for a condition; `radius` belongs to `near`, `spatial` to `bbox` too.
  static let parameters = allCases.map(\.rawValue) + ["radius", "spatial"]
  static let negatedParameters = allCases.compactMap(\.negated)

  /// Whether it takes values with commas between them, of which one must hold.
  private var isList: Bool {
    switch self {
    case .q, .published, .datetime, .bbox, .near: false
    case .locality, .country, .admin1, .role, .controlStatus: true
    case .speaker, .speakerRole, .affiliation, .cue, .type: true
    }
  }

  /// Whether a parameter, negated or not, takes values with commas between them.
  static func takesSeveral(_ parameter: String) -> Bool {
    let plain = parameter.hasSuffix("!") ? String(parameter.dropLast()) : parameter
    return plain == "fields" || ConditionName(rawValue: plain)?.isList == true
  }
}
