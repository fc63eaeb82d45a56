import Foundation
import Gangmu
import Testing

@Suite struct RecordSchemaTests {
  private func schema() throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(RecordSchema.json.utf8)) as? [String: Any] ?? [:]
  }

  @Test func `the schema names every key of a record and no other`() throws {
    let schema = try schema()
    let definitions = schema["$defs"] as? [String: Any] ?? [:]
    var full = try Record.full()
    full.normalize(to: .hans)
    let record = try JSONSerialization.jsonObject(with: Data(full.json()))
    // What `dedupe` and `classify` add.
    let joined = [".copy", ".class"]
    let paths = schemaPaths(schema, definitions).filter { path in !joined.contains { path.hasPrefix($0) } }
    #expect(keyPaths(record).symmetricDifference(paths) == [])
  }

  @Test func `the schema describes every key that it requires`() throws {
    let schema = try schema()
    var objects = [schema]
    while let object = objects.popLast() {
      if let properties = object["properties"] as? [String: Any] {
        #expect(Set(properties.keys).isSuperset(of: object["required"] as? [String] ?? ["none"]))
      }
      objects += object.values.compactMap { $0 as? [String: Any] }
    }
  }
}

/// All paths of keys in a JSON value, array elements taken together.
private func keyPaths(_ value: Any, _ path: String = "") -> Set<String> {
  if let object = value as? [String: Any] {
    return object.reduce(into: []) { paths, member in
      paths.insert("\(path).\(member.key)")
      paths.formUnion(keyPaths(member.value, "\(path).\(member.key)"))
    }
  }
  return (value as? [Any])?.reduce(into: []) { $0.formUnion(keyPaths($1, path)) } ?? []
}

/// All paths of keys that a schema names, references followed.
private func schemaPaths(_ schema: [String: Any], _ definitions: [String: Any], _ path: String = "") -> Set<String> {
  if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last,
    let target = definitions[String(name)] as? [String: Any]
  {
    return schemaPaths(target, definitions, path)
  }
  var paths: Set<String> = []
  for (key, member) in schema["properties"] as? [String: [String: Any]] ?? [:] {
    paths.insert("\(path).\(key)")
    paths.formUnion(schemaPaths(member, definitions, "\(path).\(key)"))
  }
  if let items = schema["items"] as? [String: Any] { paths.formUnion(schemaPaths(items, definitions, path)) }
  return paths
}
