import GangmuFields

extension Record {
  /// One actor and what it is to do.
  public struct Responsibility: Sendable, Hashable, Decodable {
    /// The part that an actor plays.
    public typealias Role = GangmuFields.Responsibility.Role

    /// Who is to do it.
    public struct Actor: Sendable, Hashable, Decodable {
      /// The name.
      public var text: String
      /// What the actor is.
      public var kind: GangmuFields.Responsibility.ActorKind
      /// Where the name stands.
      public var span: Range<Int>

      enum CodingKeys: String, CodingKey {
        case text, kind, span
      }
    }

    /// What is to be done.
    public struct Task: Sendable, Hashable, Decodable {
      /// Its words.
      public var text: String
      /// The id of the section that they stand in.
      public var section: Int?
      /// Where they stand.
      public var span: Range<Int>

      enum CodingKeys: String, CodingKey {
        case text, section, span
      }
    }

    /// The part that the actor plays.
    public var role: Role
    /// Who is to do it.
    public var actor: Actor
    /// What is to be done.
    public var task: Task?
    /// The index in `dates` of the day by which it is due.
    public var due: Int?
    /// The id of the rule that found it.
    public var rule: String
    /// How sure the rule is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case role, actor, task, due, rule, confidence
    }
  }
}

extension Record.Responsibility: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("role", role)
      $0.member("actor", actor)
      $0.member("task", task)
      $0.member("due", due)
      $0.member("rule", rule)
      $0.member("confidence", confidence)
    }
  }
}

extension Record.Responsibility.Actor: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("kind", kind)
      $0.member("span", span)
    }
  }
}

extension Record.Responsibility.Task: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("section", section)
      $0.member("span", span)
    }
  }
}

extension Responsibility.Role: Decodable, JSONWritable {}
extension Responsibility.ActorKind: Decodable, JSONWritable {}
