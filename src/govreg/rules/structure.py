"""Entries that contradict themselves (GR208, GR210 to GR213, GR217, GR249)."""

from collections.abc import Iterator, Mapping

from govreg.analysis.cycles import MOST_NAMED, cycles
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.cross_references import reference_lists
from govreg.model.dates import first_day, last_day
from govreg.model.location import ORGANISATIONS, REGISTER, KeyPath, Location, in_meeting, in_minutes
from govreg.model.markers import ReferenceKind
from govreg.model.meeting import VISIBILITIES, Meeting, Visibility
from govreg.model.names import RESERVED
from govreg.model.nesting import MOST_LEVELS, levels
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS: tuple[ReferenceKind, ...] = ("meeting", "meeting or organisation")
"""The kinds of reference that may name a meeting."""


@rule("GR208", ERROR)
def part_of_cycle(context: RuleContext) -> Iterator[Problem]:
    """Organisations or areas are part of each other in a loop.

    It isn't clear which of them is above the others, so who leads what can't be worked out.

    Wrong:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, part_of: pcc}
        pcc: {name: Police and Crime Commissioner, part_of: opcc}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner}
        pcc: {name: Police and Crime Commissioner, part_of: opcc}
    """
    register = context.register
    parents = {entry.id: (entry.part_of,) for entry in register.organisations.values() if entry.part_of is not None}
    yield from _cycles(parents, ORGANISATIONS, (), "part_of", "is part of itself")
    members = {entry.id: entry.members for entry in register.organisations.values() if entry.members}
    yield from _cycles(members, ORGANISATIONS, (), "members", "is a member of itself")
    areas = {entry.id: (entry.part_of,) for entry in register.areas.values() if entry.part_of is not None}
    yield from _cycles(areas, REGISTER, ("areas",), "part_of", "is part of itself")


@rule("GR210", ERROR)
def lead_not_alone(context: RuleContext) -> Iterator[Problem]:
    """A list of leads contains a word that isn't an organisation.

    Use `unclear` and `not-stated` on their own: beside an organisation, the lead would be both known and unknown.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: [opcc, unclear]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: unclear
    """
    for meeting in context.register.meetings.values():
        for index, lead in enumerate(meeting.leads):
            if lead in RESERVED and (isinstance(meeting.lead, tuple) or lead == "joint"):
                hint = (
                    "List the organisations that lead jointly: `lead: [one, other]`."
                    if lead == "joint"
                    else f"Write `lead: {lead}` on its own."
                )
                place = in_meeting(meeting.id, "lead", index)
                yield Problem(place, f"“{lead}” is not an organisation.", hint)


@rule("GR211", ERROR)
def self_reference(context: RuleContext) -> Iterator[Problem]:
    """A meeting refers to itself.

    A meeting can't report to itself, replace itself or have a seat on itself.

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
    register = context.register
    named = set[str]().union(*(context.named_ids.get(kind, ()) for kind in _KINDS))
    for id_, meeting in register.meetings.items():
        for field in reference_lists(meeting) if id_ in named and id_ not in register.organisations else ():
            for index in (index for index, other in enumerate(field.ids) if other == id_ and field.kind in _KINDS):
                place = in_meeting(id_, *field.reference(index).path)
                yield Problem(place, "The meeting refers to itself.", "Name another meeting, or remove this reference.")


@rule("GR212", ERROR)
def wider_than_meeting(context: RuleContext) -> Iterator[Problem]:
    """Part of an entry is visible to more people than the entry.

    A part inherits its meeting's visibility, and can only restrict it further.

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
    meetings = context.register.meetings
    parts: list[tuple[Location, Visibility | None, Visibility]] = []
    for meeting in meetings.values():
        widest = meeting.visibility
        own = [(("participants", index), part.visibility) for index, part in enumerate(meeting.participants) if part.visibility is not None]
        own += [(("focus", index), part.visibility) for index, part in enumerate(meeting.focus) if part.visibility is not None]
        parts += [(in_meeting(meeting.id, *path), visibility, widest) for path, visibility in own]
    for id_, minutes in context.minutes.items():
        if minutes.meeting in meetings:
            widest = meetings[minutes.meeting].visibility
            parts += [(in_minutes(id_, ("decisions", index)), one.visibility, widest) for index, one in enumerate(minutes.decisions)]
    for place, visibility, of_meeting in parts:
        if visibility is not None and VISIBILITIES.index(visibility) < VISIBILITIES.index(of_meeting):
            message = f"This is “{visibility}”, but its meeting is “{of_meeting}”."
            yield Problem(place._replace(path=(*place.path, "visibility")), message, "Remove this field, or choose a narrower visibility.")


