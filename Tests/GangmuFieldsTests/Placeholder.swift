import Testing
import GangmuFields
