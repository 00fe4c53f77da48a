// Conditions on quotations.

import Extraction

extension Search {
  func addQuotations(to conjunction: inout Conjunction) {
    let table = segment.quotations
    let wanted = conditions.quotations.filter { !$0.isNot }.map { table.list(meeting: $0.test) }
    if !wanted.isEmpty {
      var quotations = Conjunction(0..<UInt32(table.count))
      for list in wanted { quotations.add(list) }
      conjunction.add(table.reports(of: quotations.rows(of: part.quotations)))
    }
    for condition in conditions.quotations where condition.isNot {
      conjunction.add(table.reports(of: table.list(meeting: condition.test)), isNot: true)
    }
  }

  /// The quotations that meet everything.
  func quotations() -> RowList {
    let table = segment.quotations
    var conjunction = Conjunction(0..<UInt32(table.count))
    for condition in conditions.quotations {
      conjunction.add(table.list(meeting: condition.test), isNot: condition.isNot)
    }
    guard asksReportsOfQuotations else { return inWords(conjunction.rows(of: part.quotations)) }
    let reports = reportsOfQuotations()
    if conjunction.isBounded {
      return inWords(table.restrict(conjunction.rows(of: part.quotations), to: reports))
    }
    conjunction.add(table.list(of: reports))
    return inWords(conjunction.rows(of: part.quotations))
  }

  private var asksReportsOfQuotations: Bool {
    conditions.asksTime || !conditions.places.isEmpty
      || conditions.text?.wanted.isEmpty == false
  }

  /// Those whose content has the words that are asked for, of quotations in reports that have them.
  private func inWords(_ quotations: RowList) -> RowList {
    var rest = quotations
    for term in conditions.text?.terms ?? [] {
      guard let finder = segment.words.finder(for: term) else {
        if term.isNot { continue }
        return []
      }
      if term.isNot {
        rest = rest.subtracting(holding(finder, of: restrict(rest, to: term)))
      } else {
        rest = holding(finder, of: rest)
      }
    }
    return rest
  }

  /// Those in reports that have a term at all.
  private func restrict(_ quotations: RowList, to term: TextQuery.Term) -> RowList {
    var reports = Conjunction(0..<UInt32(segment.count))
    segment.words.add(term.asWanted, to: &reports)
    return segment.quotations.restrict(quotations, to: reports.rows(of: part.rows))
  }

  private func holding(_ finder: TermFinder, of quotations: RowList) -> RowList {
    quotations.filter { holds($0, finder) }[...]
  }

  private func holds(_ quotation: UInt32, _ finder: TermFinder) -> Bool {
    let row = segment.quotations.report(of: quotation)
    let spans = segment.quotations.spans
    return spans.range(quotation).contains {
      segment.words.holds(finder, row: row, spans.elements[$0])
    }
  }
}

extension QuotationTable {
  func list(meeting test: QuotationTest) -> RowList {
    if case .kind(let kinds) = test {
      return .union(Set(kinds).map { list(of: $0) }, rowCount: count)
    }
    let (index, numbers) = names(meeting: test)
    return .union(numbers.map { index[$0] }, rowCount: count)
  }

  /// The names that a test of names means: their index, and their numbers in it.
  func names(meeting test: QuotationTest) -> (index: NameIndex, numbers: [Int]) {
    let (index, texts) =
      switch test {
      case .speaker(let texts): (speakers, texts)
      case .role(let texts): (roles, texts)
      case .affiliation(let texts): (affiliations, texts)
      case .cue(let texts): (cues, texts)
      case .kind: (cues, [])
      }
    return (index, Set(texts.flatMap { index.numbers(withWordsOf: $0) }).sorted())
  }

  /// The reports of some quotations.
  func reports(of quotations: RowList) -> RowList {
    var rows: [UInt32] = []
    for quotation in quotations {
      let row = report(of: quotation)
      if row != rows.last { rows.append(row) }
    }
    return rows[...]
  }

  /// All quotations of some reports.
  func list(of reports: RowList) -> RowList {
    var quotations: [UInt32] = []
    for row in reports { quotations.append(contentsOf: range(row)) }
    return quotations[...]
  }

  /// The quotations that some reports hold.
  func restrict(_ quotations: RowList, to reports: RowList) -> RowList {
    var at = reports.startIndex
    return quotations.filter { quotation in
      let row = report(of: quotation)
      at = reports.gallop(to: row, from: at)
      return at < reports.endIndex && reports[at] == row
    }[...]
  }
}
