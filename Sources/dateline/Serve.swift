// dateline serve

import ArgumentParser
import Platform

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the reports of a folder of documents over HTTP.",
    discussion: ServeOptions.discussion)

  @OptionGroup var options: ServeOptions

  func run() throws {
    Signals.holdBack()
    try Service(settings: try options.settings()).run()
  }
}
