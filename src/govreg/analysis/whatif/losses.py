"""What a scenario would lose: each loss with its kind, whom it concerns and where it stands; the worst kind first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import combinations

from govreg.analysis.verdicts import verdicts
from govreg.analysis.whatif.scenario import Scenario
from govreg.analysis.whatif.seating import Seating, folded, seat_roles, seating
from govreg.analysis.whatif.work_index import WorkIndex
from govreg.model.location import VERDICTS, Location, in_meeting
from govreg.model.meeting import Meeting
from govreg.model.register import Register


class LossKind(StrEnum):
    """The kinds of loss, the worst first."""

    DUTY = "duty"
    """A statutory duty that no other meeting serves: in all or in some of the areas."""
    THEME = "theme"
    """A theme or subject that nobody else works on."""
    LINE = "line"
    """A line of a purpose or a focus that shows no theme, and whose words no other meeting says."""
    RECEIVER = "receiver"
    """A meeting that is to take work on, but isn't there."""
    TOUCHED = "touched"
    """A statutory duty that changes hands or is served otherwise."""
    REPORT = "report"
    """A meeting that would report to one that is gone."""
    LEAD = "lead"
    """Work whose lead would no longer be clear."""
    ALONE = "alone"
    """An organisation that would sit on nothing any more."""
    APART = "apart"
    """Two organisations that would meet each other nowhere."""
    ROLE = "role"
    """A post that would come to nothing any more."""
    LINK = "link"
    """A meeting that feeds or sits beside one that is gone, or has someone from it."""
    VERDICT = "verdict"
    """A reviewer's verdict that would no longer hold."""


ORDER = tuple(LossKind)


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that would be lost."""

    kind: LossKind
    meeting: str
    """The meeting by whose end or change it comes."""
    about: tuple[str, ...] = ()
    """What is lost: the duty, the theme, the line, the receiver, the leads, the organisations, the post, the other of a verdict."""
    areas: tuple[str, ...] = ()
    """Where, if only in some of the meeting's areas."""
    others: tuple[str, ...] = ()
    """Other meetings that it concerns."""
    place: Location | None = None
    """Where it stands in the files."""


@dataclass(frozen=True)
class ScenarioComparison:
    """Two registers, as it is and as it would be, made ready to look for losses."""

    before: Register
    after: Register
    scenario: Scenario
    works: WorkIndex

    @cached_property
    def gone(self) -> tuple[Meeting, ...]:
        """The meetings that are held and would no longer be."""
        return tuple(self.before.meetings[id_] for id_ in sorted(self.scenario.stopping) if self.before.meetings[id_].is_held)

    @cached_property
    def held(self) -> Mapping[str, Meeting]:
        """The meetings that would be held."""
        return {meeting.id: meeting for meeting in self.after.meetings.values() if meeting.is_held}

    @cached_property
    def sits(self) -> Seating:
        """Who would sit where."""
        return seating(self.after, self.held.values())

    def receivers(self, id_: str) -> tuple[str, ...]:
        """The meetings that are to take the work of `id_` on and would be held."""
        return tuple(one for one in self.scenario.receivers(id_) if one in self.held)


def losses(reckoning: ScenarioComparison) -> tuple[Loss, ...]:
    """All that would be lost, the worst first."""
    found = [
        *_duties(reckoning),
        *_themes(reckoning),
        *_lines(reckoning),
        *_receivers(reckoning),
        *_touched(reckoning),
        *_ties(reckoning),
        *_leads(reckoning),
        *_alone(reckoning),
        *_apart(reckoning),
        *_roles(reckoning),
        *_verdicts(reckoning),
    ]
    return tuple(sorted(found, key=lambda loss: (ORDER.index(loss.kind), bool(loss.areas))))


def _some(left: frozenset[str], whole: frozenset[str]) -> tuple[str, ...]:
    """The areas that are left, or none of them where it is the whole."""
    return () if left == whole else tuple(sorted(left))


