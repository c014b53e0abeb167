"""How often a meeting is held, from the words that people write: a number only where the words give one."""

from govreg.analysis.frequency.understand import Certainty, Understood, understand, weakest

__all__ = ["Certainty", "Understood", "understand", "weakest"]
