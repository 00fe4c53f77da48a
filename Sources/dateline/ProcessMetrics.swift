// What Prometheus asks of every process, under its usual names, and which build this is.

import HTTP
import Platform

enum ProcessMetrics {
  static var all: [Metric] {
    [
      Metric(
        "dateline_build_info", .gauge, "Which version runs.",
        [Metric.Sample(1, labels: [("version", Program.version)])]),
      Metric(
        "process_cpu_seconds_total", .counter, "Processor time, user and system together.",
        [Metric.Sample(.nanoseconds(ProcessUsage.cpuNanoseconds))]),
      known(
        "process_resident_memory_bytes", "Memory in use, shared pages included.",
        ProcessUsage.residentBytes),
      known("process_open_fds", "Open descriptors.", ProcessUsage.openDescriptors),
      known(
        "process_max_fds", "Descriptors that may be open.", ProcessUsage.descriptorLimit),
      Metric(
        "process_start_time_seconds", .gauge, "When the process began, in seconds since 1970.",
        start.map { [Metric.Sample(.nanoseconds($0))] } ?? []),
    ].filter { !$0.samples.isEmpty }
  }

  /// It does not change.
  private static let start = ProcessUsage.startSeconds.map { Int($0 * 1e9) }

  private static func known(_ name: String, _ help: String, _ value: Int?) -> Metric {
    Metric(name, .gauge, help, value.map { [Metric.Sample($0)] } ?? [])
  }
}
