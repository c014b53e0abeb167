"""A scenario: which meetings would stop, start, or change their frequency or lead; and the register as it would be then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Literal

from govreg.analysis.bits import Bits, union
from govreg.analysis.cycles import components
from govreg.analysis.succession import ENDINGS, successors_by_meeting
from govreg.model.meeting import Frequency, Meeting, Review
from govreg.model.register import Register

How = Literal["end", "merge", "suspend"]


@dataclass(frozen=True, slots=True)
class StoppingMeeting:
    """A meeting that would stop, and the meetings that are due to take on its work."""

    meeting: str
    how: How
    into: tuple[str, ...] = ()
    recorded: bool = False
    """Whether it is the register that says where the work goes."""


@dataclass(frozen=True, slots=True)
class ScenarioOptions:
    """The options that define a scenario: ids of meetings, and their changes."""

    ends: tuple[str, ...] = ()
    merges: tuple[tuple[str, str], ...] = ()
    into: tuple[tuple[str, str], ...] = ()
    frequencies: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    recommended: bool = False
    """Whether all that the reviews recommend is part of it too."""


@dataclass(frozen=True)
class Scenario:
    """What would change."""

    stopping: Mapping[str, StoppingMeeting] = field(default_factory=dict)
    starting: tuple[str, ...] = ()
    """Meetings that would start: recommended to, or not held yet and said to take work on."""
    frequencies: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    in_words: tuple[str, ...] = ()
    """Meetings whose recommended change is in words only, so that it is no part of the scenario."""

    def receivers(self, id_: str) -> tuple[str, ...]:
        """The meetings that take on the work of `id_` in the end, also through others that stop. Those named come first."""
        return self._receivers[id_]

    @cached_property
    def _receivers(self) -> Mapping[str, tuple[str, ...]]:
        """The same by meeting. Meetings that give their work to each other have the same receivers, so each is walked through once."""
        final = sorted({after for one in self.stopping.values() for after in one.into if after not in self.stopping})
        reached: dict[str, Bits] = {id_: 1 << place for place, id_ in enumerate(final)}
        leads = {id_: [after for after in one.into if after in self.stopping] for id_, one in self.stopping.items()}
        for together in reversed(components(leads)):
            bits = union(reached[after] for after in {after for id_ in together for after in self.stopping[id_].into} - together)
            reached.update(dict.fromkeys(together, bits))
        listed: dict[Bits, tuple[str, ...]] = {}
        found = {}
        for id_, one in self.stopping.items():
            bits = reached[id_]
            if bits not in listed:
                listed[bits] = tuple(after for after in final if reached[after] & bits)
            named = [after for after in one.into if after not in self.stopping]
            found[id_] = tuple(dict.fromkeys((*named, *listed[bits]))) if named else listed[bits]
        return found


def scenario(register: Register, options: ScenarioOptions) -> Scenario:
    """The scenario that `options` make in `register`; where they name no receiver, those that the register records count."""
    hows: dict[str, How] = {}
    if options.recommended:
        hows.update(_recommended_to_stop(register))
    hows.update(dict.fromkeys((*options.ends, *(before for before, _ in options.into)), "end"))
    hows.update(dict.fromkeys((before for before, _ in options.merges), "merge"))
    into: dict[str, dict[str, None]] = {}
    for before, after in (*options.merges, *options.into):
        into.setdefault(before, {})[after] = None
    recorded = successors_by_meeting(register)
    leaving = {}
    for id_, how in sorted(hows.items()):
        receivers = tuple(into[id_]) if id_ in into else () if how == "suspend" else tuple(sorted(recorded.get(id_, ())))
        leaving[id_] = StoppingMeeting(id_, how, receivers, recorded=id_ not in into and bool(receivers))
    supposed = Scenario(leaving, (), options.frequencies, options.leads, tuple(_changes_in_words(register)) if options.recommended else ())
    named = frozenset(chain.from_iterable({*map(supposed.receivers, leaving)}))  # a thousand meetings may have the same thousand receivers
    starting = {id_ for id_ in named if id_ in register.meetings and register.meetings[id_].status in ("proposed", "suspended")}
    if options.recommended:
        starting.update(_recommended_to_start(register))
    return Scenario(leaving, tuple(sorted(starting - hows.keys())), options.frequencies, options.leads, supposed.in_words)


def apply_scenario(register: Register, supposed: Scenario) -> Register:
    """`register` as it would be, the same one where nothing would change; all else of the meetings stays."""
    changed: dict[str, Meeting] = {}

    def change(id_: str, **keys: object) -> None:
        changed[id_] = changed.get(id_, register.meetings[id_]).model_copy(update=keys)

    for id_, one in supposed.stopping.items():
        recommended = Review.model_validate({"recommendation": one.how, "into": one.into})
        status = "suspended" if one.how == "suspend" else "ended"
        change(id_, status=status, review=(*register.meetings[id_].review, recommended))
    for id_ in supposed.starting:
        change(id_, status="active")
    for id_, text in supposed.frequencies.items():
        change(id_, frequency=Frequency.model_validate({"text": text}))
    for id_, lead in supposed.leads.items():
        change(id_, lead=lead, lead_as_written=None)
    return register.with_meetings(changed) if changed else register


def _recommended_to_stop(register: Register) -> Iterator[tuple[str, How]]:
    for meeting in register.meetings.values():
        review = meeting.latest_review
        if review is None or not meeting.live:
            continue
        if review.recommendation in ENDINGS:
            yield meeting.id, "merge" if review.recommendation == "merge" else "end"
        elif review.recommendation == "suspend" and meeting.is_held:
            yield meeting.id, "suspend"


def _recommended_to_start(register: Register) -> Iterator[str]:
    for meeting in register.meetings.values():
        review = meeting.latest_review
        if review is not None and review.recommendation == "start" and meeting.live and not meeting.is_held:
            yield meeting.id


def _changes_in_words(register: Register) -> Iterator[str]:
    for meeting in register.meetings.values():
        review = meeting.latest_review
        if review is not None and review.recommendation == "change" and meeting.live:
            yield meeting.id
