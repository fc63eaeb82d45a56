import CScheduler

/// How many processors this process may run on: those that are there, but for what `taskset` and the like take away.
public func availableProcessors() -> Int {
  var mask = [UInt8](repeating: 0, count: 1024)
  // What the system writes it counts; the rest stays empty.
  guard sched_getaffinity(0, mask.count, &mask) > 0 || mask.contains(where: { $0 != 0 }) else { return 1 }
  return max(1, mask.reduce(0) { $0 + $1.nonzeroBitCount })
}
