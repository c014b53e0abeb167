"""What a register says of one organisation."""

from dataclasses import replace
from typing import Any

from building import TODAY, a_meeting, a_register
from govreg.analysis.open_points import OpenPoint, Vacancy
from govreg.analysis.organisation import OrganisationProfile, organisation_profile
from govreg.model.meeting import Meeting
from govreg.model.register import organisations

ORGANISATIONS = {"a": {}, "b": {}, "d": {"part_of": "a"}, "both": {"members": ["a", "b"]}}


MONTHLY = {"frequency": "Monthly"}


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


def test_the_profile_says_who_is_counted_and_through_whom() -> None:
    found = profile(a_meeting("m", lead="a"))
    both = profile(a_meeting("m"), id_="both")

    assert (found.id, found.counted, found.collectives, found.members) == ("a", ("a", "d"), ("both",), ())
    assert (both.id, both.counted, both.collectives, both.members) == ("both", ("both",), (), ("a", "b"))
    exact = profile(a_meeting("m", participants=["both"]), exact=True)
    assert (exact.counted, exact.collectives, exact.involvements) == (("a",), (), ())


def test_parts_come_in_their_order_and_each_by_title() -> None:
    meetings = (a_meeting("m", title="beta", lead="a", participants=["a"]), a_meeting("n", title="Alpha", lead="a", secretariat="a"))
    found = profile(*meetings)

    assert [(one.part, one.meeting) for one in found.of("lead", "secretariat")] == [("lead", "n"), ("lead", "m"), ("secretariat", "n")]
    assert [one.part for one in found.involvements] == ["lead", "lead", "secretariat", "seat"]


def test_a_seat_that_chairs_is_told_from_one_that_does_not() -> None:
    chairs = a_meeting("m", participants=["a", {"organisation": "a", "role": "ACC", "attendance": "chair"}])
    named, member = a_meeting("n", chair="d"), a_meeting("o", participants=["a"], chair="b")

    assert [(one.meeting, one.organisation) for one in profile(chairs, named, member).chaired] == [("m", "a"), ("n", "d")]


def test_a_seat_that_is_only_by_invitation_or_over_leaves_the_collective_to_count() -> None:
    invited = a_meeting("m", participants=["both", {"organisation": "a", "attendance": "observer"}])
    over = a_meeting("n", participants=["both", {"organisation": "a", "until": "2016"}])
    sits = a_meeting(
        "o", participants=["both", "a", {"organisation": "d", "until": "2016"}, {"organisation": "d", "attendance": "observer"}]
    )

    found = profile(invited, over, sits)
    assert [(one.meeting, one.organisation) for one in found.of("through")] == [("m", "both"), ("n", "both")]
    assert [(one.meeting, one.organisation) for one in found.of("invited")] == [("m", "a"), ("o", "d")]


def test_a_meeting_that_is_not_held_is_in_no_sum() -> None:
    found = profile(a_meeting("m", lead="a", **MONTHLY), a_meeting("n", lead="a", status="suspended", **MONTHLY))

    total = found.totals["lead"]
    assert (total.meetings, total.held, total.a_year.per_year) == (("m", "n"), ("m",), 12)


def test_a_meeting_with_two_seats_counts_once() -> None:
    found = profile(a_meeting("m", participants=["a", "d"], **MONTHLY))

    assert (found.totals["seat"].meetings, found.totals["seat"].a_year.per_year) == (("m",), 12)


def test_the_posts_are_those_that_sit_now_on_what_is_held() -> None:
    def posts(*seats: Any, **keys: Any) -> list[tuple[str, str | None, tuple[str, ...]]]:
        found = profile(
            a_meeting("m", participants=list(seats), **keys), a_meeting("n", participants=[{"organisation": "a", "role": "acc"}])
        )
        return [(one.organisation, one.role, one.meetings) for one in found.posts]

    acc, alone = {"organisation": "a", "role": "ACC"}, [("a", "acc", ("n",))]
    assert posts(acc) == [("a", "ACC", ("m", "n"))]
    assert posts(acc, {"organisation": "a", "role": "Analyst"}, "d") == [
        ("a", "ACC", ("m", "n")),
        ("a", "Analyst", ("m",)),
        ("d", None, ("m",)),
    ]
    assert posts("a", {"organisation": "d", "role": "Chief"}) == [("a", "acc", ("n",)), ("d", "Chief", ("m",)), ("a", None, ("m",))]
    assert posts({**acc, "until": "2016"}) == alone
    assert posts({**acc, "until": "2016"}, {"organisation": "a", "role": "Analyst"}) == [("a", "acc", ("n",)), ("a", "Analyst", ("m",))]
    assert posts({**acc, "attendance": "observer"}) == alone
    assert posts(acc, status="ended") == alone
    assert posts("both") == alone
    assert posts("a", acc) == [("a", "ACC", ("m", "n"))]


