"""Entries that are nearly copies of each other, made up by hypothesis: each part of their sum has a sentence, and one score."""

import re
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from conftest import examples
from govreg.analysis.duplicates.search import Query, find_duplicates, score_pair
from govreg.views.duplicates.evidence import EvidenceText

WORDS = ["walruses", "lemurs", "herons", "zebras", "tapirs", "otters"]
TEXT = st.builds(
    lambda words, between: between.join(words),
    st.sampled_from([WORDS, WORDS, WORDS, WORDS[1:], WORDS[:3], WORDS[3:] + WORDS[:3], WORDS[::2] + WORDS]),
    st.sampled_from([" ", " of the ", ", ", " and ", ". "]),
)
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"purpose": TEXT},
        optional={
            "title": TEXT.map(str.capitalize),
            "aliases": st.just(["HWB"]),
            "focus": st.lists(TEXT, min_size=1, max_size=3),
            "themes": st.just(["birds"]),
            "participants": st.sampled_from([["opcc", "nhs"], [{"organisation": "nhs", "role": "Director"}, "opcc"]]),
            "areas": st.sampled_from([["north"], ["county"]]),
            "level": st.sampled_from(["strategic", "tactical"]),
            "frequency": st.sampled_from(["Monthly", "Every six weeks"]),
            "status": st.sampled_from(["active", "proposed", "ended"]),
            "review": st.sampled_from([{"recommendation": "merge", "into": ["m0"]}, {"recommendation": "end", "into": ["m1"]}]),
            "links_to": st.just(["m0"]),
        },
    ),
    min_size=2,
    max_size=3,
)
PARTS: dict[str, Any] = {
    "organisations": {"opcc": {}, "nhs": {}},
    "areas": {"county": {}, "north": {"part_of": "county"}},
    "themes": {"birds": {"terms": ["herons"]}},
    "glossary": {"HWB": ("Herons and walruses board",)},
}
UNFINISHED = re.compile(r"\bNone\b(?! )|\(\)|\[\]|“”|  |[a-z]\.[A-Z]| [,.;]")
"""What a sentence has where a part of it is missing."""


@examples(Fraction(1, 2))
@given(ENTRIES)
def test_each_part_has_a_sentence_and_a_pair_has_one_score_however_it_is_asked_for(entries: list[dict[str, Any]]) -> None:
    register = a_register(*(a_meeting(f"m{number}", **keys) for number, keys in enumerate(entries)), **PARTS)
    found = find_duplicates(register, Query(everything=True))
    text = EvidenceText(found.comparison)

    for pair in found.pairs:
        pieces = (*text.evidence(pair), *text.against(pair))
        alone = score_pair(register, pair.a, pair.b)
        named = EvidenceText(alone.comparison)

        assert not [piece.says for piece in pieces if UNFINISHED.search(piece.says)]
        assert (alone.pairs[0].score, alone.pairs[0].grade, alone.pairs[0].kind) == (pair.score, pair.grade, pair.kind)
        assert (*named.evidence(alone.pairs[0]), *named.against(alone.pairs[0])) == pieces
