"""Entries that contradict themselves (GR208, GR210 to GR213, GR217)."""

from collections.abc import Iterator, Mapping

from govreg.analysis.cycles import MOST_NAMED, cycles
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, last_day
from govreg.model.location import ORGANISATIONS, REGISTER, KeyPath, Location, in_meeting, in_minutes
from govreg.model.meeting import VISIBILITIES, Visibility
from govreg.model.names import RESERVED
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("GR208", ERROR)
def part_of_cycle(subject: RuleContext) -> Iterator[Problem]:
    """Organisations or areas are part of each other in a circle.

    Nobody can say which of them is above, and so not who leads what.

    Wrong:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, part_of: pcc}
        pcc: {name: Police and Crime Commissioner, part_of: opcc}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner}
        pcc: {name: Police and Crime Commissioner, part_of: opcc}
    """
    register = subject.register
    parents = {entry.id: (entry.part_of,) for entry in register.organisations.values() if entry.part_of is not None}
    yield from _cycles(parents, ORGANISATIONS, (), "part_of", "is part of itself")
    members = {entry.id: entry.members for entry in register.organisations.values() if entry.members}
    yield from _cycles(members, ORGANISATIONS, (), "members", "is a member of itself")
    areas = {entry.id: (entry.part_of,) for entry in register.areas.values() if entry.part_of is not None}
    yield from _cycles(areas, REGISTER, ("areas",), "part_of", "lies in itself")


@rule("GR210", ERROR)
def lead_not_alone(subject: RuleContext) -> Iterator[Problem]:
    """A list of leads holds a word that says nobody knows.

    `unclear` and `not-stated` stand alone: with an organisation beside them, the lead would be both known and not.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: [opcc, unclear]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: unclear
    """
    for meeting in subject.register.meetings.values():
        for index, lead in enumerate(meeting.leads):
            if lead in RESERVED and (isinstance(meeting.lead, tuple) or lead == "joint"):
                hint = (
                    "List the organisations that lead together: `lead: [one, other]`."
                    if lead == "joint"
                    else f"Write `lead: {lead}` alone."
                )
                place = in_meeting(meeting.id, "lead", index)
                yield Problem(place, f"“{lead}” is no organisation.", hint)


@rule("GR211", ERROR)
def self_reference(subject: RuleContext) -> Iterator[Problem]:
    """A meeting names itself.

    No meeting reports to itself, takes its own place or sends someone to itself.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        reports_to: [budget-committee]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        reports_to: [opcc]
    """
    for id_, named in subject.named.items():
        for reference in named:
            if (
                reference.id == id_
                and reference.sort in ("meeting", "meeting or organisation")
                and id_ not in subject.register.organisations
            ):
                yield Problem(in_meeting(id_, *reference.path), "The meeting names itself.", "Name another meeting, or leave it out.")


@rule("GR212", ERROR)
def wider_than_meeting(subject: RuleContext) -> Iterator[Problem]:
    """A part of an entry may be seen by more people than the entry.

    A part inherits its meeting's visibility and may only narrow it.

    Wrong:

        meetings/gold-group.yaml
        title: Gold Group
        lead: constabulary
        visibility: internal
        focus:
          - {text: Staffing, visibility: public}

    Right:

        meetings/gold-group.yaml
        title: Gold Group
        lead: constabulary
        visibility: internal
        focus:
          - Staffing
    """
    meetings = subject.register.meetings
    parts: list[tuple[Location, Visibility | None, Visibility]] = []
    for meeting in meetings.values():
        widest = meeting.visibility
        parts += [
            (in_meeting(meeting.id, "participants", index), part.visibility, widest) for index, part in enumerate(meeting.participants)
        ]
        parts += [(in_meeting(meeting.id, "focus", index), part.visibility, widest) for index, part in enumerate(meeting.focus)]
    for id_, minutes in subject.minutes.items():
        if minutes.meeting in meetings:
            widest = meetings[minutes.meeting].visibility
            parts += [(in_minutes(id_, ("decisions", index)), one.visibility, widest) for index, one in enumerate(minutes.decisions)]
    for place, visibility, of_meeting in parts:
        if visibility is not None and VISIBILITIES.index(visibility) < VISIBILITIES.index(of_meeting):
            message = f"This is “{visibility}”, but its meeting is “{of_meeting}”."
            yield Problem(place._replace(path=(*place.path, "visibility")), message, "Leave it out, or narrow it.")


@rule("GR213", ERROR)
def ends_before_it_begins(subject: RuleContext) -> Iterator[Problem]:
    """Something is over before it begins.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        chair: {organisation: opcc, role: Chief Finance Officer, from: 2017-11, until: 2016-11}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        chair: {organisation: opcc, role: Chief Finance Officer, from: 2016-11, until: 2017-11}
    """
    for meeting in subject.register.meetings.values():
        spans: list[tuple[KeyPath, str | None, str | None]] = []
        if meeting.chair is not None:
            spans.append((("chair", "until"), meeting.chair.from_, meeting.chair.until))
        spans += [(("participants", index, "until"), part.from_, part.until) for index, part in enumerate(meeting.participants)]
        spans += [(("focus", index, "until"), part.from_, part.until) for index, part in enumerate(meeting.focus)]
        for path, start, end in spans:
            if start is not None and end is not None and last_day(end) < first_day(start):
                yield Problem(in_meeting(meeting.id, *path), f"It ends {end}, before it begins ({start}).", "Put the dates right.")


@rule("GR217", WARNING)
def exception_elsewhere(subject: RuleContext) -> Iterator[Problem]:
    """A frequency has an exception for an area that the meeting is not held in.

    Wrong:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol]
        instances: per-area
        frequency: {text: Quarterly, exceptions: {somerset: 3}}

    Right:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol, somerset]
        instances: per-area
        frequency: {text: Quarterly, exceptions: {somerset: 3}}
    """
    register = subject.register
    for meeting in register.meetings.values():
        if meeting.frequency is None or not meeting.frequency.exceptions:
            continue  # before all areas of the meeting are gone through
        held_in = {above for area in register.instance_areas(meeting) for above in register.areas_above(area)}
        for area in meeting.frequency.exceptions:
            if area in register.areas and area not in held_in:
                why = "is held once for all areas" if meeting.instances == "one" else "is not held there"
                place = in_meeting(meeting.id, "frequency", "exceptions", area)._replace(at_key=True)
                hint = "Leave it out, or write `instances: per-area` and the area under `areas`."
                yield Problem(place, f"“{area}” is an exception, but the meeting {why}.", hint)


def _cycles(above: Mapping[str, tuple[str, ...]], file: str, prefix: KeyPath, key: str, says: str) -> Iterator[Problem]:
    """Each circle in `above`, told once, at the first of its ids."""
    for ring in cycles(above):
        id_, *others = sorted(ring)
        related = tuple((Location(file, (*prefix, other, key)), f"through “{other}”") for other in others[:MOST_NAMED])
        more = [f"{len(others) - MOST_NAMED:,} more"] if len(others) > MOST_NAMED else []
        through = f", through {', '.join([*others[:MOST_NAMED], *more])}" if others else ""
        yield Problem(Location(file, (*prefix, id_, key)), f"“{id_}” {says}{through}.", "Take one link of the circle out.", related)


RULES: tuple[RegisterRule, ...] = (
    part_of_cycle,
    lead_not_alone,
    self_reference,
    wider_than_meeting,
    ends_before_it_begins,
    exception_elsewhere,
)
