"""A scenario from the options of the command line, by the register's ids; options that contradict each other are errors."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from govreg.analysis.cycles import shortest_cycle
from govreg.analysis.frequency import understand
from govreg.analysis.whatif.scenario import Scenario, ScenarioOptions, scenario
from govreg.errors import GovregError
from govreg.model.names import as_keyword, shown
from govreg.model.register import Register
from govreg.session import resolve
from govreg.session.endings import live_meeting

NO_LEAD = frozenset(("unclear", "not-stated"))
"""The words for a lead that is not an organisation."""


OptionPairs = tuple[str, str]
"""The two values of one option, as they were typed."""


def parse_scenario(
    register: Register,
    *,
    end: Sequence[str],
    merge: Sequence[OptionPairs],
    into: Sequence[OptionPairs],
    frequency: Sequence[OptionPairs],
    lead: Sequence[OptionPairs],
    recommended: bool,
) -> Scenario:
    """The scenario. Raises GovregError for a name that the register doesn't have, and for options that contradict each other."""
    wishes = ScenarioOptions(
        ends=_once("--end", (live_meeting(register, word) for word in end), register),
        merges=_once("--merge", (_into("--merge", register, two) for two in merge), register),
        into=_once("--into", (_into("--into", register, two) for two in into), register),
        frequencies=_frequencies(register, frequency),
        leads=_leads(register, lead),
        recommended=recommended,
    )
    if wishes == ScenarioOptions():
        raise GovregError("No change was given.", "Give at least one: --end, --merge, --into, --frequency, --lead or --recommended.")
    supposed = scenario(register, wishes)
    _check_not_ended(register, wishes)
    _check_no_cycle(register, wishes, supposed)
    return supposed


def _called(register: Register, id_: str) -> str:
    return f"“{shown(register.meetings[id_].title, 80)}”"


def _into(option: str, register: Register, two: OptionPairs) -> tuple[str, str]:
    before, after = live_meeting(register, two[0]), live_meeting(register, two[1])
    if before == after:
        raise GovregError(f"{option} names {_called(register, before)} twice.", "Name another meeting to take on its work, or use --end.")
    return before, after


Wish = TypeVar("Wish", bound=str | OptionPairs)


def _once(option: str, asked: Iterable[Wish], register: Register) -> tuple[Wish, ...]:
    """`asked`, each once. Raises GovregError if one is given twice."""
    counted = Counter(asked)
    for one, times in counted.items():
        if times > 1:
            names = " ".join(_called(register, id_) for id_ in ((one,) if isinstance(one, str) else one))
            raise GovregError(f"{option} {names} is given {_times(times)}.", "Write it once.")
    return tuple(counted)


def _times(times: int) -> str:
    return "twice" if times == 2 else f"{times} times"  # noqa: PLR2004 - the word for two


def _frequencies(register: Register, typed: Sequence[OptionPairs]) -> Mapping[str, str]:
    """How often each meeting would be held. Raises GovregError for words that are not a frequency, or one meeting twice."""
    found: dict[str, str] = {}
    for word, text in typed:
        id_ = live_meeting(register, word)
        if id_ in found:
            raise GovregError(f"--frequency {_called(register, id_)} is given twice.", "Write it once.")
        if not text.strip() or not understand(text, dict(register.area_names)).known:
            raise GovregError(f"“{shown(text)}” is not understood as a frequency.", "Write it plainly: “quarterly”, “four times a year”.")
        found[id_] = text
    return found


def _leads(register: Register, typed: Sequence[OptionPairs]) -> Mapping[str, str | tuple[str, ...]]:
    """Who would lead each meeting, several jointly. Raises GovregError for an organisation that isn't in the register, or one twice."""
    found: dict[str, list[str]] = {}
    for word, who in typed:
        kind = as_keyword(who)
        lead = kind if kind in NO_LEAD else resolve.entry_id(register.organisations, who)
        leads = found.setdefault(live_meeting(register, word), [])
        if lead in leads:
            raise GovregError(
                f"--lead gives “{shown(who)}” twice for {_called(register, resolve.meeting_id(register, word))}.", "Write it once."
            )
        if leads and NO_LEAD & {lead, *leads}:
            raise GovregError("A lead can't be both unclear and an organisation.", "Write one of them.")
        leads.append(lead)
    return {id_: leads[0] if len(leads) == 1 else tuple(leads) for id_, leads in found.items()}


def _check_not_ended(register: Register, wishes: ScenarioOptions) -> None:
    """Raise GovregError if a meeting would end and also merge, meet or be led differently."""
    for before, after in wishes.merges:
        if before in wishes.ends:
            message = f"{_called(register, before)} can't both end and merge into {_called(register, after)}."
            raise GovregError(message, "Leave out --end: a meeting that merges ends.")
    ends = {*wishes.ends, *(before for before, _ in (*wishes.merges, *wishes.into))}
    for option, ids in (("--frequency", wishes.frequencies), ("--lead", wishes.leads)):
        for id_ in ids:
            if id_ in ends:
                raise GovregError(f"{_called(register, id_)} would end, so {option} changes nothing.", "Leave out one of the two.")


def _check_no_cycle(register: Register, wishes: ScenarioOptions, supposed: Scenario) -> None:
    """Raise GovregError if work would go in a circle, or to a meeting that ends without a receiver for its own."""
    asked = (*wishes.merges, *wishes.into)
    goes_to = {before: [after for one, after in asked if one == before] for before, _ in asked}
    circle = next(filter(None, (shortest_cycle(before, goes_to) for before in goes_to)), None)
    if circle is not None:
        way = " into ".join(_called(register, id_) for id_ in (*circle, circle[0]))
        raise GovregError(f"The work would go in a circle: {way}.", "Leave out one of these.")
    for before, after in asked:
        if after in supposed.stopping and not supposed.receivers(after):
            message = f"{_called(register, after)} is to take on the work of {_called(register, before)}, but would end too."
            raise GovregError(message, f"Say where its work goes: --into {after} RECEIVER.")
