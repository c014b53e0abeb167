"""Parts of an entry that repeat or contradict each other, or say nothing (GR229, GR230, GR242, GR248, GR322 to GR325)."""

from collections.abc import Iterator
from datetime import date

from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.succession import successors_by_meeting
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, last_day
from govreg.model.location import KeyPath, Location, in_meeting, in_minutes
from govreg.model.meeting import Participant
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("GR229", ERROR)
def lead_among_supporters(subject: RuleContext) -> Iterator[Problem]:
    """An organisation both leads the meeting and supports the lead.

    To support is to back another's lead. Either it leads, alone or jointly, or it supports.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        support: [opcc, constabulary]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        support: [constabulary]
    """
    for meeting in subject.register.meetings.values():
        for index, id_ in enumerate(meeting.support):
            if id_ in meeting.leads:
                related = ((in_meeting(meeting.id, "lead"), "it leads here"),)
                message = f"“{id_}” leads the meeting, so it cannot support the lead too."
                yield Problem(in_meeting(meeting.id, "support", index), message, "Delete it from `support` or from `lead`.", related)


@rule("GR230", WARNING)
def area_beside_its_part(subject: RuleContext) -> Iterator[Problem]:
    """A list of areas names an area and a part of it.

    The part is in the area already, so the list says nothing more for it; perhaps another area was meant.

    Wrong:

        register.yaml
        areas:
          avon: {name: Avon}
          bristol: {name: Bristol, part_of: avon}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [avon, bristol]

    Right:

        register.yaml
        areas:
          avon: {name: Avon}
          bristol: {name: Bristol, part_of: avon}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [avon]
    """
    register = subject.register
    for meeting in register.meetings.values():
        for index, area in enumerate(meeting.areas):
            whole = next((above for above in register.areas_above(area) if above != area and above in meeting.areas), None)
            if whole is not None:
                message = f"“{area}” is part of “{whole}”, which is listed too."
                place = in_meeting(meeting.id, "areas", index)
                yield Problem(place, message, f"Delete “{area}”, or “{whole}” if the meeting does not cover all of it.")


@rule("GR242", WARNING)
def part_says_nothing(subject: RuleContext) -> Iterator[Problem]:
    """A part of an entry is empty, or lacks its main text.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        actions:
          - {owner: constabulary, due: 2018-05-02}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        actions:
          - {text: Report on reserves, owner: constabulary, due: 2018-05-02}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for place, what, says in _parts(subject):
        if not says:
            yield Problem(place, f"This {what} says nothing.", "Write what it is, or delete it.")


@rule("GR248", WARNING)
def no_area_to_be_held_in(subject: RuleContext) -> Iterator[Problem]:
    """A meeting is held once per area, but the register has no areas.

    Nobody can say how many meetings that makes, so only one is counted.

    Wrong:

        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        instances: per-area

    Right:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        instances: per-area
    """
    register = subject.register
    for meeting in register.meetings.values():
        if meeting.instances == "per-area" and not meeting.areas and not register.areas and register.areas.complete:
            hint = "List the areas under `areas` in register.yaml, or leave `instances` out."
            yield Problem(in_meeting(meeting.id, "instances"), "The register has no areas in which it could be held.", hint)


@rule("GR322", WARNING)
def merge_into_nothing(subject: RuleContext) -> Iterator[Problem]:
    """A meeting is recommended to merge, and nothing says with which.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, reason: Both look at the same papers}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, into: [finance-board], reason: Both look at the same papers}
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    housed = successors_by_meeting(subject.register)
    for meeting in subject.register.meetings.values():
        review = meeting.latest_review
        if meeting.live and review is not None and review.recommendation == "merge" and not review.into and meeting.id not in housed:
            place = in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation")
            yield Problem(
                place, "It is to merge, but nothing says with which meeting.", "Write the meeting that takes its work on: `into: […]`."
            )


@rule("GR323", WARNING)
def two_chairs(subject: RuleContext) -> Iterator[Problem]:
    """`chair` names one organisation, and the list of participants has another in the chair.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        chair: {organisation: opcc, role: Chief Executive}
        participants:
          - {organisation: nhs, attendance: chair}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        chair: {organisation: opcc, role: Chief Executive}
        participants:
          - {organisation: nhs, attendance: deputy}
    """
    register = subject.register
    for meeting in register.meetings.values():
        chair = meeting.chair.organisation if meeting.chair is not None else None
        seats = [
            (index, seat) for index, seat in enumerate(meeting.participants) if seat.attendance == "chair" and _sits(seat, subject.today)
        ]
        if chair is None or any(seat.organisation is None or _are_one(register, chair, seat.organisation) for _, seat in seats):
            continue
        for index, seat in seats:
            related = ((in_meeting(meeting.id, "chair"), "the chair is here"),)
            message = f"“{seat.sender[1]}” has the chair here, but `chair` says “{chair}”."
            yield Problem(in_meeting(meeting.id, "participants", index), message, "Correct the one that is wrong.", related)


