import ArgumentParser

/// The forms in which `gangmu outline` shows an outline.
enum OutlineFormat: String, CaseIterable, ExpressibleByArgument {
  case tree, json, markdown, opml
}
