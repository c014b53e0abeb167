"""The losses of a scenario: each with its kind, whom it concerns and its location in the files; the worst kind first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from govreg.analysis.verdicts import verdicts
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.loss import ORDER, Loss, LossKind
from govreg.analysis.whatif.seating import folded, seat_places, seat_roles
from govreg.analysis.whatif.work_losses import work_losses
from govreg.model.location import VERDICTS, Location, in_meeting


def losses(comparison: ScenarioComparison, shared: Sequence[Loss]) -> tuple[Loss, ...]:
    """All that would be lost, the worst first; `shared` are the pairs of organisations that would share no other meeting."""
    found = [
        *work_losses(comparison),
        *_receivers(comparison),
        *_ties(comparison),
        *_leads(comparison),
        *_alone(comparison),
        *shared,
        *_roles(comparison),
        *_verdicts(comparison),
    ]
    return tuple(sorted(found, key=lambda loss: (ORDER.index(loss.kind), bool(loss.areas))))


def _receivers(comparison: ScenarioComparison) -> Iterator[Loss]:
    for one in comparison.scenario.stopping.values():
        for after in one.into:
            goes_on = after in comparison.scenario.stopping and comparison.receivers(after)
            if after not in comparison.held and not goes_on:
                yield Loss(LossKind.RECEIVER, one.meeting, (after,))


def _ties(comparison: ScenarioComparison) -> Iterator[Loss]:
    stopped = {meeting.id for meeting in comparison.no_longer_held}
    for meeting in comparison.held.values():
        for key, kind in (("reports_to", LossKind.REPORT), ("links_to", LossKind.LINK)):
            for index, above in enumerate(getattr(meeting, key)):
                if above in stopped:
                    yield Loss(kind, above, (key,), (), (meeting.id,), in_meeting(meeting.id, key, index))
        for index, seat in enumerate(meeting.participants):
            if seat.meeting in stopped:
                yield Loss(
                    LossKind.LINK, seat.meeting or "", ("participants",), (), (meeting.id,), in_meeting(meeting.id, "participants", index)
                )


def _leads(comparison: ScenarioComparison) -> Iterator[Loss]:
    without_lead = cache(lambda receivers: _without_lead(comparison, receivers))  # a thousand meetings may have the same thousand receivers
    for meeting in comparison.no_longer_held:
        others = without_lead(comparison.receivers(meeting.id)) if meeting.leads else ()
        if others:
            yield Loss(LossKind.LEAD, meeting.id, meeting.leads, (), others, in_meeting(meeting.id, "lead"))
    for id_ in sorted(comparison.scenario.leads):
        now, then = comparison.before.meetings[id_], comparison.after.meetings[id_]
        without_chair = then.lead_kind == "joint" and not then.has_chair and now.lead_kind != "joint"
        if then.is_held and ((now.leads and not then.leads) or without_chair):
            yield Loss(LossKind.LEAD, id_, then.leads, (), (), in_meeting(id_, "lead"))


def _without_lead(comparison: ScenarioComparison, receivers: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `receivers` whose lead is unclear, else all of them where they have several leads."""
    leads = {id_: frozenset(comparison.held[id_].leads) for id_ in receivers}
    unclear = tuple(id_ for id_ in receivers if not leads[id_])
    return unclear or (receivers if len({*leads.values()}) > 1 else ())


def _alone(comparison: ScenarioComparison) -> Iterator[Loss]:
    reported: set[str] = set()
    for meeting in comparison.no_longer_held:
        alone = [id_ for id_ in sorted(meeting.core_organisations - reported) if not comparison.sits.seated.get(id_)]
        places = seat_places(meeting) if alone else {}
        for organisation in alone:
            others = tuple(sorted(comparison.sits.listed(comparison.sits.invited.get(organisation, 0))))
            yield Loss(LossKind.ALONE, meeting.id, (organisation,), (), others, places[organisation])
        reported.update(alone)


def _roles(comparison: ScenarioComparison) -> Iterator[Loss]:
    reported: set[tuple[str, str, str]] = set()
    for meeting in comparison.no_longer_held:
        for role, path in seat_roles(meeting).items():
            if folded(role) not in reported and not comparison.sits.roles.get(folded(role)):
                reported.add(folded(role))
                yield Loss(LossKind.ROLE, meeting.id, role, (), (), in_meeting(meeting.id, *path))


def _verdicts(comparison: ScenarioComparison) -> Iterator[Loss]:
    if not comparison.before.verdicts:
        return
    now, then = verdicts(comparison.before), verdicts(comparison.after)
    into: dict[str, set[str]] = defaultdict(set)
    for id_ in comparison.scenario.stopping:
        into[id_].update(comparison.scenario.receivers(id_))
    for (a, b), verdict in sorted(now.items()):
        stale = then[a, b].stale and not verdict.stale
        contradicted = verdict.verdict.verdict in ("distinct", "related") and (b in into.get(a, ()) or a in into.get(b, ()))
        if stale or contradicted:
            by = a if a in comparison.scenario.stopping or a in comparison.scenario.leads else b
            index = max(index for index, one in enumerate(comparison.before.verdicts) if one.meetings == (a, b))
            about = (verdict.verdict.verdict, "contradicted" if contradicted else "stale")
            yield Loss(LossKind.VERDICT, by, about, (), (b if by == a else a,), Location(VERDICTS, (index,)))
