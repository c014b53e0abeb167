"""How often a meeting is held, from the words that people write: a number only where the words give one."""

from govreg.analysis.frequency.grammar import understand
from govreg.analysis.frequency.result import Certainty, ParsedFrequency, weakest

__all__ = ["Certainty", "ParsedFrequency", "understand", "weakest"]
