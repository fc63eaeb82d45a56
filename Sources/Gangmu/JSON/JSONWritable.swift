/// A value that knows its JSON.
package protocol JSONWritable {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
  /// Writes an array of such values.
  static func write(_ values: [Self], to writer: inout JSONWriter)
}

extension JSONWritable {
  package static func write(_ values: [Self], to writer: inout JSONWriter) { writer.array(values) }
}

extension String: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.integer(self) }
  package static func write(_ values: [Int], to writer: inout JSONWriter) { writer.integers(values) }
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
  package func write(to writer: inout JSONWriter) { writer.integers(lowerBound, upperBound) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to writer: inout JSONWriter) { Element.write(self, to: &writer) }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
  package func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}
