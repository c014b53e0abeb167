"""The texts about a meeting, as values of its fields; a text that isn't such a value becomes a note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from govreg.analysis.importing.fields import MAYBE_A_PERSON, READERS, FieldInput, add_members, area_of, choice_of
from govreg.analysis.importing.found import FoundMeeting, LabelledText, Member, Run
from govreg.analysis.importing.member_rows import read_member
from govreg.analysis.importing.members import NO_ORGANISATION
from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import persons_in, without_persons
from govreg.analysis.importing.read_meeting import Reading, ReadMeeting, Unread
from govreg.analysis.importing.texts import NUMBERED, cleaned, first_lines, title_of
from govreg.analysis.importing.wording import is_none, is_not_stated, is_role, says_nothing
from govreg.model.meeting import Level
from govreg.model.names import fold

_PERSON_KEYS = frozenset({"lead", "participants", "chair", "secretariat", "support", "contact", "chair.person", "chair.role"})
_ONLY_PERSONS = frozenset({"contact", "chair.person"})
"""The fields that are about a person and nothing else."""
_OF_OFFICER = re.compile(r"\b(?:officers?|managers?)\b", re.IGNORECASE)
"""Labels of the officer who leads for an organisation: another label says which organisation leads."""
_REACHES = re.compile(r"@|\d{5}|\d{3} \d{3}")
"""Characters of a person's e-mail address or telephone number."""
A_PERSON = "It is a person's name, which --people keeps."
MARKED, LISTED = "Marked in the source", "Listed under"
CONTEXT = (f"{MARKED}: ", f"{LISTED}: ")
"""How the notes begin that say where a paper lists a meeting; an existing entry isn't changed for them."""


