// dateline extract

import ArgumentParser
import Platform

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what is found in documents, one JSON object a line.",
    discussion: """
      Reads the files and folders named, as serve does; without any, standard input, one JSON \
      article with “text” a line. Prints in the order of the input. A document that cannot be \
      taken is told on standard error, and the exit code is 1 at the end.
      """)

  @Argument(help: "Files and folders of documents; none for NDJSON on standard input.")
  var files: [String] = []
  @Flag(help: "Prints what is found as a tree for people, not as JSON.")
  var tree = false
  @Flag(help: "Adds to each locality what its name could mean as well.")
  var explain = false
  @Option(help: ArgumentHelp(Setting.gazetteer.help, valueName: "file"))
  var gazetteer: String?
  @Option(help: ArgumentHelp("Threads. Default: as many as processors.", valueName: "number"))
  var jobs: Int?

  func run() throws {
    guard 1...256 ~= jobs ?? 1 else {
      throw Failure(message: "--jobs takes a number from 1 to 256")
    }
    let run = ExtractRun(
      gazetteer: try GazetteerFile.open(gazetteer),
      form: ExtractForm(asTree: tree, isExplained: explain), jobs: jobs ?? Machine.processors)
    if try !run.run(files) { throw ExitCode.failure }
  }
}
