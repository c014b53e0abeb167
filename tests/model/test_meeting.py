"""Short forms and empty keys of a meeting mean what their writer means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from building import a_meeting, in_short, read_meeting
from govreg.model.cross_references import references
from govreg.model.meeting import Meeting, Participant

MEETING = "title: Budget committee\nlead: opcc\n"


def test_a_lead_is_sole_joint_unclear_or_not_stated() -> None:
    kinds = {str(lead): a_meeting(lead=lead).lead_kind for lead in ("opcc", ["opcc"], ["opcc", "nhs"], "unclear", "not-stated")}

    assert list(kinds.values()) == ["sole", "sole", "joint", "unclear", "not-stated"]
    assert a_meeting(lead="unclear").leads == ()
    assert a_meeting(lead=["opcc", "nhs"]).leads == ("opcc", "nhs")


@pytest.mark.parametrize("key", ["aliases", "participants", "focus", "frequency", "status", "chair", "review", "notes", "statutory"])
@pytest.mark.parametrize("nothing", ["", " []"])
def test_an_empty_key_is_the_same_as_none(key: str, nothing: str) -> None:
    reading = read_meeting(f"{MEETING}{key}:{nothing}\n")

    assert reading.findings == ()
    assert reading.register.meetings["budget-committee"] == read_meeting(MEETING).register.meetings["budget-committee"]


@pytest.mark.parametrize("text", ["title:\nlead: opcc\n", "title: Budget committee\nlead:\n", "title: Budget committee\nlead: []\n"])
def test_title_and_lead_may_not_be_empty(text: str) -> None:
    reading = read_meeting(text)

    assert len(in_short(reading.findings)) == 1
    assert reading.register.unread == ("meetings/budget-committee.yaml",)


def test_short_forms_stand_for_mappings() -> None:
    short = read_meeting(f"{MEETING}chair: nhs\nparticipants: [nhs]\nfocus: [Parking]\nfrequency: monthly\nstatutory: Care Act 2014\n")
    long = read_meeting(
        f"{MEETING}chair: {{organisation: nhs}}\nparticipants: [{{organisation: nhs}}]\nfocus: [{{text: Parking}}]\n"
        "frequency: {text: monthly}\nstatutory: [Care Act 2014]\n"
    )

    assert short.findings == ()
    assert short.register.meetings["budget-committee"] == long.register.meetings["budget-committee"]


def test_text_stays_text_whatever_it_looks_like() -> None:
    reading = read_meeting("title: '136'\naliases: ['NO', '12:30', '1.10']\nlead: opcc\nduration: 1.50\n")
    meeting = reading.register.meetings["budget-committee"]

    assert (meeting.title, meeting.aliases, meeting.duration) == ("136", ("NO", "12:30", "1.10"), "1.50")
    assert in_short(reading.findings) == ["GR019 4:11"]


def test_the_newest_review_is_the_last() -> None:
    assert a_meeting().latest_review is None
    newest = a_meeting(review=[{"recommendation": "continue"}, {"recommendation": "end"}]).latest_review
    assert newest is not None
    assert newest.recommendation == "end"


def test_only_named_duties_are_given() -> None:
    assert a_meeting(statutory=["Care Act 2014"]).duties == ("Care Act 2014",)
    assert [a_meeting(statutory=value).duties for value in ("true", "false")] == [(), ()]
    assert a_meeting().duties == ()


NEW = """\
kind: network
secretariat: opcc
chair: {role: PCC, basis: in turn}
status: suspended
status_reason: "No: nobody came"
purpose_as_written: "To consider, among others: floods"
quorum: three partners
participants:
  - {organisation: nhs, voting: true, people: 2}
  - {organisation: opcc, voting: "false"}
sources:
  - {document: Paper, url: "https://example.org/paper"}
