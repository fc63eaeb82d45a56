import Testing
import GangmuCorpus
