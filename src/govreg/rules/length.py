"""Entries with more words than are read to see what a meeting does (GR326)."""

from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.beginnings import MOST_WORDS, is_longer
from govreg.model.location import in_meeting
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule


@rule("GR326", Severity.WARNING)
def entry_too_long(context: RuleContext) -> Iterator[Problem]:
    """An entry has more words than are read to see what the meeting does.

    `duplicates`, `coverage`, `whatif`, `review` and `list --theme` read the first 500 words of an entry's title, aliases, purpose and
    focus: about a page. A purpose says in a sentence or two what the meeting is for. Longer explanations belong in the terms of
    reference, which `terms_of_reference` can link to.
    """
    for meeting in context.register.meetings.values():
        if is_longer(meeting):
            message = f"This entry has more than {MOST_WORDS} words, of which only the first {MOST_WORDS} are compared with other meetings."
            path = "purpose" if meeting.purpose is not None else "focus" if meeting.focus else "aliases"
            yield Problem(in_meeting(meeting.id, path), message, "Shorten `purpose` or `focus` to what the meeting is for.")


GOVERNANCE: tuple[RegisterRule, ...] = (entry_too_long,)
