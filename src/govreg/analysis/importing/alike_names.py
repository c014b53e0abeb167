"""Which of several new organisations may be one: those of which one name has all the words of the other."""

from collections import Counter
from collections.abc import Mapping

from govreg.analysis.importing.organisations import SMALL_WORDS, normal

_MOST_OF_A_KIND = 100
"""How many names whose rarest word is the same are compared with others: of more, none is the one that is meant."""


def alike(names: Mapping[str, str]) -> dict[str, str]:
    """The id of the organisation that each may be, by its id, for `names` by id: `Fire & Rescue` may be `Fire and Rescue Service`.

    Of several it is the one with the fewest words more or less, or else the longer one; none where two are as near.
    """
    words = {id_: frozenset(normal(name).split()) - SMALL_WORDS for id_, name in names.items()}
    common = Counter(word for those in words.values() for word in those)
    by_rarest: dict[str, list[str]] = {}  # so that a word that many names have doesn't bring each of them to each
    for id_, those in words.items():
        if those:
            by_rarest.setdefault(min(those, key=lambda word: (common[word], word)), []).append(id_)
    by_rarest = {word: those for word, those in by_rarest.items() if len(those) <= _MOST_OF_A_KIND}
    near: dict[str, set[tuple[int, int, str]]] = {}
    for id_, those in words.items():
        for other in (one for word in those for one in by_rarest.get(word, ()) if one != id_ and words[one] <= those):
            apart = len(those) - len(words[other])
            near.setdefault(id_, set()).add((apart, -len(words[other]), other))
            near.setdefault(other, set()).add((apart, -len(those), id_))
    best = {id_: min(found) for id_, found in near.items()}
    return {id_: one[2] for id_, one in best.items() if sum(other[:2] == one[:2] for other in near[id_]) == 1}
