"""Reads how often a meeting is held from the words that people write; it gives a number only if the words do."""

from govreg.analysis.frequency.grammar import understand
from govreg.analysis.frequency.result import Certainty, ParsedFrequency, weakest

__all__ = ["Certainty", "ParsedFrequency", "understand", "weakest"]
