"""Open points about an organisation's roles: terms that are over, an unclear lead, entries that disagree."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govreg.analysis.tenure import tenure
from govreg.model.meeting import Meeting, Participant, Sender
from govreg.model.names import fold
from govreg.model.register import Register

PointKind = Literal["lead", "chair", "attendance", "voting", "person"]
"""What a register leaves open or says in two ways."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A role whose recorded term is over, with nobody recorded after it."""

    meeting: str
    organisation: str
    role: str | None
    chair: bool
    until: str


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A point on which entries disagree, or that a source leaves unclear."""

    kind: PointKind
    meetings: tuple[str, ...]
    organisation: str
    role: str | None = None
    answers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What is said -> by which meetings; empty where the lead is unclear."""


def vacancies(register: Register, counted: Collection[str], today: date) -> Iterator[Vacancy]:
    """The roles of those `counted` that are over on the day `today`, on meetings that have not ended, with nobody after them."""
    among = frozenset(counted)
    for meeting in register.meetings.values():
        if not meeting.live:
            continue
        open_ = [role for role in meeting.roles if tenure(role, today) != "past"]
        presiding = meeting.chair is not None and tenure(meeting.chair, today) != "past"
        presiding = presiding or any(role.attendance == "chair" for role in open_)
        posts = _posts(open_)
        for role in meeting.roles:
            if not (role.organisation in among and role.is_core and role.until is not None and tenure(role, today) == "past"):
                continue
            chair = role.attendance == "chair"
            if presiding if chair else _is_followed(role, posts):
                continue
            yield Vacancy(meeting.id, role.organisation or "", role.role, chair, role.until)


def _posts(roles: Iterable[Participant]) -> Mapping[Sender, AbstractSet[str | None]]:
    """The posts that each sender has by `roles`: a meeting may have a thousand that are over, and a thousand that aren't."""
    found: dict[Sender, set[str | None]] = defaultdict(set)
    for role in roles:
        found[role.sender].add(fold(role.role) if role.role is not None else None)
    return found


def _is_followed(role: Participant, posts: Mapping[Sender, AbstractSet[str | None]]) -> bool:
    """Whether one of `posts` may be who came after `role`: of the same sender, in the same post where one is stated."""
    of_sender = posts.get(role.sender, frozenset())
    return bool(of_sender) if role.role is None else not of_sender.isdisjoint((None, fold(role.role)))


def open_points(register: Register, counted: Sequence[str], today: date) -> Iterator[OpenPoint]:
    """The open points about the current roles of those `counted`, on the day `today`; the first of them gives the points their name.

    Meetings that have ended are left out.
    """
    among = frozenset(counted)
    current = [
        (meeting, role)
        for meeting in register.meetings.values()
        if meeting.live
        for role in meeting.roles
        if role.organisation in among and tenure(role, today) == "current"
    ]
    for meeting in dict.fromkeys(meeting.id for meeting, _ in current):
        entry = register.meetings[meeting]
        if entry.lead_kind == "unclear":
            yield OpenPoint("lead", (meeting,), counted[0])
        chairs = dict.fromkeys(role.sender[1] for role in entry.roles if role.attendance == "chair" and tenure(role, today) == "current")
        if len(chairs) > 1 and not chairs.keys().isdisjoint(among):
            yield OpenPoint("chair", (meeting,), counted[0], None, tuple((id_, (meeting,)) for id_ in chairs))
    of_post: dict[tuple[str, str], list[tuple[Meeting, Participant]]] = defaultdict(list)
    for entry, role in current:
        if role.role and (role.people or 1) == 1:
            of_post[role.organisation or "", fold(role.role)].append((entry, role))
    for (organisation, _), roles in of_post.items():
        for kind, value_of in _ASPECTS.items():
            yield from _differing(kind, organisation, roles, value_of, within=kind != "person")


_ASPECTS: Mapping[PointKind, Callable[[Participant], str | None]] = {
    "attendance": lambda role: role.attendance if role.attendance != "chair" else None,
    "voting": lambda role: None if role.voting is None else "votes" if role.voting else "does not vote",
    "person": lambda role: role.person,
}
"""What may be said in two ways of one post; None where a role doesn't say it. To chair is no other manner of attending."""


def _differing(
    kind: PointKind,
    organisation: str,
    roles: Iterable[tuple[Meeting, Participant]],
    value_of: Callable[[Participant], str | None],
    *,
    within: bool,
) -> Iterator[OpenPoint]:
    """The points on which `roles`, all of one post, disagree: `within` one meeting, or also across several."""
    groups: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    post = ""
    for meeting, role in roles:
        post = post or role.role or ""
        answer = value_of(role)
        if answer is not None:
            groups[meeting.id if within else ""][answer][meeting.id] = None
    for answers in groups.values():
        if len(answers) > 1:
            meetings = tuple(dict.fromkeys(id_ for ids in answers.values() for id_ in ids))
            yield OpenPoint(kind, meetings, organisation, post, tuple((answer, tuple(ids)) for answer, ids in answers.items()))