"""


def test_the_fields_of_the_contract_are_read() -> None:
    reading = read_meeting(f"{MEETING}{NEW}")
    meeting = reading.register.meetings["budget-committee"]

    assert [found for found in reading.findings if found.severity == "error"] == []
    assert (meeting.kind, meeting.secretariat, meeting.status_reason, meeting.quorum) == (
        *("network", "opcc", "No: nobody came", "three partners"),
    )
    assert meeting.purpose_as_written == "To consider, among others: floods"
    assert [(seat.voting, seat.people) for seat in meeting.participants] == [(True, 2), (False, None)]
    assert meeting.sources[0].url == "https://example.org/paper"
    assert meeting.has_chair
    assert meeting.core_organisations == {"nhs", "opcc"}


@pytest.mark.parametrize("kind", ["committee", "sub-group", "network"])
def test_committees_sub_groups_and_networks_are_kinds(kind: str) -> None:
    assert read_meeting(f"{MEETING}kind: {kind}\n").findings == ()


@pytest.mark.parametrize(
    ("keys", "code", "hint"),
    [
        ("people: 0", "GR107", "Write the number in digits, such as 2, or leave the field out."),
        ("people: 1.5", "GR107", "Write the number in digits, such as 2, or leave the field out."),
        ("people: many", "GR107", "Write the number in digits, such as 2, or leave the field out."),
        ("voting: yes", "GR108", "Write true or false."),
    ],
)
def test_people_are_a_whole_number_and_voting_is_true_or_false(keys: str, code: str, hint: str) -> None:
    findings = read_meeting(f"{MEETING}participants:\n  - {{organisation: nhs, {keys}}}\n").findings

    assert [(one.code, one.hint) for one in findings if one.severity == "error"] == [(code, hint)]


def test_an_unknown_secretariat_is_found() -> None:
    entry = a_meeting(secretariat="nobody")
    assert [(one.id, one.path) for one in references(entry) if one.path == ("secretariat",)] == [("nobody", ("secretariat",))]


def test_proposed_suspended_and_ended_meetings_are_not_held() -> None:
    statuses = ("active", "shadow", "proposed", "suspended", "ended")
    assert a_meeting().is_held
    assert [status for status in statuses if a_meeting(status=status).is_held] == ["active", "shadow"]


def test_the_chairs_organisation_has_a_seat() -> None:
    meeting = a_meeting(chair={"organisation": "pcc", "role": "PCC"}, participants=["nhs"])
    assert [(seat.organisation, seat.chairs, seat.path) for seat in meeting.seats] == [
        ("nhs", False, ("participants", 0)),
        ("pcc", True, ("chair",)),
    ]
    assert meeting.core_organisations == {"nhs", "pcc"}


def test_a_seat_counts_once_however_many_roles_it_has() -> None:
    meeting = a_meeting(
        chair={"organisation": "constabulary", "role": "ACC"},
        participants=[{"organisation": "constabulary", "attendance": "by-invitation"}, {"organisation": "constabulary", "role": "ACC"}],
    )
    (seat,) = meeting.seats
    assert (len(seat.roles), seat.is_core, seat.chairs) == (3, True, True)


def test_a_chair_who_is_only_a_role_has_no_seat_but_chairs() -> None:
    meeting = a_meeting(chair={"role": "in turn among the leads"})
    assert (meeting.seats, meeting.has_chair) == ((), True)


@pytest.mark.parametrize("attendance", ["by-invitation", "agenda-led", "observer"])
def test_occasional_attendees_have_no_core_seat(attendance: str) -> None:
    meeting = a_meeting(participants=[{"organisation": "nhs", "attendance": attendance}, {"meeting": "local-groups"}])
    assert meeting.core_seats == {("meeting", "local-groups")}
    assert meeting.core_organisations == frozenset()


def test_a_participants_attendance_says_who_chairs() -> None:
    meeting = a_meeting(participants=["nhs", {"organisation": "pcc", "attendance": "chair"}])
    assert meeting.chaired_by == {("organisation", "pcc")}
    assert meeting.has_chair


def test_texts_come_with_their_paths() -> None:
    meeting = a_meeting(title="One", aliases=["Two"], purpose="Three", focus=["Four", {"text": "Five"}])
    assert list(meeting.texts()) == [
        (("title",), "One"),
        (("aliases", 0), "Two"),
        (("purpose",), "Three"),
        (("focus", 0, "text"), "Four"),
        (("focus", 1, "text"), "Five"),
    ]


SEATS = st.one_of(
    st.sampled_from(["nhs", "", "opcc"]),
    st.dictionaries(
        st.sampled_from(["organisation", "meeting", "role", "attendance", "people", "voting", "from", "rôle"]),
        st.sampled_from(["nhs", "chair", "2", "true", "2016-05", "", None, ("nhs",)]),
        max_size=3,
    ),
    st.none(),
)


def checked(part: type[Meeting | Participant], data: object) -> tuple[object, list[object]]:
    """The record, or what is wrong and where, counted from the seat."""
    try:
        return part.model_validate(data), []
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_context=False)
        return None, [(error["type"], error["loc"][2 * (part is Meeting) :], error["msg"], error["input"]) for error in errors]


@given(st.lists(SEATS, min_size=1, max_size=4))
def test_a_seat_is_checked_the_same_however_often_it_was_written_before(seats: list[object]) -> None:
    for seat in (*seats, *seats):
        alone, wrong = checked(Participant, seat)
        meeting, wrong_there = checked(Meeting, {"id": "board", "title": "Board", "lead": "opcc", "participants": (seat,)})

        assert wrong_there == wrong
        assert (meeting.participants if isinstance(meeting, Meeting) else None) == (None if wrong else (alone,))


def test_seats_that_are_written_alike_are_kept_once() -> None:
    one, other = (a_meeting(id_, participants=[{"organisation": "nhs", "role": "director"}]) for id_ in ("board", "panel"))

    assert one.participants[0] is other.participants[0]


def test_whoever_has_a_seat_is_a_sender_in_whatever_manner() -> None:
    seats = ["nhs", {"organisation": "nhs", "role": "Chair"}, {"meeting": "b", "attendance": "observer"}]
    meeting = a_meeting(participants=seats, chair={"organisation": "opcc"})

    assert (
        meeting.senders == {seat.sender for seat in meeting.seats} == {("organisation", "nhs"), ("meeting", "b"), ("organisation", "opcc")}
    )
    assert meeting.organisations == {"nhs", "opcc"}
