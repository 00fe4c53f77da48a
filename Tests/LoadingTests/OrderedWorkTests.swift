// Work on several threads is taken up in order, and never far ahead.

import Platform
import Testing

@testable import Loading

@Test(arguments: [1, 2, 7], [1, 2, 28])
func `results come in the items' order, each once`(workers: Int, ahead: Int) throws {
  var taken: [Int] = []
  try OrderedWork.run(Array(0..<500), workers: workers, ahead: ahead) { item in
    item * 2
  } take: {
    taken.append($0)
  }
  #expect(taken == (0..<500).map { $0 * 2 })
}

@Test(arguments: [2, 7])
func `a result that is ready early waits for the ones before it`(workers: Int) throws {
  let finished = Lock<Set<Int>>([])
  var taken: [Int] = []
  try OrderedWork.run(Array(0..<20), workers: workers, ahead: workers) { item in
    // Each even item is done only after the odd one behind it.
    if item.isMultiple(of: 2) { finished.wait { $0.contains(item + 1) ? () : nil } }
    finished.withLock { _ = $0.insert(item) }
    finished.wakeAll()
    return item
  } take: {
    taken.append($0)
  }
  #expect(taken == Array(0..<20))
}

/// How far the threads have come, seen from outside.
private struct Course {
  var begun = 0
  var taken = 0
  /// The most items that were begun and not yet taken.
  var most = 0
}

@Test(arguments: [1, 2, 7], [1, 3, 8])
func `the threads work ahead, but only so far`(workers: Int, ahead: Int) throws {
  let count = 60
  let course = Lock(Course())
  try OrderedWork.run(Array(0..<count), workers: workers, ahead: ahead) { _ in
    course.withLock {
      $0.begun += 1
      $0.most = max($0.most, $0.begun - $0.taken)
    }
    course.wakeAll()
  } take: {
    // The one that is being taken waits no longer.
    course.wait { course in
      course.begun >= min(count, course.taken + 1 + ahead) ? () : nil
    }
    course.withLock { $0.taken += 1 }
  }
  let end = course.withLock { $0 }
  #expect(end.taken == count)
  #expect(end.most == ahead + 1)
}

@Test func `without items nothing is done`() throws {
  var taken = 0
  try OrderedWork.run([Int](), workers: 3, ahead: 3) { item in
    item
  } take: { _ in
    taken += 1
  }
  #expect(taken == 0)
}
