"""Rules about the fields of an entry and the types of their values (GR1xx)."""

from collections.abc import Sequence

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import ReaderRule, reader_rule
from govreg.model.dates import no_such_day
from govreg.model.names import shown

ERROR = Severity.ERROR

_MOST_KNOWN = 12


@reader_rule("GR101", ERROR)
def wrong_top_level(expected: str, found: str) -> Problem:
    """A file contains a list instead of fields, or fields instead of a list.

    Each file has one meeting, and its fields begin at the left margin. Only `verdicts.yaml` is a list.

    Wrong:

        meetings/budget-committee.yaml
        - title: Budget committee
          lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, f"The file should contain {expected}, but it contains {found}.", "See docs/file-format.md, or copy a valid entry.")


@reader_rule("GR102", ERROR)
def unknown_key(key: str, nearest: str | None, known: Sequence[str], where: str) -> Problem:
    """A field is unknown.

    If govreg ignored a misspelt field, its value would be missing from every answer without a warning.

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
        hint = "The fields are listed in docs/file-format.md; put anything else in `notes`."
    else:
        hint = f"Known here: {', '.join(known)}."
    return Problem(None, f"“{shown(key)}” is not a field of {where}.", hint)


@reader_rule("GR103", ERROR)
def required(key: str, where: str, *, empty: bool) -> Problem:
    """A required field is missing or empty.

    A meeting needs only a title and a lead. If the source doesn't say who leads, write `not-stated`; if it contradicts
    itself, write `unclear`.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: not-stated
    """
    write = {
        "lead": "Write the organisation that leads, `lead: not-stated` if the source doesn't say, or `lead: unclear` if it is ambiguous.",
        "organisation": "Write the organisation's id, or remove the field.",
    }.get(key, f"Add `{key}: …`.")
    return Problem(None, f"“{key}” is empty." if empty else f"{where.capitalize()} has no “{key}”.", write)


@reader_rule("GR104", ERROR)
def wrong_type(expected: str, found: str, hint: str) -> Problem:
    """A value has the wrong type for its field.

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
    return Problem(None, f"This should be {expected}, but it is {found}.", hint)


@reader_rule("GR105", ERROR)
def not_allowed(typed: str, words: Sequence[str], nearest: str | None) -> Problem:
    """A value is not one of those that its field allows.

    Some fields allow only certain values, so that filters such as `list --status` find every entry.

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
    return Problem(None, f"“{shown(typed)}” isn't allowed here.", hint)


@reader_rule("GR106", ERROR)
def invalid_date(typed: str) -> Problem:
    """A date is in the wrong format, or doesn't exist.

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
    from govreg.model.written_dates import how_to_write, unambiguous_date  # noqa: PLC0415 - few registers have a wrong date

    why = no_such_day(typed)
    message = f"“{shown(typed)}” is not a valid date{f': {why}' if why else ''}."
    return Problem(None, message, how_to_write(typed), replacement=unambiguous_date(typed) or None)


@reader_rule("GR107", ERROR)
def invalid_number(typed: str, *, whole: bool = False) -> Problem:
    """A number is not valid.

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
            "Write the number in digits, such as 2, or leave the field out.",
        )
    return Problem(None, f"“{shown(typed)}” is not a number.", "Write it in digits, such as 4 or 0.5.")


@reader_rule("GR108", ERROR)
def invalid_boolean(typed: str, *, duties: bool) -> Problem:
    """A value should be `true` or `false`.

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
    hint = "Write true or false, or preferably the duty or the Act that the meeting fulfils." if duties else "Write true or false."
    return Problem(None, f"“{shown(typed)}” isn't allowed here.", hint)


@reader_rule("GR109", ERROR)
def blank() -> Problem:
    """A text is empty.

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
    return Problem(None, "The text is empty.", "Write the text, or leave the field out.")


