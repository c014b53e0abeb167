"""What a register says of one organisation."""

from typing import Any

from building import TODAY, a_meeting, a_register
from govreg.analysis.open_points import OpenPoint, Vacancy
from govreg.analysis.organisation import OrganisationProfile, organisation_profile
from govreg.model.meeting import Meeting

ORGANISATIONS = {"a": {}, "b": {}, "d": {"part_of": "a"}, "both": {"members": ["a", "b"]}}


def profile(*meetings: Meeting, id_: str = "a", **keys: Any) -> OrganisationProfile:
    return organisation_profile(a_register(*meetings, organisations=ORGANISATIONS), id_, TODAY, **keys)


def parts(found: OrganisationProfile) -> list[tuple[str, str, str]]:
    return [(one.part, one.meeting, one.organisation) for one in found.involvements]


def test_leading_is_not_sitting() -> None:
    found = profile(a_meeting("m", lead=["a", "b"], support=["d"], secretariat="a"))

    assert parts(found) == [("lead", "m", "a"), ("support", "m", "d"), ("secretariat", "m", "a")]
    assert found.totals["seat"].meetings == ()


def test_organisations_below_count_unless_exact() -> None:
    meeting = a_meeting("m", participants=["d"])

    assert parts(profile(meeting)) == [("seat", "m", "d")]
    assert parts(profile(meeting, exact=True)) == []


def test_a_collective_counts_only_where_it_has_no_seat_of_its_own() -> None:
    through, own = a_meeting("m", participants=["both"]), a_meeting("n", participants=["both", "a"])

    assert parts(profile(through, own)) == [("seat", "n", "a"), ("through", "m", "both")]
    assert parts(profile(through, own, exact=True)) == [("seat", "n", "a")]


def test_a_past_seat_is_shown_but_not_counted() -> None:
    gone = a_meeting("m", frequency="Monthly", participants=[{"organisation": "a", "role": "ACC", "until": "2026-10"}])
    found = profile(gone)

    assert [(one.part, one.tenure) for one in found.involvements] == [("seat", "past")]
    assert found.totals["seat"].a_year.per_year is None
    assert found.vacancies == (Vacancy("m", "a", "ACC", chair=False, until="2026-10"),)


def test_a_role_with_a_possible_successor_is_not_vacant() -> None:
    def after(**role: Any) -> tuple[Vacancy, ...]:
        over = {"organisation": "a", "role": "ACC", "until": "2026-10"}
        return profile(a_meeting("m", participants=[over, {"organisation": "a", **role}])).vacancies

    assert after(role="acc") == ()
    assert after() == ()
    assert after(role="ACC", **{"from": "2027"}) == ()
    assert after(role="Director") == (Vacancy("m", "a", "ACC", chair=False, until="2026-10"),)


def test_a_chair_is_vacant_only_if_no_role_chairs() -> None:
    over = {"organisation": "a", "until": "2026-10"}

    assert profile(a_meeting("m", chair=over, participants=["a"])).vacancies == (Vacancy("m", "a", None, chair=True, until="2026-10"),)
    assert profile(a_meeting("m", chair=over, participants=[{"organisation": "b", "attendance": "chair"}])).vacancies == ()
    assert profile(a_meeting("m", chair=over, status="ended")).vacancies == ()


def test_hidden_entries_make_no_vacancy() -> None:
    over = {"organisation": "a", "role": "ACC", "until": "2026-10"}
    shown = a_register(a_meeting("m", participants=[over]), organisations=ORGANISATIONS)
    whole = a_register(a_meeting("m", participants=[over, {"organisation": "a", "role": "ACC"}]), organisations=ORGANISATIONS)

    assert organisation_profile(shown, "a", TODAY, whole=whole).vacancies == ()


def test_hidden_entries_make_no_gap() -> None:
    shown, whole = (a_register(a_meeting("m", lead="a", **keys), organisations=ORGANISATIONS) for keys in ({}, {"participants": ["b"]}))

    assert "participants" in organisation_profile(shown, "a", TODAY, whole=shown).gaps
    assert "participants" not in organisation_profile(shown, "a", TODAY, whole=whole).gaps


def test_points_are_what_is_said_in_two_ways() -> None:
    def points(*seats: dict[str, Any], **keys: Any) -> tuple[OpenPoint, ...]:
        return profile(a_meeting("m", lead="b", participants=list(seats), **keys)).points

    acc = {"organisation": "a", "role": "ACC"}
    assert points(acc, {**acc, "attendance": "observer"}) == (
        OpenPoint("attendance", ("m",), "a", "ACC", (("member", ("m",)), ("observer", ("m",)))),
    )
    assert points({**acc, "voting": True}, {**acc, "voting": False})[0].answers == (("votes", ("m",)), ("does not vote", ("m",)))
    assert points({**acc, "person": "Ann"}, {**acc, "person": "Bob"})[0].kind == "person"
    assert points({**acc, "person": "Ann"}, {**acc, "role": "Director", "person": "Bob"}) == ()
    assert points({**acc, "person": "Ann", "until": "2016"}, {**acc, "person": "Bob"}) == ()
    assert points({**acc, "attendance": "chair"}, chair="b")[0].answers == (("a", ("m",)), ("b", ("m",)))
    assert points({**acc, "attendance": "chair"}, {**acc}) == ()
    assert points({**acc, "attendance": "chair"}, {"organisation": "b", "role": "Director"}) == ()
    assert points({**acc, "attendance": "chair"}, chair={"organisation": "b", "until": "2016"}) == ()


def test_a_person_differs_across_meetings_but_a_manner_of_attending_does_not() -> None:
    seat = {"organisation": "a", "role": "ACC"}
    one = a_meeting("m", participants=[{**seat, "person": "Ann", "voting": True}])
    other = a_meeting("n", participants=[{**seat, "person": "Bob", "voting": False}])

    assert [(point.kind, point.meetings) for point in profile(one, other).points] == [("person", ("m", "n"))]


def test_due_dates_are_those_of_its_own_meetings() -> None:
    sits = a_meeting("m", participants=[{"organisation": "a", "until": "2027"}], next_meets="2026-12", review={"next_due": "2026"})
    over = a_meeting("n", participants=["a"], status="ended", next_meets="2026-12")
    elsewhere = a_meeting("o", participants=["both"], next_meets="2026-12")

    found = profile(sits, over, elsewhere, id_="a").dates
    assert [(one.kind, one.meeting, one.on, one.passed) for one in found] == [
        ("review", "m", "2026", False),
        ("meets", "m", "2026-12", False),
        ("until", "m", "2027", False),
    ]


def test_an_organisation_is_not_its_own_companion() -> None:
    found = profile(a_meeting("m", participants=["a", "d", "both", "b", {"organisation": "opcc", "until": "2016"}]))

    assert [one.sender[1] for one in found.companions] == ["b"]


def test_the_dates_of_roles_name_the_post_or_the_chair() -> None:
    roles = [{"organisation": "a", "role": "ACC", "until": "2027-01"}, {"organisation": "a", "attendance": "observer", "from": "2027-05"}]
    found = profile(a_meeting("m", chair={"organisation": "a", "until": "2027-03"}, participants=roles))

    assert [(one.kind, one.role) for one in found.dates] == [("until", "ACC"), ("until", "chair"), ("from", None)]
