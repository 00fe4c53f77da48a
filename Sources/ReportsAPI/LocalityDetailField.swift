// The members of a locality that is asked for alone.

/// In the order in which they are written: those of a list, what reports say of the place, links.
enum LocalityDetailField: FieldName {
  case member(LocalityField)
  case part(LocalityPart)
  case links

  static let allCases = ofRecord + [.links]
  /// Those that `fields` can name; links are always there.
  static let ofRecord =
    LocalityField.allCases.map(member) + LocalityPart.allCases.map(part)

  static let outsideProperties = LocalityField.outsideProperties.map(member) + [.links]

  var rawValue: String {
    switch self {
    case .member(let field): field.rawValue
    case .part(let part): part.rawValue
    case .links: "links"
    }
  }

  /// The part that it holds; nil for another member.
  var part: LocalityPart? { if case .part(let part) = self { part } else { nil } }

  init?(rawValue: String) {
    guard let field = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = field
  }
}

/// What several reports say of a place.
enum LocalityPart: String, CaseIterable {
  case mentions, control, figures, quotations
}