@reader_rule("GR110", ERROR)
def one_line() -> Problem:
    """A text has several lines, but must be on one.

    Titles and names appear in tables, calendars and lists, on one line each.

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
    return Problem(None, "The text contains a line break.", "Write it on one line.")


@reader_rule("GR111", ERROR)
def invalid_id(typed: str, suggestion: str, *, reserved: bool) -> Problem:
    """An id is not valid.

    An id has lower-case letters, digits and single hyphens, begins with a letter and is at most 64 characters long, so
    that it works as a file name on every system and can be typed on every keyboard. Put the name that people use in
    `name` or `aliases`. `joint`, `unclear` and `not-stated` are reserved: they describe a lead.

    Wrong:

        organisations.yaml
        OPCC: {name: Office of the Police and Crime Commissioner}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
    """
    why = "is a reserved word, which describes a lead" if reserved else "is not a valid id"
    return Problem(
        None, f"“{shown(typed)}” {why}.", f"Write “{suggestion}”." if suggestion else "Use lower-case letters, digits and hyphens."
    )


@reader_rule("GR112", ERROR)
def one_sender(*, both: bool) -> Problem:
    """A participant must have either an organisation or a meeting.

    A seat belongs to one of the two: the organisation that sends someone, or the meeting whose chair attends.

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
        return Problem(None, "The participant has both an “organisation” and a “meeting”.", "Keep whichever sends someone.")
    return Problem(
        None, "The participant has neither an “organisation” nor a “meeting”.", "Write which organisation sends someone: `organisation: …`."
    )


@reader_rule("GR113", ERROR)
def two_meetings() -> Problem:
    """A verdict does not name two different meetings.

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
    return Problem(None, "A verdict must name two different meetings.", "Write their ids: `meetings: [one, other]`.")


@reader_rule("GR114", ERROR)
def invalid_duration(typed: str) -> Problem:
    """A duration is not in hours or minutes.

    Settings of `load` are used in sums, so each must say hours or minutes, or a range of them.

    Wrong:

        register.yaml
        settings: {load: {duration: half a day}}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        register.yaml
        settings: {load: {duration: 3h to 4h}}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return Problem(None, f"“{shown(typed)}” is not a number of hours or minutes.", "Write “2h”, “90 minutes” or “1h to 3h”.")


@reader_rule("GR115", ERROR)
def name_too_long(what: str, characters: int, most: int, *, of_meeting: bool) -> Problem:
    """A title, a name or an alias is too long.

    Titles and names appear in tables, and wherever an answer mentions the entry. They have at most 500 characters. A
    longer text is usually a description, or a file that was pasted into the wrong place.

    Wrong:

        meetings/budget-committee.yaml
        title: >-
          Budget committee, which recommends the yearly budget and the precept to the Commissioner, keeps the medium-term financial strategy
          up to date, reviews the reserves, watches how the capital programme is spent, and hears every quarter from the chief finance
          officers of the office and of the force what has been saved, what has not, and what that means for the year after. It also
          looks at the contracts that are about to end, at the estate, at the vehicles and at what is shared with the fire service,
          and tells the Joint Audit Committee of any risk that it can no longer accept, with what it would cost to reduce it.
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: >-
          The committee recommends the yearly budget and the precept to the Commissioner, keeps the medium-term financial strategy
          up to date, reviews the reserves, watches how the capital programme is spent, and hears every quarter from the chief finance
          officers of the office and of the force what has been saved, what has not, and what that means for the year after. It also
          looks at the contracts that are about to end, at the estate, at the vehicles and at what is shared with the fire service,
          and tells the Joint Audit Committee of any risk that it can no longer accept, with what it would cost to reduce it.
    """
    hint = (
        "Put the rest into `purpose` or `notes`."
        if of_meeting
        else "Shorten it. The rest can go into a comment: a line that begins with “# ”."
    )
    return Problem(None, f"{what} has at most {most:,} characters; this has {characters:,}.", hint)


RULES: tuple[ReaderRule[...], ...] = (
    wrong_top_level,
    unknown_key,
    required,
    wrong_type,
    not_allowed,
    invalid_date,
    invalid_number,
    invalid_boolean,
    blank,
    one_line,
    invalid_id,
    one_sender,
    two_meetings,
    invalid_duration,
    name_too_long,
)
