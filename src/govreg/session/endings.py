"""What `end`, `merge` and `whatif --write` ask of a meeting that is to end: it is live, its receivers are, and there is a reason."""

from collections.abc import Sequence

from govreg.errors import GovregError
from govreg.model.dates import is_date
from govreg.model.names import listed, shown
from govreg.model.register import Register
from govreg.session import resolve
from govreg.session.entry_words import check_typed
from govreg.session.load import LoadedRegister


def reason_given(reason: str | None) -> str:
    """The reason that was typed. Raises GovregError if there is none."""
    if reason is None or not reason.strip():
        raise GovregError("There is no reason.", 'Say why: --reason "Its work is done"')
    return check_typed("reason", reason.strip())


def live_meeting(register: Register, word: str) -> str:
    """The id of the meeting that `word` names. Raises GovregError if there is none, or if it has ended already."""
    id_ = resolve.meeting_id(register, word)
    if not register.meetings[id_].live:
        raise GovregError(f"“{shown(register.meetings[id_].title, 80)}” has ended already.", f"See “govreg show {id_}”.")
    return id_


def check_receivers(register: Register, id_: str, words: Sequence[str]) -> tuple[str, ...]:
    """The ids of the meetings that take the work of `id_` on. Raises GovregError if one has ended or is that meeting."""
    receivers = tuple(dict.fromkeys(live_meeting(register, word) for word in words))
    if id_ in receivers:
        raise GovregError(f"“{shown(register.meetings[id_].title, 80)}” can't take its own work on.", "Name another meeting.")
    return receivers


def ending_date(loaded: LoadedRegister, on: str | None) -> str:
    """The date that was typed, else the day that the register is looked at. Raises GovregError if it is no valid date or to come."""
    if on is None:
        return loaded.as_at
    if not is_date(on):
        raise GovregError(f"“{shown(on)}” is not a valid date (--on).", "Write it as 2026-11-10, 2026-11 or 2026.")
    if on > loaded.today.isoformat()[: len(on)]:
        raise GovregError(f"“{on}” is still to come (--on), as at {loaded.as_at}.", "End it when it has ended.")
    return on


def next_after_ending(register: Register, id_: str) -> str:
    """What to do next: who still reports to the meeting that ended, or sends someone on its behalf."""
    left = [
        one.id
        for one in register.meetings.values()
        if one.live and (id_ in (*one.reports_to, *one.links_to) or any(seat.meeting == id_ for seat in one.participants))
    ]
    if left:
        return f"Next: {listed(left[:5])} still name{'s' if len(left) == 1 else ''} it. Change that with “govreg set {left[0]} --remove …”."
    return f"Next: govreg show {id_}"
