"""How things are called in what people read: leads, seats, counts a year, areas; and the foot of every table."""

from collections.abc import Iterable
from fractions import Fraction

from govreg.analysis.meetings_per_year import YearlyCount, YearlyTotal
from govreg.model.dates import in_words, is_day
from govreg.model.meeting import Chair, Meeting, Participant
from govreg.model.names import and_more, fold, listed, many
from govreg.model.register import LeftOut, Register
from govreg.report import Cell, Count, Date, Link

_MOST_NAMED = 5


def organisation(register: Register, id_: str) -> str:
    """What to call an organisation in a table: its first alias where that is shorter than its name, else its name."""
    entry = register.organisations.get(id_)
    if entry is None:
        return id_
    return entry.aliases[0] if entry.aliases and len(entry.aliases[0]) < len(entry.name) else entry.name


def organisations(register: Register, ids: Iterable[str]) -> str:
    """What to call several organisations, one after the other."""
    return listed([organisation(register, id_) for id_ in ids])


def meeting(register: Register, id_: str) -> str:
    """What to call a meeting: its title."""
    entry = register.meetings.get(id_)
    return entry.title if entry is not None else id_


def marked(register: Register, id_: str) -> str:
    """What to call a meeting, and that its entry is internal if it is."""
    entry = register.meetings.get(id_)
    return meeting(register, id_) + (internal(entry.visibility) if entry is not None else "")


def internal(visibility: str | None) -> str:
    """The mark of something that is internal; empty for anything else."""
    return " (internal)" if visibility == "internal" else ""


def meeting_link(register: Register, id_: str) -> Link:
    """A meeting in a table: its title, marked if it is internal, and its id."""
    return Link("meeting", id_, marked(register, id_))


def organisation_link(register: Register, id_: str) -> Link:
    """An organisation in a table: what to call it, and its id."""
    return Link("organisation", id_, organisation(register, id_))


def sender_link(register: Register, id_: str) -> Link:
    """What a meeting reports to, in a table: a meeting or an organisation, and its id."""
    return meeting_link(register, id_) if id_ in register.meetings else organisation_link(register, id_)


def date(iso: str | None) -> Date | None:
    """A date in a table."""
    return Date(iso, in_words(iso)) if iso else None


def sender(register: Register, id_: str) -> str:
    """What to call what a meeting reports to: a meeting or an organisation."""
    return marked(register, id_) if id_ in register.meetings else organisation(register, id_)


def lead(register: Register, entry: Meeting) -> str:
    """Who leads, and who supports that."""
    names = organisations(register, entry.leads) or entry.lead_kind.replace("-", " ")
    return f"{names}, with {organisations(register, entry.support)}" if entry.support else names


def chair(register: Register, entry: Chair) -> str:
    """Who chairs, on what basis, until when."""
    post = entry.role or (organisation(register, entry.organisation) if entry.organisation else "")
    if entry.role and entry.organisation and organisation(register, entry.organisation) != entry.role:
        post += f" ({organisation(register, entry.organisation)})"
    named = ", ".join(part for part in (entry.person, post) if part)
    parts = [named or "post not stated", entry.basis or ""]
    parts.append(f"from {in_words(entry.from_)}" if entry.from_ else "")
    parts.append(f"until {in_words(entry.until)}" if entry.until else "")
    return ", ".join(part for part in parts if part)


def chairs(register: Register, entry: Meeting) -> tuple[str, ...]:
    """Who chairs `entry`, as its chair or the participants that attend as chair say it; empty where nothing does."""
    if entry.chair is not None:
        return (chair(register, entry.chair),)
    presiding = (one for one in entry.participants if one.attendance == "chair")
    return tuple(seat(register, one.model_copy(update={"attendance": "member"})) for one in presiding)


def seats(register: Register, entry: Meeting) -> tuple[str, ...]:
    """Who sits on `entry`: its participants, and the organisation of its chair, marked as chair."""
    listed_ = list(entry.participants)
    presiding = entry.chair.as_participant() if entry.chair is not None else None
    if presiding is None or any(one.sender == presiding.sender and one.attendance == "chair" for one in listed_):
        return tuple(seat(register, one) for one in listed_)
    same = [index for index, one in enumerate(listed_) if one.sender == presiding.sender and one.role in (presiding.role, None)]
    if same:
        one = listed_[same[0]]
        listed_[same[0]] = one.model_copy(update={"attendance": "chair", "role": one.role or presiding.role})
    else:
        listed_.append(presiding)
    return tuple(seat(register, one) for one in listed_)


def seat(register: Register, entry: Participant) -> str:
    """Who takes part, in what role and manner."""
    name = marked(register, entry.meeting) if entry.meeting else organisation(register, entry.organisation or "")
    is_post = entry.role is not None and fold(entry.role) == fold(name)
    details = [entry.role] if entry.role and not is_post else []
    if entry.person:
        details.append(entry.person)
    if entry.attendance != "member":
        details.append(entry.attendance.replace("-", " "))
    if entry.people:
        details.append(many(entry.people, "person", "people"))
    if entry.voting is not None:
        details.append("votes" if entry.voting else "does not vote")
    if entry.until:
        details.append(f"until {in_words(entry.until)}")
    if entry.visibility:
        details.append(entry.visibility)
    return f"{name} ({', '.join(details)})" if details else name


