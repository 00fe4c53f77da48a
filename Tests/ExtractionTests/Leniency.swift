// Where the gold's conventions and notes let more than one answer stand. Nothing else is lenient.

/// What may differ, each with the convention or the note that says so.
extension GoldArticle {
  /// Spans: “whole content as written, leading that included; accept without”; with or without the
  /// marks and stops at the ends.
  func isSpan(_ found: Range<Int>, _ gold: Range<Int>) -> Bool {
    content(found) == content(gold)
  }

  /// The note “accept a span that runs on to the end of the sentence”.
  func isSpan(_ found: Range<Int>, _ gold: GoldRange, of quotation: GoldQuotation) -> Bool {
    if isSpan(found, gold.range) { return true }
    guard quotation.note?.contains("runs on to the end of the sentence") == true else {
      return false
    }
    return isSpan(found, gold.start..<quotation.evidence.end)
  }

  /// `speaker.mention`: “the local noun phrase with a title before the name, without the apposition
  /// after it; accept either”; a relative pronoun where the gold names one; the article before it
  /// may be left out.
  func isMention(_ found: Range<Int>, _ gold: GoldRange, of quotation: GoldQuotation) -> Bool {
    if found == quotation.which?.range { return true }
    guard phrase(found).lowerBound == phrase(gold.range).lowerBound else { return false }
    return found.upperBound == gold.end || isApposition(found, behind: gold.end, quotation)
  }

  private func isApposition(
    _ found: Range<Int>, behind end: Int, _ quotation: GoldQuotation
  ) -> Bool {
    found.upperBound > end && text[end] == ","
      && !quotation.spans.contains { $0.range.overlaps(found) }
      && !(quotation.cue?.range.overlaps(found) ?? false)
  }

  /// `resolved_from`: “range of the antecedent that gave the name”: with the title before it or
  /// without. Where no words stand with the content, any earlier antecedent of the speaker will do.
  func isAntecedent(_ found: Range<Int>, _ gold: GoldRange, of quotation: GoldQuotation) -> Bool {
    antecedents(gold, of: quotation).contains { antecedent in
      found.upperBound == antecedent.upperBound && found.lowerBound <= antecedent.upperBound
        && (found.contains(antecedent.lowerBound) || antecedent.contains(found.lowerBound))
    }
  }

  private func antecedents(_ own: GoldRange, of quotation: GoldQuotation) -> [Range<Int>] {
    guard quotation.speaker?.mention == nil else { return [own.range] }
    return gold.quotations.filter {
      $0.n < quotation.n && $0.speaker?.name == quotation.speaker?.name
    }.flatMap { [$0.speaker?.mention?.range, $0.speaker?.resolvedFrom?.range] }.compactMap { $0 }
  }

  /// The note “cue null (or the cue of n=7 marked as inherited)”.
  func isCue(_ found: Range<Int>?, of quotation: GoldQuotation) -> Bool {
    if found == quotation.cue?.range { return true }
    guard quotation.cue == nil, quotation.note?.contains("inherited") == true else { return false }
    return gold.quotations.contains { $0.n == quotation.n - 1 && $0.cue?.range == found }
  }

  /// Words told as “optional” among `not_quotations` may be a quotation or not.
  func isOptionalQuotation(_ spans: [Range<Int>]) -> Bool {
    gold.notQuotations.contains { mark in
      mark.why?.contains("optional") == true && spans.contains { $0.overlaps(mark.range) }
    }
  }

  /// The note “accept the range of 'Donetsk' alone”: of a unit's name that is written with its
  /// class, either.
  func isMention(_ found: Range<Int>, _ gold: GoldRange, of locality: GoldLocality) -> Bool {
    if phrase(found) == phrase(gold.range) { return true }
    guard ["admin1", "admin2"].contains(locality.geoPrecision) else { return false }
    return found.lowerBound == gold.start && found.upperBound < gold.end
      && text[found.upperBound] == " "
  }

  /// The note “'week' or 'month'”.
  func isPrecision(_ found: String, of date: GoldDate) -> Bool {
    found == date.timePrecision
      || (date.note?.contains("'week' or 'month'") == true && ["week", "month"].contains(found))
  }

  /// A mention of another kind may take the article before it.
  func isPhrase(_ found: Range<Int>, _ gold: Range<Int>) -> Bool { phrase(found) == phrase(gold) }

  /// Names and words are the same without the article before them.
  func isSame(_ found: String?, _ gold: String?) -> Bool { bare(found) == bare(gold) }

  /// An extent is the same without an article before it and a preposition behind it.
  func isExtent(_ found: Range<Int>?, _ gold: Range<Int>?) -> Bool {
    found.map { limits($0) } == gold.map { limits($0) }
  }

  /// A figure's evidence may be wider or narrower around the number; what it says is compared alone.
  func isEvidence(_ found: Range<Int>, _ gold: Range<Int>) -> Bool { found.overlaps(gold) }

  // MARK: What the comparisons leave out

  private func bare(_ words: String?) -> String? {
    guard let words else { return nil }
    let parts = words.split(separator: " ")
    return parts.first.map { articles.contains($0.lowercased()) } == true
      ? parts.dropFirst().joined(separator: " ") : words
  }

  private func phrase(_ range: Range<Int>) -> Range<Int> { dropping(articles, from: range) }

  private func content(_ range: Range<Int>) -> Range<Int> {
    let marks: Set<Unicode.Scalar> = ["“", "”", "\"", "‘", "’", ".", ",", " ", "!", "?"]
    var range = trimming(marks, range)
    range = dropping(["that"], from: range)
    return trimming(marks, range)
  }

  private func limits(_ range: Range<Int>) -> Range<Int> {
    var range = phrase(range)
    for word in [" of", " in"] where words(range).hasSuffix(word) {
      range = range.lowerBound..<range.upperBound - word.count
    }
    return range
  }

  private func dropping(_ first: Set<String>, from range: Range<Int>) -> Range<Int> {
    guard let space = text[range].firstIndex(of: " "),
      first.contains(words(range.lowerBound..<space).lowercased())
    else { return range }
    return space + 1..<range.upperBound
  }

  private func trimming(_ marks: Set<Unicode.Scalar>, _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = text[range].first, marks.contains(first) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while let last = text[range].last, marks.contains(last) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }
}

private let articles: Set<String> = ["the", "a", "an"]
