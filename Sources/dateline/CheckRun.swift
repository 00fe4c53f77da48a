// What would go wrong if these settings were served.

import Documents
import Gazetteer
import Loading
import Reports

/// Goes through the files that a server reads, and collects what is wrong with them.
struct CheckRun {
  let settings: ServeSettings
  /// A line each: where, and what is wrong there.
  private(set) var faults: [String] = []
  /// The same, of what is read but not wholly understood.
  private(set) var remarks: [String] = []
  private(set) var reports = 0

  init(settings: ServeSettings) { self.settings = settings }

  mutating func checkAll() {
    readPublicFolder()
    let gazetteer = openGazetteer()
    load(gazetteer ?? Gazetteer())
  }

  private mutating func readPublicFolder() {
    do throws(Failure) {
      _ = try PublicFolder.read(settings.publicFolder)
    } catch {
      faults.append(error.message)
    }
  }

  /// Nil where there is none to be opened, which then is a fault.
  private mutating func openGazetteer() -> Gazetteer? {
    do throws(Failure) {
      if let path = settings.gazetteer { return try GazetteerFile.map(path) }
      let place = try GazetteerPlace.usual()
      if !place.hasTable { return try GazetteerFile.map(place.image) }
      return try build(place)
    } catch {
      faults.append(error.message)
      return nil
    }
  }

  /// Reads the tables whether or not there is an image of them: it does not tell which of their
  /// lines are wrong.
  private mutating func build(_ place: GazetteerPlace) throws(Failure) -> Gazetteer {
    do {
      let built = try GazetteerBuilder.build(place.sources)
      faults += built.faults.first.map(\.description)
      if built.faults.count > built.faults.first.count {
        faults.append("\(built.faults.count) lines of the gazetteer could not be read")
      }
      return try Gazetteer(bytes: built.bytes)
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  private mutating func load(_ gazetteer: Gazetteer) {
    do throws(LoadFailure) {
      let outcome = try Loader(gazetteer: gazetteer).load(settings.documents)
      reports = outcome.snapshot.reportCount
      faults += outcome.snapshot.intake.skipped.map { "\($0.place): \($0.reason)" }
      remarks = outcome.remarks.map { "\($0.place): \($0.reason)" }
    } catch {
      faults.append("\(error)")
    }
  }
}
