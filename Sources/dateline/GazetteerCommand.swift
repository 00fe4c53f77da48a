// dateline gazetteer: what can be typed.

import ArgumentParser
import Foundation
import Gazetteer
import Platform

/// The gazetteer's commands.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Works on the gazetteer.", subcommands: [Build.self])

  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes the gazetteer's image, which the other commands map.",
      discussion: """
        An image that is already made from these files is left as it is. Lines that cannot be \
        read are named, the rest is built. Where two sources have one place, the facts of the \
        first stand, tables before images before GeoNames, and the others add their names and \
        what is empty; your own places stand over all.
        """)

    @Option(
      help: ArgumentHelp(
        "Table of places, compressed or not; may come several times. Default, without --image and "
          + "--geonames: the one that comes with the program."))
    var table: [String] = []
    @Option(help: ArgumentHelp("Image whose places are taken as well; may come several times."))
    var image: [String] = []
    @Option(
      help: ArgumentHelp(
        "Folder with GeoNames' allCountries.txt, or UA.txt and others, alternateNamesV2.txt, "
          + "admin1CodesASCII.txt and admin2Codes.txt; may come several times.",
        valueName: "folder"))
    var geonames: [String] = []
    @Option(
      help: ArgumentHelp("Your own places. Default: places.tsv beside the usual table's folder."))
    var places: String?
    @Option(
      help: ArgumentHelp(
        "Where the image goes. Default, without the others: where the program looks."))
    var output: String?

    func run() throws {
      Machine.returnLargeBlocks()
      let usual = namesSources ? try? GazetteerPlace.usual() : try GazetteerPlace.usual()
      try GazetteerFile.build(sources(usual), to: image(usual))
    }

    private var namesSources: Bool { !(table + image + geonames).isEmpty }

    private func sources(_ usual: GazetteerPlace?) throws(Failure) -> GazetteerSources {
      if let places, !FileManager.default.fileExists(atPath: places) {
        throw Failure(message: "\(places): there is no such file")
      }
      let usualTables = namesSources ? [] : usual.map { [$0.table] } ?? []
      return GazetteerSources(
        tables: table + usualTables, images: image, geoNames: geonames,
        places: places ?? usual?.sources.places)
    }

    private func image(_ usual: GazetteerPlace?) throws(Failure) -> String {
      if output == nil && (namesSources || places != nil) {
        throw Failure(
          message: "--table, --image, --geonames and --places need --output: the usual image stays "
            + "as it is")
      }
      if let output, GazetteerFile.isForeign(output) {
        throw Failure(message: "\(output): there is a file that is no image; it is left as it is")
      }
      return output ?? usual?.image ?? ""
    }
  }
}
