import HanText

/// Entries from tables whose first row heads columns such as 工作內容 / 責任部門 / 完成時間: each row below gives its own.
struct TableDuties: Sendable {
  let actors: ActorReader
  let labels: LabelReader

  /// What the columns of a table are.
  private struct Columns {
    var count: Int
    var roles: [(column: Int, rule: RuleMark<LabelSense>, role: Responsibility.Role)]
    var task: Int?
    var completion: Int?
  }

  func append(from context: DocumentContext, to found: inout [Responsibility], _ warnings: inout [TextWarning]) {
    guard context.hasTables else { return }
    var columns: Columns?
    var gap = 0
    for block in context.blocks {
      guard case .tableRow(let cells) = block.kind else {
        // One cell across the table (一、知识产权保护方面) heads a part of it.
        gap += 1
        if gap > 2 || block.span.count > 60 { columns = nil }
        continue
      }
      gap = 0
      if let head = self.columns(of: cells, in: context.text) {
        columns = head
      } else if let columns {
        appendRow(cells, columns, in: context, to: &found, &warnings)
      }
    }
  }

  private func columns(of cells: [Range<Int>], in text: FoldedText) -> Columns? {
    guard cells.count >= 2, cells.count <= 60 else { return nil }
    var columns = Columns(count: cells.count, roles: [])
    var known = 0
    for (index, cell) in cells.enumerated() {
      guard let rule = labels.rule(of: cell, in: text) else { continue }
      known += 1
      switch rule.sense {
      case .actors(let role): columns.roles.append((index, rule, role))
      case .task: if columns.task == nil { columns.task = index }
      case .completion, .time: columns.completion = index
      default: break
      }
    }
    return columns.roles.isEmpty || known < 2 ? nil : columns
  }

  private func appendRow(
    _ cells: [Range<Int>], _ columns: Columns, in context: DocumentContext, to found: inout [Responsibility],
    _ warnings: inout [TextWarning]
  ) {
    // A row that spans of earlier rows shorten is read from its end.
    let shift = columns.count - cells.count
    guard shift >= 0, shift < columns.count else { return }
    func cell(_ column: Int?) -> Range<Int>? {
      guard let column, column - shift >= 0, column - shift < cells.count else { return nil }
      return cells[column - shift]
    }
    for (column, rule, role) in columns.roles {
      guard let value = cell(column) else { continue }
      let list = actors.actors(in: value, of: context.text)
      if list.isEmpty, !value.isEmpty || cells.contains(where: { !$0.isEmpty }) {
        warnings.append(
          TextWarning(
            code: "responsibility.blank", span: value, message: "the table cell names nobody, so that it gives no entry"
          ))
      }
      let due =
        cell(columns.completion).flatMap { context.dates(in: $0).first }
        ?? cell(columns.task).flatMap { context.due(in: $0) }
      for actor in list where actor.span.count <= 60 {
        found.append(
          Responsibility(
            role: actor.role ?? role, actor: actor.span, actorKind: actor.kind, task: context.task(cell(columns.task)),
            due: due, rule: "table." + rule.id, confidence: 0.9))
      }
    }
  }
}
