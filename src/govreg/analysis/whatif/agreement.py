"""Who would have to agree to a scenario, and why: the leads of meetings that change, and bodies with a statutory duty."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.model.meeting import Meeting


class ConsentReason(StrEnum):
    """Why somebody would have to agree."""

    LEADS = "leads"
    """Leads a meeting that would stop, start or change."""
    RECEIVES = "receives"
    """Leads a meeting that would take work on."""
    WOULD_LEAD = "would-lead"
    """Would lead it."""
    DUTY = "duty"
    """Sits on a statutory meeting that would stop or change."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who would have to agree to what."""

    who: tuple[tuple[str, tuple[tuple[ConsentReason, str], ...]], ...]
    """Organisations by id, each with why and of which meeting."""
    unknown: tuple[str, ...]
    """Meetings concerned whose lead is unknown."""


def agreement(comparison: ScenarioComparison) -> Agreement:
    """Who would have to agree."""
    found: dict[str, dict[tuple[ConsentReason, str], None]] = defaultdict(dict)
    unknown: dict[str, None] = {}
    for why, meeting in _concerned(comparison):
        for lead in meeting.leads:
            found[lead][why, meeting.id] = None
        if not meeting.leads:
            unknown[meeting.id] = None
        if meeting.statutory and why is ConsentReason.LEADS:
            for organisation in sorted(meeting.core_organisations):
                found[organisation][ConsentReason.DUTY, meeting.id] = None
    order = list(ConsentReason)
    rank = {id_: min(order.index(why) for why, _ in whys) for id_, whys in found.items()}
    return Agreement(tuple((id_, tuple(found[id_])) for id_ in sorted(found, key=lambda id_: (rank[id_], id_))), tuple(sorted(unknown)))


def _concerned(comparison: ScenarioComparison) -> Iterator[tuple[ConsentReason, Meeting]]:
    scenario, before, after = comparison.scenario, comparison.before.meetings, comparison.after.meetings
    for id_ in sorted({*scenario.stopping, *scenario.starting, *scenario.frequencies, *scenario.leads}):
        yield ConsentReason.LEADS, before[id_]
    for id_ in sorted({receiver for one in scenario.stopping for receiver in comparison.receivers(one)}):
        yield ConsentReason.RECEIVES, before[id_]
    for id_ in sorted(scenario.leads):
        yield ConsentReason.WOULD_LEAD, after[id_]