@dataclass
class ValueReader:
    """Reads the texts about meetings as values of their fields."""

    organisations: Organisations
    people: bool = False

    def read(self, found: FoundMeeting) -> ReadMeeting:
        """What `found` says, field by field."""
        title, mark = title_of(found.title.text)
        meeting = ReadMeeting(Run(title, found.title.place), {"title": title})
        meeting.readings.append(Reading("title", "", found.title.text, found.title.place))
        if mark:
            meeting.note(MARKED, mark)
        meeting.note("", first_lines(found.title.text)[1])
        for labelled in _in_order(found.texts):
            self._take(meeting, labelled)
        for group in found.groups:
            self._group(meeting, group)
        for over in found.over:
            self._group(meeting, over, note=False)
        if not meeting.has("lead"):
            meeting.put("lead", "not-stated")
        return meeting

    def _take(self, meeting: ReadMeeting, labelled: LabelledText) -> None:
        if labelled.means is not None:
            meeting.readings.append(Reading("participants", labelled.label.text, labelled.text, labelled.place, "participants"))
            labelled = labelled._replace(text=labelled.means)
        text = cleaned(labelled.text)
        key = labelled.label.key
        self.organisations.here = labelled.place
        if labelled.member is not None:
            self._take_member(meeting, labelled, labelled.member)
            return
        if not text:
            return
        kept = text
        if key in _PERSON_KEYS and not self.people:
            kept, names = without_persons(text)
            if key in _ONLY_PERSONS and (names or _REACHES.search(text) or key == "chair.person"):
                kept, names = "", (text,)
            meeting.unread += [Unread(name, labelled.place, A_PERSON) for name in names]
            if not kept:
                return
        meeting.readings.append(Reading((key or "notes").partition(".")[0], labelled.label.text, kept, labelled.place, key or ""))
        taken = (
            key is not None and not ((is_none(kept) or is_not_stated(kept)) and key != "lead") and self._field(meeting, key, kept, labelled)
        )
        if not taken:
            meeting.readings[-1] = meeting.readings[-1]._replace(key="notes")
            if not is_not_stated(kept):
                meeting.note(labelled.label.text, kept)

    def _take_member(self, meeting: ReadMeeting, labelled: LabelledText, member: Member) -> None:
        """Take a row of a table of members."""
        beside, names = without_persons(member.person)
        if not names and not says_nothing(member.person):
            beside, names = "", (member.person,)
        text = ", ".join(filter(None, (cleaned(labelled.text), beside)))
        meeting.readings.append(Reading("participants", labelled.label.text, text, labelled.place, "participants"))
        seat = read_member(self.organisations, member)
        if names and self.people and seat is not None:
            seat = seat._replace(person=", ".join(names))
            meeting.readings.append(Reading("participants", "", seat.person, labelled.place, "participants"))
        else:
            why = A_PERSON if persons_in(member.person) else MAYBE_A_PERSON
            meeting.unread += [Unread(name, labelled.place, why) for name in names]
        if seat is None:
            meeting.unread.append(Unread(text, labelled.place, NO_ORGANISATION))
        add_members(meeting, [] if seat is None else [seat], text, people=self.people)

    def _field(self, meeting: ReadMeeting, key: str, text: str, labelled: LabelledText) -> bool:
        """Make `text` the value of the field `key`; whether it could be one."""
        if key in ("notes", "number", "contact"):
            return False
        reader = READERS.get(key)
        if reader is None:
            return False
        given = FieldInput(meeting, key, text, cleaned(labelled.text), labelled.place, self.organisations, self.people)
        if key == "lead" and _names_no_body(meeting):
            return _better_lead(given)
        if meeting.has(key) and key not in ("purpose", "focus", "participants", "aliases", "type"):
            return False
        return reader(given)

    def _group(self, meeting: ReadMeeting, group: Run, *, note: bool = True) -> None:
        """Take the level, area or theme of a meeting from a heading over several; else note the heading, if a note is wanted."""
        text = cleaned(group.text)
        bare = NUMBERED.sub("", text)
        meeting.readings.append(Reading("notes", "", group.text, group.place))
        level = choice_of(bare, get_args(Level))
        if level is not None and not meeting.has("level"):
            meeting.put("level", level)
        area = area_of(self.organisations, re.sub(r"\s+(?:meetings?|groups?|boards?|area|partnerships?)$", "", bare, flags=re.IGNORECASE))
        if area is not None and not meeting.has("areas"):
            meeting.put("areas", (area,))
        theme = self.organisations.register.themes.find(bare)
        if theme is not None and not meeting.has("themes"):
            meeting.put("themes", (theme,))
        exact = (
            area is not None or theme is not None or (level is not None and fold(bare) in (level, f"{level} level", f"{level} meetings"))
        )
        if note and not exact:
            meeting.note(LISTED, text)


def _in_order(texts: Sequence[LabelledText]) -> list[LabelledText]:
    """The texts about a meeting, with a lead officer after the organisation that leads."""
    return sorted(texts, key=lambda one: one.label.key == "lead" and _OF_OFFICER.search(one.label.text) is not None)


def _names_no_body(meeting: ReadMeeting) -> bool:
    """Whether the lead so far is only a post, or isn't stated, so that another label may say which organisation leads."""
    lead = meeting.fields.get("lead")
    return lead == "not-stated" or (lead == "unclear" and is_role(str(meeting.fields["lead_as_written"])))


def _better_lead(given: FieldInput) -> bool:
    """Take the lead from a second label if it names an organisation; the text of the first then becomes a note."""
    meeting = given.meeting
    lead, written = meeting.fields["lead"], meeting.fields.pop("lead_as_written", None)
    READERS["lead"](given)
    if meeting.fields["lead"] in ("unclear", "not-stated"):
        meeting.fields["lead"] = lead
        meeting.fields.pop("lead_as_written", None)
        if written is not None:
            meeting.fields["lead_as_written"] = written
        return False
    first = next(at for at, one in enumerate(meeting.readings) if one.key == "lead")
    meeting.readings[first] = meeting.readings[first]._replace(key="notes")
    if written is not None:
        meeting.note(meeting.readings[first].label, meeting.readings[first].text)
    return True
