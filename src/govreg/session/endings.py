"""What `end`, `merge` and `whatif --write` check before a meeting ends: it and its receivers are live, and there is a reason."""

from collections.abc import Iterator, Sequence

from govreg.analysis.changes.redirect import Redirection
from govreg.analysis.succession import ENDINGS
from govreg.errors import GovregError
from govreg.model.dates import in_words
from govreg.model.meeting import Meeting
from govreg.model.names import listed, shown
from govreg.model.register import Register
from govreg.session import resolve
from govreg.session.entry_words import check_typed
from govreg.session.load import LoadedRegister
from govreg.session.streams import notify
from govreg.session.typed_dates import typed_date


def reason_given(reason: str | None) -> str:
    """The reason that was typed. Raises GovregError if there is none."""
    if reason is None or not reason.strip():
        raise GovregError("A reason is needed.", 'Say why: --reason "Its work is done"')
    return check_typed("reason", reason.strip())


def live_meeting(register: Register, word: str) -> str:
    """The id of the meeting that `word` names. Raises GovregError, with how to correct that, if none has it or it has ended."""
    entry = register.meetings[resolve.meeting_id(register, word)]
    if not entry.live:
        since = f" ({in_words(entry.status_since)})" if entry.status_since else ""
        correct = f"To correct that: “govreg set {entry.id} status active”; then --remove status_since and status_reason."
        raise GovregError(f"“{shown(entry.title, 80)}” has ended already{since}.", correct)
    return entry.id


def check_receivers(register: Register, id_: str, words: Sequence[str]) -> tuple[str, ...]:
    """The ids of the meetings that take on the work of `id_`. Raises GovregError if one has ended or is that meeting."""
    receivers = tuple(dict.fromkeys(live_meeting(register, word) for word in words))
    if id_ in receivers:
        title = shown(register.meetings[id_].title, 80)
        raise GovregError(f"You named “{title}” twice: a meeting can't take on its own work.", "Name another meeting.")
    return receivers


def ending_date(loaded: LoadedRegister, on: str | None) -> str:
    """The date that was typed, else the date to report on. Raises GovregError if it is not a valid date, or in the future."""
    if on is None:
        return loaded.as_at
    date = typed_date(on, "--on")
    if date > loaded.today.isoformat()[: len(date)]:
        later = "Record the end once it has happened, or give the day of the register with --as-at."
        raise GovregError(f"{in_words(date)} is still to come (--on), as at {in_words(loaded.as_at)}.", later)
    return date


def next_after_ending(register: Register, id_: str) -> str:
    """What to do next: a command that shows the meetings which still name the one that ended, if there are any."""
    left = [one.id for one in register.meetings.values() if one.live and id_ in _named_by(one)]
    if left:
        return f"Next: {listed(left[:5])} still name{'s' if len(left) == 1 else ''} it. Change that with “govreg set {left[0]} --remove …”."
    return f"Next: govreg show {id_}"


def _named_by(meeting: Meeting) -> Iterator[str | None]:
    """The ids of the meetings that the entry of `meeting` names."""
    yield from (*meeting.reports_to, *meeting.links_to)
    yield from (seat.meeting for seat in meeting.participants)
    yield from (id_ for review in meeting.review for id_ in review.into)


def notify_redirections(register: Register, redirected: Sequence[Redirection]) -> None:
    """Name the meetings that now report or link to another meeting."""
    for one in redirected:
        verb = "report" if one.key == "reports_to" else "link"
        title, old = (f"“{shown(register.meetings[id_].title, 80)}”" for id_ in (one.meeting, one.old))
        if one.new is None:
            notify(f"{title} no longer {verb}s to {old}.")
        else:
            notify(f"{title} now {verb}s to “{shown(register.meetings[one.new].title, 80)}” instead of {old}.")


def notify_stale_status(before: Register, after: Register, id_: str) -> None:
    """Name the fields of the meeting `id_` that still describe its old status, if its status has changed."""
    was, now = before.meetings.get(id_), after.meetings.get(id_)
    if was is None or now is None or was.status == now.status:
        return
    for key in ("status_since", "status_reason"):
        left = getattr(now, key)
        if left is not None and left == getattr(was, key):
            other = f"govreg set {id_} {key} …, or " if key == "status_since" else ""
            notify(f"It still has {key} “{shown(left, 60)}” from before.", f"Change that: {other}govreg set {id_} --remove {key}")
    place = len(now.review)
    if not was.live and now.live and place and now.review[-1].recommendation in ENDINGS:
        notify(
            f"Its review still recommends: {now.review[-1].recommendation}.",
            f"If that was a mistake: govreg set {id_} --remove review{f' {place}' if place > 1 else ''}",
        )
