"""The columns of the sheet that partners correct: which field each holds, and what is said of it."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from govreg.model.fields import Record, keys
from govreg.model.location import KeyPath
from govreg.model.markers import ReferenceKind, Refers, marked
from govreg.model.meeting import Meeting, Participant
from govreg.model.schema import FieldSpec, field_specs

DELETE = "(delete)"
"""The text that deletes a value when it is written into its cell: a blank cell changes nothing."""

TOO_LONG = "(too long for a cell: see the register)"
"""The text of a cell whose value is longer than a spreadsheet keeps."""
LONGEST = 32_000
"""The most characters of a text in a cell; Excel keeps 32,767."""

_NARROW, _WORD, _PHRASE, _NAME, _PROSE = 12, 16, 24, 36, 50
"""The widths of columns in characters: a number or yes and no, a date or a word of a list, some words, a name, a text of several lines."""


@dataclass(frozen=True)
class SheetColumn:
    """A column: the field that it holds, its title, and how to fill it in."""

    key: str
    """The field as a person names it for `govreg set`: `chair.role`."""
    title: str
    help: str
    record: type[Record] = Meeting
    width: int = _PHRASE
    is_person: bool = False
    """Whether it names a person, so that only a sheet made with `--people` has it."""

    @cached_property
    def path(self) -> KeyPath:
        """The field's path in the record."""
        return tuple(self.key.split("."))

    @property
    def top(self) -> str:
        """The key at the top of a meeting's file that the field is in."""
        return str(self.path[0]) if self.record is Meeting else "participants"

    @cached_property
    def field(self) -> "Field":
        """What the schema says of the field."""
        return _field(self.record, self.path)


class Field(NamedTuple):
    """The definition of a field of an entry, from the schema."""

    names: tuple[str, ...]
    """The attributes that lead to it from its record."""
    spec: FieldSpec
    refers: ReferenceKind | None
    """Which sort of entry it names; None where it names none."""
    other_words: frozenset[str]
    """Words that it may have in place of an id."""
    short: str | None
    """For a field of a part: the key that a bare text in the part's place stands for."""


@cache
def _field(record: type[Record], path: KeyPath) -> Field:
    here, names, short = record, list[str](), None
    for step in path[:-1]:
        names.append(keys(here)[str(step)])
        part = field_specs(here)[str(step)].record
        if part is None:
            raise ValueError(path)
        here, short = part, part.short
    last = str(path[-1])
    refers = marked(here, Refers).get(last)
    spec = field_specs(here)[last]
    if spec.record is not None and spec.record.short is None:
        raise ValueError(path)
    return Field((*names, keys(here)[last]), spec, refers.kind if refers else None, refers.words if refers else frozenset(), short)


_DATE = "A date: 2017-03-31, or 2017-03 or 2017 where no day is known."
_SEVERAL = "Several: each on its own line (Alt+Enter)."

MEETING_COLUMNS = (
    SheetColumn("title", "Meeting", "The full name of the meeting.", width=_NAME),
    SheetColumn("aliases", "Other names", f"Other names and abbreviations it goes by. {_SEVERAL}"),
    SheetColumn("lead", "Led by", f"The organisation that owns and convenes it; “unclear” or “not stated” if no source says. {_SEVERAL}"),
    SheetColumn("support", "Supported by", f"Organisations that back the lead. {_SEVERAL}"),
    SheetColumn("chair.organisation", "Chair: organisation", "The organisation that the chair comes from."),
    SheetColumn("chair.role", "Chair: post", "The post that chairs, not the person: Chief Fire Officer."),
    SheetColumn("chair.person", "Chair: name", "The person who chairs, only where the post isn't enough.", is_person=True),
    SheetColumn("chair.basis", "Chair: how chosen", "How the chair is chosen, or for how long: by vote, for the first year."),
    SheetColumn("chair.from", "Chair: from", _DATE, width=_WORD),
    SheetColumn("chair.until", "Chair: until", _DATE, width=_WORD),
    SheetColumn("secretariat", "Secretariat", "The organisation that arranges it and keeps its papers."),
    SheetColumn("purpose", "Purpose", "What it is for.", width=_PROSE),
    SheetColumn("focus", "Current focus", f"What it works on now, in a phrase. {_SEVERAL}", width=_PROSE),
    SheetColumn("frequency.text", "How often", "How often it meets, as people say it: quarterly, six monthly, twice a year."),
    SheetColumn("duration", "Length", "How long one meeting lasts: 2h.", width=_NARROW),
    SheetColumn("last_met", "Last met", _DATE, width=_WORD),
    SheetColumn("next_meets", "Next meets", _DATE, width=_WORD),
    SheetColumn("quorum", "Quorum", "How many must be present for a decision: three partners."),
    SheetColumn("status", "Status", "Choose from the list. A meeting that no longer meets is ended.", width=_WORD),
    SheetColumn("status_since", "Status since", _DATE, width=_WORD),
    SheetColumn("status_reason", "Reason for status", "Why it was suspended or ended."),
    SheetColumn("kind", "Kind", "Choose from the list.", width=_WORD),
    SheetColumn("level", "Level", "Choose from the list: strategic, tactical or operational.", width=_WORD),
    SheetColumn("statutory", "Statutory", f"yes, no, or the duties or Acts that it serves. {_SEVERAL}"),
    SheetColumn("areas", "Areas", f"The areas it covers; blank means all. {_SEVERAL}"),
    SheetColumn(
        "instances", "One or per area", "“one” if one meeting serves all its areas, “per-area” if each has its own.", width=_NARROW
    ),
    SheetColumn("themes", "Themes", f"The themes that it belongs to. {_SEVERAL}"),
    SheetColumn("reports_to", "Reports to", f"Meetings or organisations that it reports to. {_SEVERAL}"),
    SheetColumn("links_to", "Linked meetings", f"Related meetings, such as those that it feeds. {_SEVERAL}"),
    SheetColumn("supersedes", "Replaces", f"Meetings that it replaces. {_SEVERAL}"),
    SheetColumn("terms_of_reference.agreed_on", "Terms of reference: agreed", _DATE, width=_WORD),
    SheetColumn("terms_of_reference.review_due", "Terms of reference: review due", _DATE, width=_WORD),
    SheetColumn("terms_of_reference.url", "Terms of reference: web address", "Where they can be read."),
)
"""One row for each meeting. Reviews, verdicts, sources and who may see an entry are not partners' to change, so they have no column."""

SEAT_MEETING = SheetColumn(
    "of", "Meeting", "Which meeting the seat is on: choose from the list. Only a new row needs it.", Participant, _NAME
)
"""The column of the meeting that a seat is on; it holds no field."""
SENDER = SheetColumn(
    "sender", "Who", f"The organisation, or the meeting, that sends someone. Write {DELETE} if it no longer does.", width=_NAME
)
"""The column of who has a seat; it holds the field `organisation` or `meeting`."""

SEAT_COLUMNS = (
    SheetColumn("role", "Post", "The post or posts that attend for it: ACC, director of public health.", Participant),
    SheetColumn("person", "Name", "The person who attends, only where the post isn't enough.", Participant, is_person=True),
    SheetColumn("attendance", "Attends as", "Choose from the list; blank means member.", Participant, _WORD),
    SheetColumn("from", "From", _DATE, Participant, _WORD),
    SheetColumn("until", "Until", _DATE, Participant, _WORD),
    SheetColumn("voting", "Votes", "yes or no.", Participant, _NARROW),
    SheetColumn("people", "People", "How many people attend for it.", Participant, _NARROW),
)
"""The rest of the columns of the sheet of seats, one row for each."""
