"""How often a meeting is held, from the words that people write: a number only where the words give one."""

from collections.abc import Mapping

from govreg.analysis.frequency.everyday import EVERYDAY
from govreg.analysis.frequency.understood import Certainty, Understood, weakest

__all__ = ["Certainty", "Understood", "understand", "weakest"]


def understand(phrase: str, areas: Mapping[str, str] | None = None) -> Understood:
    """What `phrase` comes to; `areas` maps the names and aliases of the register's areas to their ids."""
    everyday = EVERYDAY.get(phrase.lower())
    if everyday is not None:
        return Understood(everyday, Certainty.EXACT)
    from govreg.analysis.frequency.grammar import understand as by_grammar

    return by_grammar(phrase, areas or {})
