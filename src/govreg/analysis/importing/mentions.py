"""Lines that name a meeting and say something of it, but not in a form in which an import finds meetings."""

import re
from collections.abc import Sequence

from govreg.analysis.importing.labels import names_one
from govreg.analysis.importing.organisations import SMALL_WORDS
from govreg.analysis.importing.texts import BULLET

MAY_BE_A_MEETING = "It may be a meeting. To import it, write “Meeting:”, “Lead:”, “Meets:” and “Members:”, each on its own line."
_NAME_ENDS = re.compile(r"\s[-–—]\s|[,.;:(]")
_OF_A_MEETING = re.compile(
    r"\b(?:leads?|led|runs?|chair(?:s|ed|person|man)?|meets?|members?|attends?|attended|weekly|fortnightly|monthly|quarterly|annually|yearly|"
    r"(?:once|twice|times) a (?:week|month|year)|every)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 8


def may_be_meeting(text: str) -> bool:
    """Whether `text` begins with the name of a meeting and goes on with who leads or attends it, or how often it meets."""
    name, *rest = _NAME_ENDS.split(BULLET.sub("", text), maxsplit=1)
    words = name.split()
    return len(words) <= _MOST_WORDS and names_one(name) and _has_one_case(words) and any(map(_OF_A_MEETING.search, rest))


def _has_one_case(words: Sequence[str]) -> bool:
    """Whether the inner words of a name all have capitals, or none has: not so in `Work continues in the Resolve Programme`."""
    return len({word[:1].isupper() for word in words[1:-1] if word.casefold() not in SMALL_WORDS}) <= 1