def members_as_written(entry: Meeting) -> str:
    """The source's words for the participants in one line: a list of them has an item on each line."""
    lines = (line.strip().removeprefix("- ").rstrip(" ;,") for line in (entry.participants_as_written or "").split("\n"))
    return "; ".join(line for line in lines if line)


def subject(register: Register, name: str) -> str:
    """What to call a theme or subject within a sentence; a theme's own capitals are kept: `Police and Crime Plan`, `VAWG`."""
    spelled = register.theme_spellings.get(name, name)
    return name if spelled[1:] == spelled[1:].lower() else spelled


def areas(register: Register, entry: Meeting) -> str:
    """The areas that a meeting covers, and whether each has its own."""
    named = listed([register.area_name(id_) for id_ in entry.areas]) or "the whole area"
    return f"one each in {named}" if entry.instances == "per-area" else named


def count(number: Fraction | float | None) -> str:
    """A number as people write it: whole, or with one decimal."""
    return "not known" if number is None else f"{float(number):,.1f}".removesuffix(".0")


_SIGNS_MEAN = {"+": "+ at least", "?": "? can be read in two ways", "~": "~ varies", "–": "– not known"}


def a_year(entry: YearlyCount) -> Count:
    """How many meetings a year an entry has, and how certain that is."""
    number = entry.total if entry.total is not None else entry.per_year
    return Count(float(number) if number is not None else None, entry.certainty.value)


_IN_WORDS = {"at-least": "at least {}", "ambiguous": "{}, by the usual reading", "varies": "{}, but it varies"}


def a_year_in_words(entry: YearlyCount) -> str:
    """The same in words."""
    number = entry.total if entry.total is not None else entry.per_year
    if number is None:
        return "it varies" if entry.certainty == "varies" else count(None)
    return _IN_WORDS.get(entry.certainty, "{}").format(count(number))


def sum_a_year(counted: YearlyTotal) -> str:
    """A sum of meetings a year: `12`, `1 to 4`, `at least 9`, `about 4` where one of its numbers varies.

    Where some of the meetings give no number, what is known of the others is a least: `at least 39`, `at least 1 to 4`.
    """
    if counted.per_year is None:
        return count(None)
    if counted.low is None:
        return f"about {count(counted.per_year)}"
    least = "at least " if counted.high is None or counted.unknown else ""
    return f"{least}{count(counted.low)}{f' to {count(counted.high)}' if counted.is_range else ''}"


def sum_text(counted: YearlyTotal) -> str:
    """A sum a year, and how many entries are in it with no number: `at least 12; 2 not known`."""
    unknown = f"; {counted.unknown:,} not known" if counted.unknown and counted.per_year is not None else ""
    return f"{sum_a_year(counted)}{unknown}"


def signs(cells: Iterable[Cell]) -> str:
    """What the signs of the counts among `cells` mean; empty where there are none."""
    found = {cell.sign or ("–" if cell.value is None else "") for cell in cells if isinstance(cell, Count)}
    return "; ".join(meaning for sign, meaning in _SIGNS_MEAN.items() if sign in found)


def title(entry: Meeting, counted: YearlyCount) -> str:
    """A meeting's title, and how many meetings it covers where it is held once for each area."""
    return f"{entry.title} ({counted.instances:,} areas)" if counted.instances > 1 else entry.title


def when(date: str) -> str:
    """A date with its preposition: `on 10 November 2016`, `in November 2016`, `in 2016`."""
    return f"{'on' if is_day(date) else 'in'} {in_words(date)}"


def under(register: Register, as_at: str) -> tuple[str, ...]:
    """The foot of every table: the register and the day, and what could not be read."""
    name = f"{register.name}, as at" if register.name else "As at"
    lines = [f"{name} {in_words(as_at)}."]
    lines += left_out(register.left_out)
    if register.unread:
        named = and_more(register.unread[:_MOST_NAMED], len(register.unread))
        why = "because of errors" if register.organisations.complete else "because they have errors or are missing"
        lines.append(f"Left out {why}: {listed(named)}. “govreg validate” says what is wrong.")
    return tuple(lines)


def left_out(count: LeftOut) -> list[str]:
    """How many entries were left out for those who are to see the report; empty where none was."""
    counted = (
        (count.meetings, "meeting"),
        (count.focus, "focus item"),
        (count.seats, "member"),
        (count.decisions, "decision"),
    )
    counts = [many(number, noun) for number, noun in counted if number]
    one = sum(number for number, _ in counted) == 1
    why = "internal" if count.visibility == "partners" else "not public"
    reason = f"because {'it is' if one else 'they are'} {why}"
    return [f"{listed(counts)} {'is' if one else 'are'} left out {reason}."] if counts else []
