"""The words of a text: their stems, and which of them tell what it is about."""

import re
from functools import lru_cache
from typing import Protocol

from govreg.model.names import fold

STOP_WORDS = frozenset(
    "a about above across after again against all along already also although am among an and another any anyone are around as at "
    "away be became because become been before being below between beyond both but by can could did do does doing done down "
    "during each either else every everyone few first five for four from further get give given go had has have having he her "
    "here hers him his how however i if in include includes including into is it its itself just last least less let lets like "
    "look looking looks made make making many may me might more most much must my need needs neither new next no nor not now of "
    "off on once one only onto or other others our out over own part per put rather same second see seen sees set sets several "
    "shall she should since so some such take takes than that the their theirs them then there these they third this those three "
    "through thus to together too toward towards two under until up upon us use used uses using very via was way ways we well "
    "were what when where whether which while who whole whom whose why will with within without would yet you your".split()
)
"""The small words of English."""

DOMAIN_STOP_WORDS = frozenset(
    "act action actions agencies agency agenda agree agreed agrees aim aims approach area areas attend attended authorities"
    " authority board boards bodies body bring bringing brings business chair chaired chairs commissioner committee committees"
    " communities community constabulary coordinate council councils counties country county crime cross deliver delivering"
    " delivers delivery develop development develops direct direction discuss discussion district effective effectively"
    " effectiveness enable encourage ensure ensures ensuring executive force forum forums function functions governance group"
    " groups help helps high identify implement improve improves improving information initiative initiatives issue issues"
    " joined joint key lead leaders leadership leads level local locally manage management meet meeting meetings meets member"
    " members monitor monitoring monitors multi multiagency network objective objectives office officer officers operational"
    " organisation organisations outcome outcomes overall oversee oversees oversight panel panels partner partners partnership"
    " partnerships people place plan planning plans police policing practice priorities priority programme progress promote"
    " promotes promoting provide provides providing public purpose quality regional report reports representative"
    " representatives resource resources responsible review reviews role safe safer safety sector senior service services"
    " share shared sharing standing statutory steering strategic strategies strategy structure sub subgroup support supports"
    " tactical task team terms theme themes unit units vision work working works year years".split()
)
"""Words that every register of this field uses, so that sharing them shows nothing."""

_SHORT = 3

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_PREFIX = re.compile(r"\b(re|co|anti|multi|non|pre|inter|intra)[- ](?=[a-z]{3})")


def split(text: str) -> list[str]:
    """The words of `text` as they are written there, in lower case: `re-offending` and `anti social` are one each."""
    return _WORD.findall(_PREFIX.sub(r"\1", fold(text)))


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """A word without the ending of a plural or a genitive, by spelling alone: `partnerships` and `children's` lose theirs."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of an English word, by Snowball's rules, without a genitive."""
    return _stemmer().stemWord(word.replace("’", "'").removesuffix("'s").replace("'", ""))


@lru_cache(maxsize=100_000)
def is_content_word(word: str) -> bool:
    """Whether `word`, in lower case, tells what a text is about: no small word, no number, no single letter."""
    return len(word) > 1 and word not in STOP_WORDS and not word.isdigit()


@lru_cache(maxsize=1)
def domain_stop_stems() -> frozenset[str]:
    """The stems of the house words."""
    return frozenset(stem(word) for word in DOMAIN_STOP_WORDS)


@lru_cache(maxsize=1)
def _stemmer() -> "_Stemmer":
    from snowballstemmer import stemmer  # noqa: PLC0415 - `list` reads words, but stems none

    english: _Stemmer = stemmer("english")
    return english


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - its name there
