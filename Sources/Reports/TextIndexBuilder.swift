// Takes texts and makes an index of their words.

/// Collects the words of reports as they come.
struct TextIndexBuilder {
  private var words = WordNumbers()
  private var streams = RecordBlock()
  private var stream: [UInt8] = []

  /// Adds the next report.
  ///
  /// - Parameter marks: places in the text, in bytes, rising.
  /// - Returns: for each mark, where in the report's stream the first word stands that begins at the
  ///   mark or behind it.
  mutating func add(headline: String?, text: [UInt8], marks: [Int]) -> [UInt32] {
    stream.removeAll(keepingCapacity: true)
    if let headline {
      TextWords.forEach(in: Array(headline.utf8).span) { word, _ in
        WordStream.append(words.add(word), to: &stream)
      }
    }
    WordStream.append(WordStream.divider, to: &stream)
    var offsets: [UInt32] = []
    TextWords.forEach(in: text.span) { word, range in
      while offsets.count < marks.count, marks[offsets.count] <= range.lowerBound {
        offsets.append(UInt32(stream.count))
      }
      WordStream.append(words.add(word), to: &stream)
    }
    while offsets.count < marks.count { offsets.append(UInt32(stream.count)) }
    streams.append(stream)
    return offsets
  }

  /// - Parameter order: the number of each row's report, as they were added.
  func finish(order: [UInt32]) -> TextIndex { TextIndex(words, streams.reordered(order)) }
}
