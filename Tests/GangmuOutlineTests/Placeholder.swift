import Testing
import GangmuOutline
