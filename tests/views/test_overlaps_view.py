"""Of pairs that share members, the counts in the foot are those of going through them one by one, and the rows those of the pairs."""

from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.overlaps import overlaps as found_in
from govreg.model.register import Register
from govreg.views.overlaps import overlaps

ORGANISATIONS = {"a": {}, "b": {}, "c": {}, "both": {"members": ["a", "b"]}}
SEATS = st.lists(
    st.fixed_dictionaries({"organisation": st.sampled_from(sorted(ORGANISATIONS))}, optional={"attendance": st.just("by-invitation")}),
    max_size=4,
    unique_by=lambda seat: seat["organisation"],
)


def registers(seats: list[list[dict[str, str]]]) -> Register:
    return a_register(*(a_meeting(f"m{number}", participants=who) for number, who in enumerate(seats)), organisations=ORGANISATIONS)


@given(st.lists(SEATS, max_size=6))
def test_the_counts_are_those_of_the_pairs(seats: list[list[dict[str, str]]]) -> None:
    register = registers(seats)
    found = found_in(register, register.meetings.values())
    foot = " ".join(overlaps(register, found, "organisation", "2026-11-21", limit=0).foot)

    sitting = [pair for pair in found.pairs if pair.shared or pair.shared_through]
    through = sum(not pair.shared for pair in sitting)
    single = sum(len(pair.shared) == 1 and pair.jaccard == 1 for pair in sitting)
    invited = len(found.pairs) - len(sitting)
    assert (f"{len(sitting)} pair" in foot) == bool(sitting)
    assert (f"{through} of them only through a collective" in foot) == bool(through)
    assert (f"{invited} more pair" in foot) == bool(invited)
    assert (f"No overlap is given for {single} pair" in foot) == bool(single)


@given(st.lists(SEATS, max_size=6))
def test_a_spreadsheet_has_a_row_for_each_pair(seats: list[list[dict[str, str]]]) -> None:
    register = registers(seats)
    found = found_in(register, register.meetings.values())
    table = overlaps(register, found, "organisation", "2026-11-21", limit=1).table

    assert table is not None
    assert [(row[0], row[1], row[4], row[5]) for row in table.rows] == [
        (pair.a, pair.b, len(pair.shared), round(pair.jaccard, 2)) for pair in found.pairs
    ]
