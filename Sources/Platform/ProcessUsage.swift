// What this process uses of the machine.

import Foundation

/// Figures of the running process, as the system has them at the moment of asking.
package enum ProcessUsage {
  /// Processor time of all threads, user and system together.
  package static var cpuNanoseconds: Int { Int(time(on: CLOCK_PROCESS_CPUTIME_ID)) }

  /// Memory that is in use, shared pages included; nil where the system does not tell.
  package static var residentBytes: Int? {
    let fields = text("/proc/self/statm")?.split(separator: " ")
    return fields.flatMap { $0.count > 1 ? Int($0[1]) : nil }.map { $0 * Int(getpagesize()) }
  }

  /// Open descriptors; nil where the system does not tell.
  package static var openDescriptors: Int? {
    var facts = stat()
    // Since Linux 6.2 the folder's size is their number; before it was 0.
    if unsafe stat("/proc/self/fd", &facts) == 0, facts.st_size > 0 { return Int(facts.st_size) }
    // The listing has a descriptor of its own.
    return (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))
      .map { $0.count - 1 }
  }

  /// Descriptors that the process may open.
  package static var descriptorLimit: Int {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }

  /// When the process began, in seconds since 1970; nil where the system does not tell.
  package static var startSeconds: Double? {
    guard let state = text("/proc/self/stat"), let machine = text("/proc/stat"),
      let name = state.lastIndex(of: ")"),
      let line = machine.split(separator: "\n").first(where: { $0.hasPrefix("btime ") }),
      let boot = Double(line.dropFirst(6))
    else { return nil }
    // Behind the name comes the third field; the start is the 22nd, in ticks since boot.
    let fields = state[name...].split(separator: " ")
    guard fields.count > 20, let ticks = Double(fields[20]) else { return nil }
    return boot + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Files of `/proc` have no size, so that they are read to their end.
  private static func text(_ path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    return (try? file.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
  }
}