@rule("GR324", WARNING)
def one_off_again_and_again(subject: RuleContext) -> Iterator[Problem]:
    """A one-off meeting has a frequency.

    Wrong:

        meetings/budget-summit.yaml
        title: Budget summit
        lead: opcc
        kind: one-off
        frequency: Monthly

    Right:

        meetings/budget-summit.yaml
        title: Budget summit
        lead: opcc
        kind: one-off
        next_meets: 2026-12-01
    """
    for meeting in subject.register.meetings.values():
        per_year = yearly_count(meeting, subject.register).per_year if meeting.kind == "one-off" else None
        if per_year is not None and per_year > 1:
            message = f"It is a one-off, but meets {float(per_year):g} times a year."
            yield Problem(in_meeting(meeting.id, "kind"), message, "Correct the kind, or leave the frequency out.")


@rule("GR325", WARNING)
def into_ended(subject: RuleContext) -> Iterator[Problem]:
    """A meeting's work is to go to a meeting that has ended.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, into: [finance-board]}
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
        status: ended
        review: {recommendation: end, reason: Its work is done}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: merge, into: [finance-board]}
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    meetings = subject.register.meetings
    for meeting in meetings.values():
        review = meeting.latest_review
        for index, id_ in enumerate(review.into if review is not None and meeting.live else ()):
            after = meetings.get(id_)
            if after is not None and not after.live:
                related = ((in_meeting(id_, "status"), "it ended"),)
                message = f"Its work is to go to “{after.title}”, which has ended."
                place = in_meeting(meeting.id, "review", len(meeting.review) - 1, "into", index)
                yield Problem(place, message, "Write the meeting that takes the work on now.", related)


def _parts(subject: RuleContext) -> Iterator[tuple[Location, str, bool]]:
    """The parts that may be empty, what each is, and whether it says what it is about."""
    for meeting in subject.register.meetings.values():
        for key, what, part in (
            ("chair", "chair", meeting.chair),
            ("terms_of_reference", "entry for the terms of reference", meeting.terms_of_reference),
            ("frequency", "frequency", meeting.frequency),
        ):
            if part is not None:
                yield in_meeting(meeting.id, key), what, bool(part.model_fields_set)
        for index, review in enumerate(meeting.review):
            yield in_meeting(meeting.id, "review", index), "review", bool(review.model_fields_set)
        for index, source in enumerate(meeting.sources):
            yield in_meeting(meeting.id, "sources", index), "source", bool(source.model_fields_set)
    for id_, minutes in subject.minutes.items():
        found: list[tuple[KeyPath, str, object]] = []
        for index, item in enumerate(minutes.agenda):
            found.append((("agenda", index), "agenda item", item.item or item.title or item.papers))
            found += [(("agenda", index, "papers", number), "paper", one.id or one.title) for number, one in enumerate(item.papers)]
        found += [(("decisions", index), "decision", one.id or one.title or one.text) for index, one in enumerate(minutes.decisions)]
        found += [(("actions", index), "action", one.id or one.text) for index, one in enumerate(minutes.actions)]
        yield from ((in_minutes(id_, path), what, bool(says)) for path, what, says in found)


def _sits(seat: Participant, today: date) -> bool:
    """Whether `seat` is taken today."""
    return (seat.from_ is None or first_day(seat.from_) <= today) and (seat.until is None or last_day(seat.until) >= today)


def _are_one(register: Register, one: str, other: str) -> bool:
    """Whether two organisations may both be said to chair: one is the other, or above it, or a collective that it is in."""
    above = {*register.organisations_above(one), *register.collectives_with([one])}
    below = {*register.organisations_above(other), *register.collectives_with([other])}
    return other in above or one in below


RULES: tuple[RegisterRule, ...] = (
    lead_among_supporters,
    area_beside_its_part,
    part_says_nothing,
    no_area_to_be_held_in,
)
GOVERNANCE: tuple[RegisterRule, ...] = (
    merge_into_nothing,
    two_chairs,
    one_off_again_and_again,
    into_ended,
)
