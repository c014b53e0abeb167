"""How words hang together in a text: what a clause only mentions, and what is said across an `and`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate, compress, count

from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.phrases import Hit, Phrases, phrases
from govreg.analysis.text.words import split

_CLAUSE = re.compile(r"[.;:()]")

_REACH = 5
"""How many words on either side of an `and` are looked at."""


def words_by_clause(text: str) -> list[list[str]]:
    """The words of `text`, clause by clause; one after the other they are those that `split` gives."""
    return list(map(split, _CLAUSE.split(text)))


def mentioned_words(clauses: Iterable[int], words: tuple[str, ...]) -> frozenset[int]:
    """The places of the words of a text that it only mentions: those behind `receives reports from` or its like, to the clause's end.

    `clauses` says how many words each clause has; `words` are the words of the text, in the singular.
    """
    hits = list(_mention_phrases().find(words))
    if not hits:
        return frozenset()
    found: set[int] = set()
    start = 0
    for end in accumulate(clauses):
        first = min((behind for _, begins, behind in hits if start <= begins and behind <= end), default=None)
        if first is not None:
            found.update(range(first, end))
        start = end
    return frozenset(found)


@cache
def _mention_phrases() -> Phrases:
    return phrases((term, term) for term in lexicon().mentions)


def across_and(looked_for: Phrases, words: tuple[str, ...]) -> Iterator[Hit]:
    """The phrases that are said across an `and`: `protect children and adults` says `protect adults` too.

    Either the word before the `and` or the word behind it is left out with it. `words` are singular.
    """
    for place in compress(count(), map("and".__eq__, words)):
        for cut in (place - 1, place):
            first, on = max(0, cut - _REACH), cut + 2
            before = words[first : max(0, cut)]
            for start in looked_for.starts(before):
                for shows, _, end in looked_for.find_at(before + words[on : on + _REACH], start):
                    if end > len(before):
                        yield shows, first + start, on - len(before) + end
