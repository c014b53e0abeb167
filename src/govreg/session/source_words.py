"""The source's own words in an entry: a command that changes what they describe keeps them, and says so."""

from typing import Literal, get_args

from govreg.model.names import many, shown
from govreg.model.register import Register
from govreg.session.streams import notify

_Field = Literal["lead", "participants"]
_MOST_NAMED = 3


def notify_words_kept(before: Register, after: Register) -> None:
    """Name the meetings that have a new lead or new participants, and still the source's words for the old ones."""
    kept = [
        (id_, f"{key}_as_written", words)
        for id_, now in after.meetings.items()
        if (was := before.meetings.get(id_)) is not None
        for key in get_args(_Field)
        if (words := getattr(now, f"{key}_as_written")) is not None
        and words == getattr(was, f"{key}_as_written")
        and getattr(was, key) != getattr(now, key)
    ]
    for id_, field, words in kept[:_MOST_NAMED]:
        notify(
            f"{field} of {id_} still has the source's words: “{shown(words, 60)}”.", f"To remove them: govreg set {id_} --remove {field}"
        )
    more = len(kept) - _MOST_NAMED
    if more > 0:
        notify(f"{many(more, 'more field')} still {'has' if more == 1 else 'have'} the source's words.")