def test_companions_sit_now_as_a_matter_of_course_on_what_it_sits_on() -> None:
    guests = [{"organisation": "opcc", "attendance": "observer"}, {"organisation": "opcc", "from": "2030"}, {"meeting": "o"}]
    meetings = [a_meeting("m", participants=["a", "b", *guests], **MONTHLY), a_meeting("n", participants=["a", "b"], **MONTHLY)]
    apart = [a_meeting("o", participants=["b"], **MONTHLY), a_meeting("p", participants=["a", "b"], status="proposed")]

    found = profile(*meetings, *apart).companions
    assert [(one.sender, one.meetings, one.a_year.per_year) for one in found] == [
        (("organisation", "b"), ("m", "n"), 24),
        (("meeting", "o"), ("m",), 12),
    ]


def test_a_collective_does_not_meet_its_own_members() -> None:
    found = profile(a_meeting("m", participants=["both", "a", "b", "d"]), id_="both")

    assert [one.sender[1] for one in found.companions] == ["d"]


def test_what_is_due_today_has_not_passed() -> None:
    found = profile(
        a_meeting("m", lead="a", next_meets="2026-11-21", review={"next_due": "2026-11"}),
        a_meeting("n", lead="a", next_meets="2026-11-20", terms_of_reference={"review_due": "2026-10"}),
        a_meeting("o", lead="a", review={"recommendation": "continue"}, terms_of_reference={"url": "https://example.org"}),
    )

    assert [(one.kind, one.meeting, one.passed) for one in found.dates] == [
        ("terms", "n", True),
        ("meets", "n", True),
        ("meets", "m", False),
        ("review", "m", False),
    ]


def test_only_roles_of_its_own_that_begin_or_end_yet_are_due() -> None:
    seats: list[dict[str, Any]] = [
        {"organisation": "a", "role": "Past", "from": "2015", "until": "2016"},
        {"organisation": "a", "role": "Now", "from": "2016", "until": "2030"},
        {"organisation": "a", "role": "Later", "from": "2028", "until": "2029"},
        {"organisation": "a", "role": "Open", "from": "2016"},
        {"organisation": "both", "role": "Clerk", "until": "2027"},
        {"organisation": "a", "attendance": "observer", "until": "2031"},
    ]
    found = profile(a_meeting("m", participants=seats), a_meeting("n", participants=seats, status="ended"))

    assert [(one.kind, one.meeting, one.on, one.role) for one in found.dates] == [
        ("from", "m", "2028", "Later"),
        ("until", "m", "2029", "Later"),
        ("until", "m", "2030", "Now"),
        ("until", "m", "2031", None),
    ]


def test_dates_and_gaps_are_those_of_meetings_it_takes_part_in_now() -> None:
    over = a_meeting("m", participants=[{"organisation": "a", "until": "2016"}], next_meets="2027")
    future = a_meeting("n", participants=[{"organisation": "a", "attendance": "observer", "from": "2028"}], next_meets="2027")
    found = profile(over, future, a_meeting("o", participants=["both"], next_meets="2027"))

    assert [(one.kind, one.meeting) for one in found.dates] == [("meets", "n"), ("from", "n")]
    assert {id_ for ids in found.gaps.values() for id_ in ids} == {"n"}


def test_open_points_come_by_title() -> None:
    unclear = {"lead": "unclear", "participants": ["a"]}
    found = profile(a_meeting("m", title="Beta", **unclear), a_meeting("n", title="alpha", **unclear))

    assert [one.meetings for one in found.points] == [("n",), ("m",)]


def test_the_months_are_those_of_held_meetings_with_a_seat() -> None:
    yearly = {"participants": ["a"], "frequency": "Annually in May"}
    found = profile(
        a_meeting("m", **yearly), a_meeting("n", status="ended", **yearly), a_meeting("o", lead="a", frequency="March and June")
    )

    assert (found.months.by_month, found.months.known) == ({5: 1}, ("m",))


class ComparedId(str):
    """An id that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        ComparedId.compared += 1
        return super().__eq__(other)

    __hash__ = str.__hash__


def test_each_seat_is_looked_up_among_the_organisations_below_not_compared_with_all() -> None:
    """A county council may have thousands of bodies below it, and a register a hundred thousand seats."""
    parts = {f"part-{number}": {"part_of": "a"} for number in range(100)}
    register = a_register(a_meeting("m", participants=[*parts]), organisations={"a": {}, **parts})
    entries = {id_: entry.model_copy(update={"id": ComparedId(id_)}) for id_, entry in register.organisations.items()}

    assert len(organisation_profile(replace(register, organisations=organisations(entries)), "a", TODAY).of("seat")) == 100
    assert ComparedId.compared < 10 * 100
