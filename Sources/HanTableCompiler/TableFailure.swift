/// Why the tables cannot be compiled: one cannot be read, or holds more than its compiled form has room for.
package struct TableFailure: Error, CustomStringConvertible {
  package let description: String
}
