@preconcurrency import Glibc
import HanTableCompiler

// Writes the compiled tables. Run by script/compile-tables.
// usage: CompileHanTables TABLES OUTPUT

guard CommandLine.arguments.count == 3 else {
  fputs("usage: CompileHanTables TABLES OUTPUT\n", stderr)
  exit(64)
}
do {
  let bytes = try HanTableCompiler.compile(folder: CommandLine.arguments[1])
  guard let file = fopen(CommandLine.arguments[2], "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
    fclose(file) == 0
  else {
    perror(CommandLine.arguments[2])
    exit(1)
  }
  print("\(CommandLine.arguments[2]): \(bytes.count) bytes")
} catch {
  fputs("\(error)\n", stderr)
  exit(1)
}
