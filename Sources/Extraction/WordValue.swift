// What number words, months, weekdays and units of time count as.

enum WordValue {
  /// January is 1, Monday is 1.
  static let of: [String: Int] = {
    var values: [String: Int] = [:]
    for (index, name) in months.enumerated() {
      values[name] = index + 1
      values[String(name.prefix(3))] = index + 1
    }
    values["sept"] = 9
    for (index, name) in weekdays.enumerated() {
      values[name] = index + 1
      for length in 3...5 where length < name.count {
        values[String(name.prefix(length))] = index + 1
      }
    }
    for (index, name) in numbers.enumerated() { values[name] = index }
    for (index, name) in tens.enumerated() { values[name] = (index + 2) * 10 }
    values["hundred"] = 100
    values["thousand"] = 1000
    values["million"] = 1_000_000
    values["billion"] = 1_000_000_000
    values["dozen"] = 12
    values.merge(TimeUnit.words) { value, _ in value }
    return values
  }()

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
}
