import Gangmu

/// What a complete run left in its folder.
package struct RunManifest: Sendable {
  /// The name of its file.
  package static let fileName = "manifest.json"

  /// The run: its form, extractor, options and inputs.
  let run: JSONTree
  /// Its shards in order.
  package let shards: [Shard]

  /// The manifest's text.
  static func text(_ description: RunDescription, shards: [Shard]) -> [UInt8] {
    let counts = shards.reduce(into: RunTally()) { $0 += $1.counts }
    var members = description.members
    members.append(.init(key: "counts", value: tree(of: counts)))
    members.append(.init(key: "shards", value: .array(shards.map { GangmuCorpus.tree(of: $0) })))
    var writer = JSONWriter(layout: .pretty)
    JSONTree.object(members).write(to: &writer)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// Reads a manifest; nil where the bytes are none, or where its shards do not hold every page from the first on once.
  package init?(_ bytes: [UInt8]) {
    guard let run = try? JSONTree(bytes) else { return nil }
    self.init(run)
  }

  /// Takes a manifest from JSON, as `init(_: [UInt8])` reads it.
  init?(_ run: JSONTree) {
    guard run["format"]?.string == RunDescription.format, case .array(let elements)? = run["shards"] else { return nil }
    self.run = run
    var shards: [Shard] = []
    for element in elements {
      // A part lies in the folder itself.
      guard let shard = Shard(element), !shard.file.name.contains("/"),
        shard.positions.lowerBound == shards.last?.positions.upperBound ?? 0
      else {
        return nil
      }
      shards.append(shard)
    }
    self.shards = shards
  }
}
