// How far apart two places are.

import Gazetteer

enum Distance {
  private static let degree = 111.2

  /// Between two points, within a few per cent as far as a continent reaches.
  static func kilometres(_ one: Coordinates, _ other: Coordinates) -> Double {
    let latitude = (one.latitude + other.latitude) / 2
    var longitude = abs(one.longitude - other.longitude)
    if longitude > 180 { longitude = 360 - longitude }
    let north = (one.latitude - other.latitude) * degree
    let east = longitude * degree * cosine(ofDegrees: latitude)
    return (north * north + east * east).squareRoot()
  }

  /// The same; nil for points that are more degrees apart.
  static func kilometres(
    _ one: Coordinates, _ other: Coordinates, within degrees: Double
  ) -> Double? {
    guard abs(one.latitude - other.latitude) <= degrees else { return nil }
    let distance = kilometres(one, other)
    return distance <= degrees * degree ? distance : nil
  }

  private static func cosine(ofDegrees degrees: Double) -> Double {
    let radians = degrees * .pi / 180
    let square = radians * radians
    return 1 - square / 2 + square * square / 24 - square * square * square / 720
  }
}

/// The exponential function without a library.
enum Exponential {
  /// Of numbers up to 0, exact to about one in a thousand; 0 below -40.
  static func of(_ power: Double) -> Double {
    guard power > -40 else { return 0 }
    // (1 + x/4096)^4096, with the second order that the limit leaves out.
    let step = power / 4096
    var result = 1 + step + step * step / 2
    for _ in 0..<12 { result *= result }
    return result
  }
}
