extension Record {
  /// A person or an office to turn to.
  public struct Contact: Sendable, Hashable, Decodable {
    /// The name.
    public var name: String?
    /// Where the name stands.
    public var nameSpan: Range<Int>?
    /// The telephone number.
    public var phone: String?
    /// Where the telephone number stands.
    public var phoneSpan: Range<Int>?
    /// The mail address.
    public var email: String?
    /// Where the mail address stands.
    public var emailSpan: Range<Int>?
    /// The postal address.
    public var address: String?
    /// Where the postal address stands.
    public var addressSpan: Range<Int>?
    /// The id of the rule that found it.
    public var rule: String
    /// How sure the rule is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case name, phone, email, address, rule, confidence
      case nameSpan = "name_span"
      case phoneSpan = "phone_span"
      case emailSpan = "email_span"
      case addressSpan = "address_span"
    }
  }
}

extension Record.Contact: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("name_span", nameSpan)
      $0.member("phone", phone)
      $0.member("phone_span", phoneSpan)
      $0.member("email", email)
      $0.member("email_span", emailSpan)
      $0.member("address", address)
      $0.member("address_span", addressSpan)
      $0.member("rule", rule)
      $0.member("confidence", confidence)
    }
  }
}
