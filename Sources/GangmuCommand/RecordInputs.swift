import ArgumentParser

/// The records that a verb reads.
struct RecordInputs: ParsableArguments, PathArguments {
  @Argument(
    help: """
      Records: JSON Lines, also compressed with gzip or Zstandard; folders of them, as `gangmu parse --output` writes; \
      databases of `gangmu export`; or - for standard input.
      """,
    completion: .file())
  var paths: [String] = []

  func validate() throws { try requireInput() }
}
