/// A rule that takes lines of a page for furniture, with its id in records.
enum FurnitureRule: String, Sendable {
  case navigation = "page.navigation"
  case sidebar = "page.sidebar"
  case footer = "page.footer"
  case related = "page.related"
  case share = "page.share"
  case comments = "page.comments"
  case advertisement = "page.advertisement"
  case particulars = "page.particulars"
  case links = "page.links"
  case statement = "page.statement"
  case boilerplate = "page.boilerplate"
}
