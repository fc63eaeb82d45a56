import Testing
import GangmuDates
