"""Sentences about held meetings: how many there are, how often they meet, and what is proposed or suspended besides."""

from collections.abc import Iterable, Iterator

from govreg.analysis.meetings_per_year import YearlyTotal, yearly_count, yearly_total
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.views import terms

_NOT_HELD = (("proposed", "proposed", "start"), ("suspended", "suspended", "resume"))
"""The statuses of meetings that may be held later, each with what would have to happen."""

_TWO = 2


def total_a_year(meetings: Iterable[Meeting], register: Register) -> YearlyTotal:
    """Meetings a year of the held ones of `meetings` together."""
    return yearly_total(yearly_count(meeting, register) for meeting in meetings if meeting.is_held)


def held_sentences(meetings: Iterable[Meeting], register: Register) -> Iterator[str]:
    """How many of `meetings` are held and how often they meet; meetings that aren't held are named apart from the sum."""
    every = list(meetings)
    held = [meeting for meeting in every if meeting.is_held]
    if held:
        if len(held) < len(every):
            yield f"{len(held):,} {'is' if len(held) == 1 else 'are'} held{_taken_to_be_held(held)}."
        came_to = _comes_to(held, register)
        if came_to:
            yield f"{came_to[0].upper()}{came_to[1:]}."
    elif every:
        yield "None is held."
    for status, word, would in _NOT_HELD:
        waiting = [meeting for meeting in every if meeting.status == status]
        if waiting:
            yield _waiting(waiting, register, word, would, more=bool(held))
    ended = sum(not meeting.live for meeting in every)
    if ended:
        yield f"{ended:,} {'has' if ended == 1 else 'have'} ended."


def _taken_to_be_held(held: list[Meeting]) -> str:
    """How many of `held` count as held only because they state no status; empty if each states one."""
    unstated = sum(meeting.status is None for meeting in held)
    if unstated == len(held):
        return ", though it states no status" if unstated == 1 else ", though none states a status"
    return f", counting {unstated:,} that state{'s' if unstated == 1 else ''} no status" if unstated else ""


def _comes_to(meetings: list[Meeting], register: Register) -> str:
    """Meetings a year, and how many entries give no number; empty if there is nothing to say."""
    total = yearly_total(yearly_count(meeting, register) for meeting in meetings)
    numbers = f"{'in all, ' if len(meetings) > 1 else ''}{_sittings(total)} a year" if total.per_year is not None else ""
    return "; ".join(part for part in (numbers, *_without_number(meetings, total)) if part)


def _sittings(total: YearlyTotal) -> str:
    """A sum with its noun: `1 sitting`, `at least 1 sitting`, `6 to 24 sittings`."""
    numbers = terms.sum_a_year(total)
    return f"{numbers} {'sitting' if numbers.split()[-1] == '1' else 'sittings'}"


def _without_number(meetings: list[Meeting], total: YearlyTotal) -> Iterator[str]:
    """How many state no frequency, and how many state one that gives no number, such as “as required”."""
    unstated = sum(meeting.frequency is None for meeting in meetings)
    vague = total.unknown - unstated
    if unstated:
        yield f"{unstated:,} {'has' if unstated == 1 else 'have'} no stated frequency"
    if vague:
        yield f"{vague:,} state{'s' if vague == 1 else ''} a frequency without a number"


def _waiting(meetings: list[Meeting], register: Register, word: str, would: str, *, more: bool) -> str:
    count = len(meetings)
    sentence = f"{count:,}{' more' if more else ''} {'is' if count == 1 else 'are'} {word}"
    total = yearly_total(yearly_count(meeting, register) for meeting in meetings)
    if total.per_year is None:
        return f"{sentence}."
    who = f"it {would}s" if count == 1 else f"both {would}" if count == _TWO else f"all {would}"
    unknown = f", not counting {total.unknown:,} of unknown frequency" if total.unknown else ""
    return f"{sentence}: {terms.sum_a_year(total)} a year if {who}{unknown}."
