"""Seats whose role, vote or attendance contradicts the rest of the entry (GR252, GR323, GR333)."""

from collections.abc import Iterator
from datetime import date

from govreg.analysis.tenure import tenure
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, last_day
from govreg.model.location import KeyPath, Location, in_meeting, meeting_in
from govreg.model.meeting import Chair, Meeting, Participant
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING


@rule("GR252", WARNING)
def observer_votes(context: RuleContext) -> Iterator[Problem]:
    """An observer has a vote.

    An observer watches and takes no part in decisions. Whoever votes is a member.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: nhs, attendance: observer, voting: true}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: nhs, attendance: observer}
    """
    for meeting in context.register.meetings.values():
        for index, seat in enumerate(meeting.participants):
            if seat.voting and seat.attendance == "observer":
                place = in_meeting(meeting.id, "participants", index, "voting")
                yield Problem(place, f"“{seat.sender[1]}” observes, but has a vote.", "Correct `attendance` or `voting`.")


@rule("GR323", WARNING)
def chair_against_seats(context: RuleContext) -> Iterator[Problem]:
    """The `chair` field and the list of participants contradict each other.

    They name different chairs, or the chair's own post is listed as one that doesn't always attend, or no longer does.

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
    register = context.register
    for meeting in register.meetings.values():
        chair = meeting.chair.organisation if meeting.chair is not None else None
        if chair is None:
            continue
        seats = [
            (index, seat)
            for index, seat in enumerate(meeting.participants)
            if seat.attendance == "chair" and tenure(seat, context.today) == "current"
        ]
        yield from _own_seat(meeting, context.today)
        if any(seat.organisation is None or context.may_stand_for(chair, seat.organisation) for _, seat in seats):
            continue
        for index, seat in seats:
            related = ((in_meeting(meeting.id, "chair"), "`chair` is here"),)
            message = f"“{seat.sender[1]}” is listed as the chair, but `chair` names “{chair}”."
            yield Problem(in_meeting(meeting.id, "participants", index), message, "Correct whichever is wrong.", related)


@rule("GR333", WARNING)
def role_of_another(context: RuleContext) -> Iterator[Problem]:
    """A role is the name of another organisation.

    `organisation` says who sends someone, and `role` the post that attends. Here they name two organisations, so that the
    seat counts for one that may not have it.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: constabulary, role: PCC}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: pcc, role: PCC}
    """
    for place, _, other in context.texts(context.register.organisations.find, lambda key: key.name == "role"):
        seat = _seat_at(context, place)
        if seat is not None and seat.organisation is not None and not context.may_stand_for(seat.organisation, other):
            role = shown(seat.role or "")
            message = f"“{role}” is a name of “{other}”, but the seat belongs to “{seat.organisation}”."
            hint = f"If the seat belongs to “{other}”, write `organisation: {other}`. If not, write the post as `role`."
            yield Problem(place, message, hint)


def _seat_at(context: RuleContext, place: Location) -> Chair | Participant | None:
    """The seat whose role is at `place`; None where that is not in the entry of a meeting."""
    meeting = context.register.meetings.get(meeting_in(place.file) or "")
    match place.path:
        case ("participants", int(index), "role") if meeting is not None:
            return meeting.participants[index]
        case ("chair", "role") if meeting is not None:
            return meeting.chair
    return None


def _own_seat(meeting: Meeting, today: date) -> Iterator[Problem]:
    """The seats of the chair's own post if none of them is one that presides at every meeting."""
    chair = meeting.chair
    if chair is None or chair.role is None or tenure(chair, today) != "current":
        return
    own = [
        (index, seat, tenure(seat, today))
        for index, seat in enumerate(meeting.participants)
        if seat.organisation == chair.organisation and seat.role is not None and fold(seat.role) == fold(chair.role)
    ]
    if any(seat.attendance in ("member", "chair") and when == "current" for _, seat, when in own):
        return
    for index, seat, when in own:
        path: KeyPath = ("participants", index)
        if when == "current":
            message, path = f"The post that chairs is listed here as “{seat.attendance}”.", (*path, "attendance")
        elif when == "past" and (chair.from_ is None or first_day(chair.from_) <= last_day(seat.until or "")):
            message, path = f"The post that chairs had this seat only until {in_words(seat.until or '')}.", (*path, "until")
        else:
            continue
        yield Problem(
            in_meeting(meeting.id, *path), message, "Correct whichever is wrong.", ((in_meeting(meeting.id, "chair"), "`chair` is here"),)
        )


RULES: tuple[RegisterRule, ...] = (observer_votes,)
GOVERNANCE: tuple[RegisterRule, ...] = (chair_against_seats, role_of_another)
