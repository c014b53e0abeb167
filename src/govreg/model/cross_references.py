"""Every place where a meeting or an organisation names another entry by its id."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from govreg.model.entries import Area, Organisation
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes

Sort = Literal["organisation", "meeting", "area", "theme", "meeting or organisation"]


class Reference(NamedTuple):
    """An id that names an entry of one sort, and the way to it below the entry it stands in."""

    sort: Sort
    id: str
    path: KeyPath


def of_meeting(meeting: Meeting) -> Iterator[Reference]:
    """What `meeting` names."""
    if meeting.lead_kind in ("sole", "joint"):
        listed = isinstance(meeting.lead, tuple)
        for index, id_ in enumerate(meeting.leads):
            yield Reference("organisation", id_, ("lead", index) if listed else ("lead",))
    yield from _listed("organisation", meeting.support, ("support",))
    if meeting.secretariat is not None:
        yield Reference("organisation", meeting.secretariat, ("secretariat",))
    if meeting.chair is not None and meeting.chair.organisation is not None:
        yield Reference("organisation", meeting.chair.organisation, ("chair", "organisation"))
    yield from _listed("area", meeting.areas, ("areas",))
    yield from _listed("theme", meeting.themes, ("themes",))
    for index, focus in enumerate(meeting.focus):
        yield from _listed("theme", focus.themes, ("focus", index, "themes"))
    for index, participant in enumerate(meeting.participants):
        if participant.organisation is not None:
            yield Reference("organisation", participant.organisation, ("participants", index, "organisation"))
        elif participant.meeting is not None:
            yield Reference("meeting", participant.meeting, ("participants", index, "meeting"))
    if meeting.frequency is not None:
        for area in meeting.frequency.exceptions:
            yield Reference("area", area, ("frequency", "exceptions", area))
    yield from _listed("meeting or organisation", meeting.reports_to, ("reports_to",))
    yield from _listed("meeting", meeting.links_to, ("links_to",))
    yield from _listed("meeting", meeting.supersedes, ("supersedes",))
    for index, review in enumerate(meeting.review):
        yield from _listed("meeting", review.into, ("review", index, "into"))


def of_organisation(organisation: Organisation) -> Iterator[Reference]:
    """What `organisation` names."""
    if organisation.part_of is not None:
        yield Reference("organisation", organisation.part_of, ("part_of",))
    yield from _listed("organisation", organisation.members, ("members",))


def of_area(area: Area) -> Iterator[Reference]:
    """What `area` names."""
    if area.part_of is not None:
        yield Reference("area", area.part_of, ("part_of",))


def of_minutes(minutes: Minutes) -> Iterator[Reference]:
    """What `minutes` name."""
    if minutes.area is not None:
        yield Reference("area", minutes.area, ("area",))
    for key, people in (("attended", minutes.attended), ("apologies", minutes.apologies)):
        for index, person in enumerate(people):
            if person.organisation is not None:
                yield Reference("organisation", person.organisation, (key, index, "organisation"))
    for index, action in enumerate(minutes.actions):
        if action.owner is not None:
            yield Reference("organisation", action.owner, ("actions", index, "owner"))


def _listed(sort: Sort, ids: tuple[str, ...], path: KeyPath) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield Reference(sort, id_, (*path, index))
