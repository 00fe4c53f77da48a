// dateline check

import ArgumentParser

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks settings, gazetteer and documents as serve would find them.",
    discussion: """
      Tells every fault in a line on standard error and ends with 1; a document that cannot be \
      taken is one, and so is a wrong line of your own places. What is read but not wholly \
      understood is told too and is none. Nothing is served and nothing is written.

      \(ServeOptions.discussion)
      """)

  @OptionGroup var options: ServeOptions

  func run() throws {
    var run = CheckRun(settings: try options.settings())
    run.checkAll()
    for remark in run.remarks { StandardError.write("dateline: remark: \(remark)\n") }
    for fault in run.faults { StandardError.write("dateline: \(fault)\n") }
    if !run.faults.isEmpty { throw ExitCode.failure }
    print("\(run.reports) reports, no fault")
  }
}