def _duties(reckoning: ScenarioComparison) -> Iterator[Loss]:
    works = reckoning.works
    for meeting in reckoning.gone:
        for index, duty in _named(meeting):
            serving = _serving(reckoning, duty)
            covered = works.where(meeting.id)
            left = covered.difference(*(works.where(id_) for id_ in serving))
            place = in_meeting(meeting.id, "statutory") if index is None else in_meeting(meeting.id, "statutory", index)
            about = (duty,) if duty else ()
            if left:
                yield Loss(LossKind.DUTY, meeting.id, about, _some(left, covered), tuple(serving) if left != covered else (), place)
            else:
                yield Loss(LossKind.TOUCHED, meeting.id, about, (), tuple(id_ for id_ in serving if covered & works.where(id_)), place)


def _named(meeting: Meeting) -> Iterator[tuple[int | None, str]]:
    """The duties of a meeting, each with its place in the list; an empty one where it is only said to be statutory."""
    if meeting.statutory is True:
        yield None, ""
    yield from enumerate(meeting.duties)


def _serving(reckoning: ScenarioComparison, duty: str) -> list[str]:
    """The meetings that would be held and serve `duty`."""
    return sorted(reckoning.works.serving(duty) & reckoning.held.keys()) if duty else []


def _without_home(reckoning: ScenarioComparison, covered: frozenset[str], working: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The areas of those `covered` where none of the meetings `working` would be held, and those that would be in the others."""
    left, others = covered, []
    for id_ in working:
        where = reckoning.works.where(id_)
        if id_ in reckoning.held and covered & where:
            left -= where
            others.append(id_)
            if not left:
                break
    return left, tuple(sorted(others))


def _themes(reckoning: ScenarioComparison) -> Iterator[Loss]:
    works = reckoning.works
    for meeting in reckoning.gone:
        covered = works.where(meeting.id)
        for subject in sorted(works.by_id[meeting.id].subjects):
            left, others = _without_home(reckoning, covered, works.on(subject))
            if left:
                yield Loss(LossKind.THEME, meeting.id, (subject,), _some(left, covered), others, works.place(meeting.id, subject))


def _lines(reckoning: ScenarioComparison) -> Iterator[Loss]:
    works = reckoning.works
    for meeting in reckoning.gone:
        covered = works.where(meeting.id)
        for line in works.lines(meeting.id):
            if line.shows or not line.words:
                continue
            left, others = _without_home(reckoning, covered, works.saying(line.words))
            if left:
                yield Loss(LossKind.LINE, meeting.id, (line.text,), _some(left, covered), others, in_meeting(meeting.id, *line.path))


def _receivers(reckoning: ScenarioComparison) -> Iterator[Loss]:
    for one in reckoning.scenario.stopping.values():
        for after in one.into:
            goes_on = after in reckoning.scenario.stopping and reckoning.receivers(after)
            if after not in reckoning.held and not goes_on:
                yield Loss(LossKind.RECEIVER, one.meeting, (after,))


def _touched(reckoning: ScenarioComparison) -> Iterator[Loss]:
    supposed = reckoning.scenario
    for id_ in sorted({*supposed.frequencies, *supposed.leads} - supposed.stopping.keys()):
        meeting = reckoning.before.meetings[id_]
        if meeting.is_held:
            for index, duty in _named(meeting):
                place = in_meeting(id_, "statutory") if index is None else in_meeting(id_, "statutory", index)
                yield Loss(LossKind.TOUCHED, id_, (duty,) if duty else (), (), (id_,), place)


def _ties(reckoning: ScenarioComparison) -> Iterator[Loss]:
    gone = {meeting.id for meeting in reckoning.gone}
    for meeting in reckoning.held.values():
        for key, kind in (("reports_to", LossKind.REPORT), ("links_to", LossKind.LINK)):
            for index, above in enumerate(getattr(meeting, key)):
                if above in gone:
                    yield Loss(kind, above, (key,), (), (meeting.id,), in_meeting(meeting.id, key, index))
        for index, seat in enumerate(meeting.participants):
            if seat.meeting in gone:
                yield Loss(
                    LossKind.LINK, seat.meeting or "", ("participants",), (), (meeting.id,), in_meeting(meeting.id, "participants", index)
                )


def _leads(reckoning: ScenarioComparison) -> Iterator[Loss]:
    for meeting in reckoning.gone:
        receivers = [reckoning.held[id_] for id_ in reckoning.receivers(meeting.id)]
        unclear = tuple(one.id for one in receivers if not one.leads)
        split = len({frozenset(one.leads) for one in receivers}) > 1
        if meeting.leads and (unclear or split):
            others = unclear or tuple(one.id for one in receivers)
            yield Loss(LossKind.LEAD, meeting.id, meeting.leads, (), others, in_meeting(meeting.id, "lead"))
    for id_ in sorted(reckoning.scenario.leads):
        now, then = reckoning.before.meetings[id_], reckoning.after.meetings[id_]
        without_chair = then.lead_kind == "joint" and not then.has_chair and now.lead_kind != "joint"
        if then.is_held and ((now.leads and not then.leads) or without_chair):
            yield Loss(LossKind.LEAD, id_, then.leads, (), (), in_meeting(id_, "lead"))


def _alone(reckoning: ScenarioComparison) -> Iterator[Loss]:
    told: set[str] = set()
    for meeting in reckoning.gone:
        for organisation in sorted(meeting.core_organisations - told):
            if not reckoning.sits.seated.get(organisation):
                told.add(organisation)
                others = tuple(sorted(reckoning.sits.invited.get(organisation, ())))
                yield Loss(LossKind.ALONE, meeting.id, (organisation,), (), others, _seat(meeting, organisation))


def _seat(meeting: Meeting, organisation: str) -> Location:
    return in_meeting(meeting.id, *next(seat.path for seat in meeting.seats if seat.organisation == organisation))


def _apart(reckoning: ScenarioComparison) -> Iterator[Loss]:
    told: set[tuple[str, str]] = set()
    house = _houses(reckoning.before)
    for meeting in reckoning.gone:
        for a, b in combinations(sorted(meeting.core_organisations), 2):
            if (a, b) not in told and b not in house(a) and a not in house(b) and not reckoning.sits.together(a, b):
                told.add((a, b))
                yield Loss(LossKind.APART, meeting.id, (a, b), (), tuple(sorted(reckoning.sits.by_invitation(a, b))), _seat(meeting, a))


def _houses(register: Register) -> Callable[[str], frozenset[str]]:
    """For an organisation, what it is part of and its members: they need no meeting to meet it."""

    @cache
    def house(id_: str) -> frozenset[str]:
        return frozenset(register.organisations_above(id_)) | register.members_of(id_)

    return house


def _roles(reckoning: ScenarioComparison) -> Iterator[Loss]:
    told: set[tuple[str, str, str]] = set()
    for meeting in reckoning.gone:
        for role, path in seat_roles(meeting).items():
            if folded(role) not in told and not reckoning.sits.roles.get(folded(role)):
                told.add(folded(role))
                yield Loss(LossKind.ROLE, meeting.id, role, (), (), in_meeting(meeting.id, *path))


def _verdicts(reckoning: ScenarioComparison) -> Iterator[Loss]:
    if not reckoning.before.verdicts:
        return
    now, then = verdicts(reckoning.before), verdicts(reckoning.after)
    into: dict[str, set[str]] = defaultdict(set)
    for id_ in reckoning.scenario.stopping:
        into[id_].update(reckoning.scenario.receivers(id_))
    for (a, b), verdict in sorted(now.items()):
        stale = then[a, b].stale and not verdict.stale
        contradicted = verdict.verdict.verdict in ("distinct", "related") and (b in into.get(a, ()) or a in into.get(b, ()))
        if stale or contradicted:
            by = a if a in reckoning.scenario.stopping or a in reckoning.scenario.leads else b
            index = max(index for index, one in enumerate(reckoning.before.verdicts) if one.meetings == (a, b))
            about = (verdict.verdict.verdict, "contradicted" if contradicted else "stale")
            yield Loss(LossKind.VERDICT, by, about, (), (b if by == a else a,), Location(VERDICTS, (index,)))
