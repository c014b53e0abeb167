"""The words in which papers recommend something of a meeting, and whether a text says any more than they do."""

import re
from collections.abc import Iterable
from typing import get_args

from govreg.model.meeting import Recommended
from govreg.model.names import fold

_WORDS = (
    ("merge", r"mergers?|merg|amalgamat|combin|join with|subsum|fold into|absorb|consolidat"),
    ("end", r"end|ceas|stop|disband|clos|closure|discontinu|stand down|dissolv|dissolution|remov|withdrawn|wind up|abolish|abolition"),
    ("continue", r"continu|continuation|retain|retention|keep|carry on|maintain|no change|remain"),
    ("start", r"start|establish|set up|new|creat|introduc|begin"),
    ("suspend", r"suspend|suspension|paus|put on hold|hold(?! *\w)"),
    ("defer", r"defer|postpon|revisit|review later"),
    ("change", r"chang|amend|revis|refresh|reduc|streamlin|re-?scop|strengthen|widen|refocus|redesign"),
)
"""What begins a recommendation, without its ending."""
_BEFORE = r"(?:to |recommend(?:ed)?(?: to| that it)? |propose[ds]?(?: to)? |it should |should )*"
_ENDING = r"(?:e|e?s|d|n|[a-z]?(?:ed|ing|al|ion)|e?ments?)?\b"
"""How its word may end, with one more letter at most (`deferred`, `reduction`), so that `endorse` isn't taken for `end`."""
_OUR_PART = re.compile(
    r"\w+(?: (?:to|up|down))*,? (?:our |the |their |its )?(?:attend|sending|going|membership|representation|involvement)", re.IGNORECASE
)
"""What ends is that an office goes to the meeting, not the meeting."""
_AFTER = r"(?: it| as is| as it is| (?:the|this) (?:meeting|group|board))?(?:,? ?\b(?:into|with|to|and|the)\b)*"
_REPEATS = {word: re.compile(rf"{_BEFORE}(?:{pattern})\w*{_AFTER}[\W_]*") for word, pattern in _WORDS}


def recommended(text: str) -> str | None:
    """What is recommended, by the word that `text` begins with after such words as “recommended to”."""
    words = get_args(Recommended)
    first = re.match(_BEFORE, text, re.IGNORECASE)
    rest = text[first.end() if first else 0 :]
    for word, pattern in _WORDS:
        if word in words and re.match(rf"(?:{pattern}){_ENDING}", rest, re.IGNORECASE):
            return None if word == "end" and _OUR_PART.match(rest) else word
    return None


def only_repeats(recommendation: str | None, text: str, into: Iterable[str] = ()) -> bool:
    """Whether `text` says no more than the `recommendation` itself, of a meeting whose work goes to those with the names `into`."""
    rest = fold(text)
    for name in sorted(map(fold, into), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", rest)
    found = _REPEATS.get(recommendation or "")
    return found is not None and found.fullmatch(" ".join(rest.split())) is not None
