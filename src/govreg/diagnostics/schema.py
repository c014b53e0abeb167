"""What can be wrong with the shape of an entry (GR1xx): each rule words one mistake in keys or in kinds of value."""

from collections.abc import Sequence

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import ReaderRule, reader_rule
from govreg.model.dates import no_such_day, spoken
from govreg.model.names import shown

ERROR = Severity.ERROR

_MOST_KNOWN = 12


@reader_rule("GR101", ERROR)
def wrong_top(expected: str, found: str) -> Problem:
    """The file holds a list where keys belong, or keys where a list belongs.

    One file holds one meeting: its keys begin at the left edge. Only `verdicts.yaml` is a list.

    Wrong:

        meetings/budget-committee.yaml
        - title: Budget committee
          lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(
        None, f"The file should hold {expected}, but it holds {found}.", "See docs/file-format.md, or copy an entry that is read."
    )


@reader_rule("GR102", ERROR)
def unknown_key(key: str, nearest: str | None, known: Sequence[str], where: str) -> Problem:
    """A key is none that govreg knows.

    A misspelt key would be passed over in silence, and what it says would be in no answer.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        freqency: monthly

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: monthly
    """
    if nearest is not None:
        hint = f"Did you mean “{nearest}”?"
    elif " " in key or key[:1].isupper():
        hint = "If this is a text with a colon in it, put the whole text in quotes."
    elif len(known) > _MOST_KNOWN:
        hint = "What may be written stands in docs/file-format.md; what has no key of its own belongs in `notes`."
    else:
        hint = f"Known here: {', '.join(known)}."
    return Problem(None, f"“{shown(key)}” is no key of {where}.", hint)


@reader_rule("GR103", ERROR)
def required(key: str, where: str, *, empty: bool) -> Problem:
    """A key that must be there is missing, or has nothing behind it.

    A meeting needs no more than a title and a lead; where nobody knows who leads, the lead is `not-stated`, and where
    the source contradicts itself it is `unclear`.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: not-stated
    """
    write = {
        "lead": "Write the organisation that leads, or `lead: not-stated` if nobody knows, or `lead: unclear` if the source dodges.",
        "organisation": "Write the organisation's id, or take the key out.",
    }.get(key, f"Write it: `{key}: …`.")
    return Problem(None, f"“{key}” is empty." if empty else f"{where.capitalize()} has no “{key}”.", write)


@reader_rule("GR104", ERROR)
def wrong_kind(expected: str, found: str, hint: str) -> Problem:
    """A value is of another kind than its key takes.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        support: constabulary

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        support: [constabulary]
    """
    return Problem(None, f"Here {expected} should stand, but there is {found}.", hint)


@reader_rule("GR105", ERROR)
def not_allowed(typed: str, words: Sequence[str], nearest: str | None) -> Problem:
    """A word is none of those that may stand here.

    Some keys take one of a few words, so that `list --status` and the like find every entry.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        status: current

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        status: active
    """
    allowed = f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
    hint = f"Did you mean “{nearest}”? It takes {allowed}." if nearest else f"It takes {allowed}."
    return Problem(None, f"“{shown(typed)}” may not stand here.", hint)


@reader_rule("GR106", ERROR)
def no_date(typed: str) -> Problem:
    """A date is not written as one, or there is no such day.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 10.11.16

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2016-11-10
    """
    why, meant = no_such_day(typed), spoken(typed)
    hint = f"Write “{meant}”." if meant else "Write a day, a month or a year: 2016-11-10, 2016-11 or 2016."
    return Problem(None, f"“{shown(typed)}” is not a valid date{f': {why}' if why else ''}.", hint, replacement=meant or None)


@reader_rule("GR107", ERROR)
def no_number(typed: str, *, whole: bool = False) -> Problem:
    """A count is not a number.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: {text: As the work needs, per_year: four}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: {text: As the work needs, per_year: 4}
    """
    if whole:
        return Problem(
            None,
            f"“{shown(typed)}” is not a whole number above 0.",
            "Write how many there are in digits, such as 2, or leave the field out.",
        )
    return Problem(None, f"“{shown(typed)}” is no number.", "Write it in digits: 4, or 0.5.")


@reader_rule("GR108", ERROR)
def no_truth(typed: str, *, duties: bool) -> Problem:
    """A field that takes `true` or `false` has another word.

    Wrong:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: unclear
        statutory: yes

    Right:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: unclear
        statutory: [Crime and Disorder Act 1998 s5]
    """
    hint = "Write true or false, or better the duty or the Act that it serves." if duties else "Write true or false."
    return Problem(None, f"“{shown(typed)}” may not stand here.", hint)


@reader_rule("GR109", ERROR)
def blank() -> Problem:
    """A text has nothing in it.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: "  "

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, "The text is empty.", "Write it, or leave the key out.")


@reader_rule("GR110", ERROR)
def one_line() -> Problem:
    """A text runs over several lines where one must do.

    Titles and names stand in tables, calendars and lists, one line each.

    Wrong:

        meetings/budget-committee.yaml
        title: |
          Budget
          committee
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, "The text has a line break in it.", "Write it on one line.")


@reader_rule("GR111", ERROR)
def no_id(typed: str, suggestion: str, *, reserved: bool) -> Problem:
    """An id is not written as one.

    An id is lower-case letters, digits and single hyphens, begins with a letter and has at most 64 characters, so that
    it can be a file's name on every system and typed at every keyboard. What people call the thing goes into `name` and
    `aliases`. `joint`, `unclear` and `not-stated` say something else wherever an id may stand.

    Wrong:

        organisations.yaml
        OPCC: {name: Office of the Police and Crime Commissioner}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
    """
    why = "has a meaning of its own" if reserved else "is no id"
    return Problem(None, f"“{shown(typed)}” {why}.", f"Write “{suggestion}”." if suggestion else "Write lower-case letters and hyphens.")


@reader_rule("GR112", ERROR)
def one_sender(*, both: bool) -> Problem:
    """A participant names neither an organisation nor a meeting, or both.

    A seat belongs to one of them: the organisation that sends someone, or the meeting whose chair comes.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {role: Chief Finance Officer}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants:
          - {organisation: opcc, role: Chief Finance Officer}
    """
    if both:
        return Problem(None, "The participant has an “organisation” and a “meeting”.", "Keep the one that sends someone.")
    return Problem(None, "The participant has no “organisation” and no “meeting”.", "Write who sends someone: `organisation: …`.")


@reader_rule("GR113", ERROR)
def two_meetings() -> Problem:
    """A verdict does not name two meetings.

    Wrong:

        verdicts.yaml
        - {meetings: [budget-committee], verdict: distinct, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: distinct, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    return Problem(None, "A verdict is on two different meetings.", "Write their ids: `meetings: [one, other]`.")


RULES: tuple[ReaderRule[...], ...] = (
    wrong_top,
    unknown_key,
    required,
    wrong_kind,
    not_allowed,
    no_date,
    no_number,
    no_truth,
    blank,
    one_line,
    no_id,
    one_sender,
    two_meetings,
)
