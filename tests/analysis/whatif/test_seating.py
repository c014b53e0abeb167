"""Who sits where: by a seat of its own, as a member of a collective, or as a collective all of whose members are there."""

from collections.abc import Mapping
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.bits import Bits
from govreg.analysis.whatif.seating import Seating, folded, seat_places, seat_roles, seating
from govreg.model.location import in_meeting

ORGANISATIONS = {"a": {}, "b": {}, "c": {}, "both": {"members": ["a", "b"]}}


def of(*seats: list[Any], **keys: Any) -> Seating:
    """Who sits on the meetings m0, m1 and so on, with `seats`."""
    meetings = [a_meeting(f"m{number}", participants=participants, **keys) for number, participants in enumerate(seats)]
    return seating(a_register(*meetings, organisations=ORGANISATIONS), meetings)


def by_name(found: Seating, sets: Mapping[str, Bits]) -> dict[str, set[str]]:
    return {id_: {*found.listed(bits)} for id_, bits in sets.items()}


def observer(id_: str) -> dict[str, str]:
    return {"organisation": id_, "attendance": "observer"}


@pytest.mark.parametrize(
    ("seats", "seated"),
    [
        (["a"], {"a"}),
        (["a", "b"], {"a", "b", "both"}),
        (["both"], {"a", "b", "both"}),
        (["a", observer("b")], {"a"}),
        (["c", {"meeting": "m9"}], {"c"}),
        ([], set()),
    ],
)
def test_a_seat_is_its_members_and_a_collective_sits_where_all_its_members_do(seats: list[Any], seated: set[str]) -> None:
    found = of(seats)

    assert by_name(found, found.seated) == {id_: {"m0"} for id_ in seated}
    assert {id_ for id_ in (*ORGANISATIONS, "none") if found.has_seat(id_, "m0")} == seated
    assert not any(found.has_seat(id_, "m1") for id_ in ORGANISATIONS)


def test_who_only_observes_is_among_those_who_come() -> None:
    found = of(["a", observer("b")], ["c"])

    assert by_name(found, found.invited) == {"a": {"m0"}, "b": {"m0"}, "both": {"m0"}, "c": {"m1"}}


def test_two_sit_together_where_both_have_seats_and_else_may_come_by_invitation() -> None:
    found = of(["a", "c"], ["a", observer("c")], [observer("a"), observer("c")], ["a"], ["c"])

    assert found.together("a", "c") == found.together("c", "a") == {"m0"}
    assert found.by_invitation("a", "c") == found.by_invitation("c", "a") == {"m1", "m2"}
    assert found.together("a", "none") == found.together("none", "a") == found.by_invitation("none", "c") == frozenset()
    assert found.by_invitation("c", "none") == frozenset()
    observed = of([observer("c")])
    assert observed.by_invitation("none", "c") == observed.by_invitation("c", "none") == frozenset()


def test_a_post_is_one_however_it_is_written() -> None:
    posts = [{"organisation": "a", "role": role, "attendance": "observer"} for role in ("Chief Officers", "chief  officer", "Mayor")]
    meeting = a_meeting("m", participants=posts, chair={"organisation": "a", "role": "Leader"})

    assert {role: path for (_, _, role), path in seat_roles(meeting).items()} == {
        "Chief Officers": ("participants", 0),
        "Mayor": ("participants", 2),
        "Leader": ("chair",),
    }
    assert folded(("organisation", "a", "Chief  Officers")) == ("organisation", "a", "chief officer")
    assert of(posts[:1], posts[1:2]).roles == {("organisation", "a", "chief officer"): {"m0", "m1"}}


def test_posts_of_two_bodies_and_seats_without_a_post_are_apart() -> None:
    one, other, sent = {"organisation": "a", "role": "ACC"}, {"organisation": "b", "role": "ACC"}, {"meeting": "m1", "role": "ACC"}

    assert of([one, "c"], [other, sent]).roles == {
        ("organisation", "a", "acc"): {"m0"},
        ("organisation", "b", "acc"): {"m1"},
        ("meeting", "m1", "acc"): {"m1"},
    }


def test_the_place_of_a_seat_is_the_first_that_names_its_organisation() -> None:
    meeting = a_meeting("m", participants=[{"meeting": "x"}, "b", "a", {"organisation": "b", "role": "ACC"}], chair="a")

    assert seat_places(meeting) == {"b": in_meeting("m", "participants", 1), "a": in_meeting("m", "participants", 2)}


def test_a_collective_of_collectives_sits_where_all_its_members_have_seats_of_their_own_or_through_others() -> None:
    """A collective that only stands there because all its members do makes no other stand there."""
    organisations = {"a": {}, "b": {}, "few": {"members": ["a"]}, "all": {"members": ["few", "b"]}, "loop": {"members": ["b", "loop"]}}
    meetings = [a_meeting(f"m{number}", participants=seats) for number, seats in enumerate((["all"], ["few", "b"], ["a", "b"]))]
    found = seating(a_register(*meetings, organisations=organisations), meetings)

    assert by_name(found, found.seated) == {
        "a": {"m0", "m1", "m2"},
        "b": {"m0", "m1", "m2"},
        "few": {"m0", "m1", "m2"},
        "all": {"m0", "m1"},
        "loop": {"m0", "m1", "m2"},
    }


def test_members_of_collectives_are_not_gone_through_for_each_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand meetings may each seat collectives with twelve thousand members in all."""
    for walk in ("collectives_with", "members_of"):
        monkeypatch.delattr(f"govreg.model.register.Register.{walk}")

    assert {id_ for id_ in ORGANISATIONS if of(["both"]).has_seat(id_, "m0")} == {"a", "b", "both"}