@rule("GR213", ERROR)
def ends_before_beginning(context: RuleContext) -> Iterator[Problem]:
    """Something ends before it begins.

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
    for meeting in context.register.meetings.values():
        spans: list[tuple[KeyPath, str | None, str | None]] = []
        if meeting.chair is not None:
            spans.append((("chair", "until"), meeting.chair.from_, meeting.chair.until))
        ending = ((("participants", index, "until"), part) for index, part in enumerate(meeting.participants) if part.until is not None)
        spans += [(path, part.from_, part.until) for path, part in ending]
        spans += [(("focus", index, "until"), part.from_, part.until) for index, part in enumerate(meeting.focus) if part.until is not None]
        for path, start, end in spans:
            if start is not None and end is not None and last_day(end) < first_day(start):
                yield Problem(in_meeting(meeting.id, *path), f"It ends ({end}) before it begins ({start}).", "Correct the dates.")


@rule("GR217", WARNING)
def exception_elsewhere(context: RuleContext) -> Iterator[Problem]:
    """A frequency has an exception for an area where the meeting isn't held.

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
    register = context.register
    for meeting in register.meetings.values():
        if meeting.frequency is None or not (exceptions := context.counts[meeting.id].exceptions):
            continue
        held_in = register.instance_runs(meeting)
        for area in exceptions:
            if area not in meeting.frequency.exceptions and meeting.frequency.per_year is not None:
                continue  # the number wins over the words
            if area in register.areas and not (_is_named(meeting, area) or register.nested_areas.count_in(area, held_in)):
                why = "is held once for all areas" if meeting.instances == "one" else "isn't held there"
                place = in_meeting(meeting.id, "frequency", "exceptions", area)._replace(at_key=True)
                hint = "Remove the exception, or write `instances: per-area` and add the area to `areas`."
                if area not in meeting.frequency.exceptions:
                    place = in_meeting(meeting.id, "frequency", "text")
                    hint = "Write `instances: per-area` and add the area to `areas`, or correct the frequency."
                yield Problem(place, f"There is an exception for “{area}”, but the meeting {why}.", hint)


def _is_named(meeting: Meeting, area: str) -> bool:
    """Whether `meeting` is held in all areas or in `area` by its own words, even if that is part of itself by mistake."""
    return meeting.instances != "one" and (not meeting.areas or area in meeting.areas)


@rule("GR249", ERROR)
def too_many_levels(context: RuleContext) -> Iterator[Problem]:
    """Areas or organisations have too many levels.

    They may have 20. From a country down to a ward there are five, and few organisations have more than ten. Whatever is
    deeper counts as part of nothing: an answer about an area or an organisation further up leaves it out.

    Wrong:

        register.yaml
        areas:
          level-1: {name: Level 1}
          level-2: {name: Level 2, part_of: level-1}
          level-3: {name: Level 3, part_of: level-2}
          level-4: {name: Level 4, part_of: level-3}
          level-5: {name: Level 5, part_of: level-4}
          level-6: {name: Level 6, part_of: level-5}
          level-7: {name: Level 7, part_of: level-6}
          level-8: {name: Level 8, part_of: level-7}
          level-9: {name: Level 9, part_of: level-8}
          level-10: {name: Level 10, part_of: level-9}
          level-11: {name: Level 11, part_of: level-10}
          level-12: {name: Level 12, part_of: level-11}
          level-13: {name: Level 13, part_of: level-12}
          level-14: {name: Level 14, part_of: level-13}
          level-15: {name: Level 15, part_of: level-14}
          level-16: {name: Level 16, part_of: level-15}
          level-17: {name: Level 17, part_of: level-16}
          level-18: {name: Level 18, part_of: level-17}
          level-19: {name: Level 19, part_of: level-18}
          level-20: {name: Level 20, part_of: level-19}
          level-21: {name: Level 21, part_of: level-20}

    Right:

        register.yaml
        areas:
          level-1: {name: Level 1}
          level-2: {name: Level 2, part_of: level-1}
          level-3: {name: Level 3, part_of: level-2}
          level-4: {name: Level 4, part_of: level-3}
          level-5: {name: Level 5, part_of: level-4}
          level-6: {name: Level 6, part_of: level-5}
          level-7: {name: Level 7, part_of: level-6}
          level-8: {name: Level 8, part_of: level-7}
          level-9: {name: Level 9, part_of: level-8}
          level-10: {name: Level 10, part_of: level-9}
          level-11: {name: Level 11, part_of: level-10}
          level-12: {name: Level 12, part_of: level-11}
          level-13: {name: Level 13, part_of: level-12}
          level-14: {name: Level 14, part_of: level-13}
          level-15: {name: Level 15, part_of: level-14}
          level-16: {name: Level 16, part_of: level-15}
          level-17: {name: Level 17, part_of: level-16}
          level-18: {name: Level 18, part_of: level-17}
          level-19: {name: Level 19, part_of: level-18}
          level-20: {name: Level 20, part_of: level-19}
          level-21: {name: Level 21, part_of: level-19}
    """
    kinds = ((context.register.organisations, ORGANISATIONS, ()), (context.register.areas, REGISTER, ("areas",)))
    for entries, file, prefix in kinds:
        parents = {entry.id: entry.part_of for entry in entries.values()}
        on = levels(parents)
        for id_, parent in parents.items():
            if on[id_] == MOST_LEVELS + 1 and on.get(parent or "") == MOST_LEVELS:
                message = f"“{id_}” is on level {on[id_]}, but there may be only {MOST_LEVELS} levels."
                yield Problem(
                    Location(file, (*prefix, id_, "part_of")),
                    message,
                    "Write something further up under `part_of`, or leave out levels in between.",
                )


def _cycles(above: Mapping[str, tuple[str, ...]], file: str, prefix: KeyPath, key: str, message: str) -> Iterator[Problem]:
    """Each loop in `above`, reported once, at the first of its ids in alphabetical order."""
    for cycle in cycles(above):
        id_, *others = sorted(cycle)
        related = tuple((Location(file, (*prefix, other, key)), f"through “{other}”") for other in others[:MOST_NAMED])
        more = [f"{len(others) - MOST_NAMED:,} more"] if len(others) > MOST_NAMED else []
        through = f", through {', '.join([*others[:MOST_NAMED], *more])}" if others else ""
        yield Problem(Location(file, (*prefix, id_, key)), f"“{id_}” {message}{through}.", "Remove one of the links in the loop.", related)


RULES: tuple[RegisterRule, ...] = (
    part_of_cycle,
    lead_not_alone,
    self_reference,
    wider_than_meeting,
    ends_before_beginning,
    exception_elsewhere,
    too_many_levels,
)
