"""Sets of areas as bits: what they cover and leave is what going through the areas one by one covers and leaves."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.whatif.area_sets import WHOLE, AreaSets
from govreg.model.register import Register

TREE = {"county": {}, "city": {"part_of": "county"}, "ward": {"part_of": "city"}, "town": {"part_of": "county"}}
APART = {"elsewhere": {}, "abroad": {"part_of": "unknown"}}
NAMED = st.lists(st.sampled_from([*TREE, *APART, "nowhere", "unknown"]), max_size=3, unique=True)


def listed(register: Register, *named: str) -> set[str]:
    """The areas that a meeting covers which names these."""
    sets = AreaSets(register)
    return {*sets.listed(sets.covered(named))}


@given(st.lists(NAMED, min_size=1, max_size=5))
def test_a_meeting_covers_the_areas_that_it_names_and_those_in_them(several: Sequence[list[str]]) -> None:
    register = a_register(*(a_meeting(f"m{number}", areas=named) for number, named in enumerate(several)), areas={**TREE, **APART})
    sets = AreaSets(register)
    everything = {*register.areas, *(area for named in several for area in named), WHOLE}

    for named in several:
        below = {one for area in named for one in (register.areas_below(area) if area in register.areas else [area])}
        assert sets.listed(sets.covered(tuple(named))) == tuple(sorted(below if named else everything))
    counted = sets.counted([sets.covered(tuple(named)) for named in several], register.areas)
    assert counted == {id_: sum(id_ in sets.listed(sets.covered(tuple(named))) for named in several) for id_ in register.areas}


@pytest.mark.parametrize(
    ("areas", "named", "covered"),
    [
        (TREE, ["county"], {*TREE}),
        (TREE, [], {*TREE}),
        (TREE, ["city", "town"], {"city", "ward", "town"}),
        ({**TREE, **APART}, [], {*TREE, *APART, WHOLE}),
        ({**TREE, **APART}, ["county"], {*TREE}),
        ({"one": {"part_of": "other"}, "other": {"part_of": "one"}}, [], {"one", "other", WHOLE}),
        ({}, [], {WHOLE}),
    ],
)
def test_what_holds_all_areas_is_the_whole(areas: dict[str, dict[str, str]], named: list[str], covered: set[str]) -> None:
    assert listed(a_register(areas=areas), *named) == covered


def test_the_parts_of_an_area_are_not_gone_through_for_each_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = {"county": {}, **{f"town-{number}": {"part_of": "county"} for number in range(100)}}
    meetings = [a_meeting(f"m{number}", areas=[f"town-{number}"]) for number in range(100)]
    sets, asked = AreaSets(a_register(*meetings, areas=areas)), []
    below = Register.areas_below

    def counted(register: Register, id_: str) -> frozenset[str]:
        asked.append(id_)
        return below(register, id_)

    monkeypatch.setattr(Register, "areas_below", counted)

    assert [sets.covered(meeting.areas).bit_count() for meeting in meetings] == [1] * 100
    assert len(asked) <= 1
