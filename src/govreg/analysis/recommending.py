"""The words in which papers recommend something of a meeting, and whether a text says any more than they do."""

import re
from collections.abc import Iterable
from typing import get_args

from govreg.model.meeting import Recommended
from govreg.model.names import fold

_WORDS = (
    ("merge", r"mergers?|merge|amalgamate|combine|join with|subsume|fold into|absorb|consolidat"),
    ("end", r"end|cease|stop|disband|close|discontinue|stand down|dissolve|remove|withdrawn|wind up|abolish"),
    ("continue", r"continue|retain|keep|carry on|maintain|no change|remain"),
    ("start", r"start|establish|set up|new|create|introduce|begin"),
    ("suspend", r"suspend|pause|put on hold|hold(?! *\w)"),
    ("defer", r"defer|postpone|revisit|review later"),
    ("change", r"change|amend|revise|refresh|reduce|streamline|re-?scope|strengthen|widen|refocus|redesign"),
)
_BEFORE = r"(?:to |recommend(?:ed)?(?: to| that it)? |propose[ds]?(?: to)? |it should |should )*"
_ENDING = r"(?:e|e?s|e?d|n|ing|[ps]ed|ping|ion|ment)?\b"
"""How a word may end, so that `endorse` isn't taken for `end`."""
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
