// The parts of a report's text as others see them.

extension Structure {
  init(_ text: Text) {
    self.init()
    for block in text.blocks {
      switch block.kind {
      case .standfirst: standfirst = block.range
      case .heading: headings.append(block.range)
      case .paragraph: paragraphs.append(block.range)
      case .credits:
        credits = (credits?.lowerBound ?? block.range.lowerBound)..<block.range.upperBound
      }
    }
  }
}
