// Opens the gazetteer, and makes its image where there is none.

import Digests
import Gazetteer
import Platform

enum GazetteerFile {
  /// The gazetteer, mapped and checked. An image that is missing, damaged, or made from something
  /// else is made anew, and a line on standard error says so and why; where it cannot be written,
  /// it goes into a temporary file that lasts as long as the program.
  ///
  /// - Parameter path: an image that was asked for; nil for the one that comes with the program.
  static func open(_ path: String?) throws(Failure) -> Gazetteer {
    if let path { return try open(named: path) }
    return try open(GazetteerPlace.usual())
  }

  static func open(_ place: GazetteerPlace) throws(Failure) -> Gazetteer {
    guard place.hasTable else { return try map(place.image) }
    let fault: ImageFault
    switch image(place.image, try digest(place.sources)) {
    case .success(let gazetteer): return gazetteer
    case .failure(let reason): fault = reason
    }
    return try renewed(place, because: fault)
  }

  /// Makes an image of sources, unless it is there already.
  static func build(_ sources: GazetteerSources, to path: String) throws(Failure) {
    let digest = try digest(sources)
    if case .success = image(path, digest) { return print("\(path) is up to date") }
    let built = try make(sources, digest, to: path)
    print("\(path): \(built.places) places, \(built.names) names")
  }

  /// An image that was asked for by name may be made from anything. It is made anew where it is
  /// missing, or where it was made from the table that is here; nothing else is written over.
  private static func open(named path: String) throws(Failure) -> Gazetteer {
    let fault: ImageFault
    switch image(path, nil) {
    case .success(let gazetteer): return gazetteer
    case .failure(let reason): fault = reason
    }
    guard var place = try? GazetteerPlace.usual(), place.hasTable else {
      throw refusal(path, fault)
    }
    let digest = try digest(place.sources)
    if !fault.isMissing && !Gazetteer.isImage(path, madeFrom: digest) {
      throw refusal(path, fault)
    }
    place.image = path
    return try renewed(place, because: fault)
  }

  private static func refusal(_ path: String, _ fault: ImageFault) -> Failure {
    Failure(message: "\(path): \(fault); dateline gazetteer build --output makes another")
  }

  private static func renewed(
    _ place: GazetteerPlace, because fault: ImageFault
  ) throws(Failure) -> Gazetteer {
    StandardError.write("dateline: making the gazetteer's image anew: \(fault)\n")
    let built = try make(place.sources)
    guard let error = write(built, place.image) else { return try map(place.image) }
    StandardError.write("dateline: it goes into a temporary file: \(error)\n")
    do {
      return try Gazetteer(MappedFile(unlinked: built.bytes.span))
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  private static func make(
    _ sources: GazetteerSources, _ digest: Digest? = nil, to path: String? = nil
  ) throws(Failure) -> BuiltImage {
    do throws(TableError) {
      let built = try GazetteerBuilder.build(sources, digest, to: path)
      report(built.faults)
      return built
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  /// The first wrong lines, and how many there are.
  private static func report(_ faults: FaultList) {
    for fault in faults.first.prefix(20) { StandardError.write("dateline: \(fault)\n") }
    if faults.count > 20 {
      StandardError.write("dateline: \(faults.count) lines could not be read\n")
    }
  }

  private static func write(_ built: BuiltImage, _ path: String) -> SystemError? {
    do throws(SystemError) {
      try AtomicFile.write(built.bytes.span, to: path)
      return nil
    } catch {
      return error
    }
  }
}
