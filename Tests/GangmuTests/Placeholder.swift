import Testing
import Gangmu
