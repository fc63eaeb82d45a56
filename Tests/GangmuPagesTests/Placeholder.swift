import Testing
import GangmuPages
