// Why a client is told to come again.

import HTTP

/// What there is too much of.
package enum ShedReason: String, CaseIterable, Sendable {
  case connections, address, memory, descriptors

  /// One sentence for the client.
  func detail(within limits: Limits) -> String {
    switch self {
    case .connections: "\(limits.connections) connections are open."
    case .address: "\(limits.connectionsPerAddress) connections from your address are open."
    case .memory: "Requests under way are larger than \(limits.memoryBytes) bytes together."
    case .descriptors: "The system has no descriptors left."
    }
  }

  var count: Count {
    switch self {
    case .connections: .shedForConnections
    case .address: .shedForAddress
    case .memory: .shedForMemory
    case .descriptors: .shedForDescriptors
    }
  }
}
