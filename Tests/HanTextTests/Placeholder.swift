import Testing
import HanText
