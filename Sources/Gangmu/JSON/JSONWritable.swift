/// A value that knows its JSON.
package protocol JSONWritable {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension String: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Bool: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.boolean(self) }
}

/// The only fractions in a record are confidences.
extension Double: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.fraction(self) }
}

/// A span: `[start, end)` in Unicode scalars, as an array of two.
extension Range<Int>: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.integers(CollectionOfOne(lowerBound) + [upperBound]) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    if let integers = self as? [Int] { writer.integers(integers) } else { writer.array(self) }
  }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
  package func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}
