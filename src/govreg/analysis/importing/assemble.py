"""Puts meetings together from headings and labelled values, in the order of a document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from govreg.analysis.importing.figures import as_evidence
from govreg.analysis.importing.found import Found, FoundMeeting, LabelledText, Leftover, Member, Run
from govreg.analysis.importing.labels import Label, are_of_meetings, is_titled_and_led, looks_like_title, names_one
from govreg.analysis.importing.texts import NUMBERED, is_of_sitting
from govreg.model.fields import LONGEST_NAME
from govreg.model.names import fold

OUTSIDE = "It belongs to no meeting."
NO_MEETING = "What is labelled here is not a meeting."
NO_TITLE = "It describes a meeting, but no title was found."
TITLE_TOO_LONG = f"The title of the meeting has more than {LONGEST_NAME} characters."

_LONGEST_TITLE = 160
_LINE = re.compile(r"line (\d+)$")
_INTRODUCTION = Label("", None)
"""The label of prose between the title of a meeting and its first label."""


class _Pending(NamedTuple):
    """A text that may be the title of a meeting, a heading over several, or the rest of a value."""

    run: Run
    level: int | None
    heading: bool
    item: bool = False
    wide: bool = False
    apart: bool = False
    """Whether it is set apart from what comes before it: in bold, or by a blank line."""


@dataclass(slots=True)
class Assembler:
    """Takes headings, prose and labelled values one after the other; `finish` gives what was found."""

    found: Found = field(default_factory=Found)
    over: list[Run] = field(default_factory=list)
    """The texts above the table that is being read: the name of its sheet, its title."""
    _open: FoundMeeting | None = None
    _bare: bool = False
    """Whether the open meeting has bare labels: labels on lines of their own."""
    _in_section: bool = False
    """Whether the open meeting had labels with values before the first bare one, which then may be the heading of a section."""
    _titled: Label | None = None
    """The label before the title of the open meeting."""
    _heading: _Pending | None = None
    """The heading of the file that is the title of the open meeting."""
    _bare_level: int | None = None
    """The level that bare labels have as headings."""
    _pending: list[_Pending] = field(default_factory=list)
    _groups: list[tuple[float, Run]] = field(default_factory=list)
    _used: set[Run] = field(default_factory=set)
    """The headings under which a meeting was found."""
    _firsts: set[str] = field(default_factory=set)
    """The fields with which the meetings so far began."""
    _gap: bool = False
    """Whether there is a blank line before what comes next."""
    _fresh: bool = False
    """Whether a table has just begun."""

    def begin_table(self) -> None:
        """Begin a table of labels and values."""
        self._fresh = True

    def end_table(self) -> None:
        """End a table: what comes after it is not the rest of its last value."""
        self._settle(self._take_pending())
        if self._bare:
            return
        heading, before = self._heading, len(self.found.meetings)
        self._close(keeps_title=heading is not None)
        if heading is not None and len(self.found.meetings) == before:
            self._pending.append(heading)

    def heading(self, run: Run, level: int | None = None, *, wide: bool = False) -> None:
        """Take a heading; a `wide` one is a row of a table."""
        if level is not None and self._bare:
            if level == self._bare_level:
                self.pair(Label(run.text, None), Run("", run.place), run.place, bare=True)
                return
            self._close()
        self._pending.append(_Pending(run, level, heading=len(run.text) <= _LONGEST_TITLE, wide=wide))

    def gap(self) -> None:
        """Take a blank line."""
        self._gap = True

    def prose(self, run: Run, *, item: bool = False, bold: bool = False) -> None:
        """Take a paragraph or an item of a list."""
        gap, self._gap = self._gap, False
        numbered = item and looks_like_title(run.text) and _like_heading(run.text)
        apart = gap and numbered and not self.awaits_value
        if not self._pending and not apart and self._continues(run, item=item):
            self._append(f"- {run.text}" if item else run.text)
            return
        heading = numbered or (not item and (_like_heading(run.text) or (bold and len(run.text) <= _LONGEST_TITLE)))
        self._pending.append(_Pending(run, None, heading, item, apart=bold or gap))
        if not heading and not item and not self._adjacent(run):
            if not self._bare and self._introduces():
                self._close()
                return
            *before, last = self._take_pending()
            self._settle(before)
            if self._bare and self._continues(run, item=False):
                self._append(run.text)
                return
            self._settle([last])
            if not self._bare:
                self._close()

    def bare_label(self, label: Label, place: str, level: int | None) -> None:
        """Take a label on a line of its own, or in a heading; its value follows."""
        self._bare_level = level
        self.pair(label, Run("", place), place, bare=True)

    def pair(self, label: Label, run: Run, place: str, *, bare: bool = False) -> None:
        """Take a label, which is at `place`, and its value."""
        gap, self._gap = self._gap, False
        fresh, self._fresh = self._fresh, False
        if self._bare and not bare:
            if self._in_section and self.awaits_value:
                self._leave_section()
            else:
                self._end_bare()
        elif bare and not self._bare:
            self._in_section = self._open is not None
        if self._begins(label, fresh=fresh, gap=gap):
            self._begin(label, run, place, bare=bare)
            if label.key == "title":
                return
        elif self._pending:
            self._settle(self._take_pending())
            if self._open is None:
                self._begin(label, run, place, bare=bare)
        self._bare = bare
        if self._open is not None:
            self._open.texts.append(LabelledText(label, run.text, run.place))
            self._mark(label, place)

    def more(self, run: Run) -> None:
        """Take more of the value before."""
        if self._last is not None and not self._pending:
            self._append(run.text)
        else:
            self.leave(run, OUTSIDE)

    def member(self, member: Member, run: Run) -> None:
        """Take a row of a table of members below their label, with its text."""
        last = self._last
        if self._open is None or last is None:
            return
        if not last.text:
            self._open.texts.pop()
        self._open.texts.append(LabelledText(last.label, run.text, run.place, member=member))

    def leave(self, run: Run, why: str) -> None:
        """Take text that is part of no meeting, for the reason `why`."""
        self.found.leftovers.append(Leftover(run, why))

    @property
    def is_open(self) -> bool:
        """Whether a meeting is being described."""
        return self._open is not None and not self._pending

    @property
    def awaits_value(self) -> bool:
        """Whether the last label has no value yet."""
        return self._last is not None and not self._last.text

    @property
    def awaits_members(self) -> bool:
        """Whether the last label is one of members, on a line of its own, and has no value yet."""
        return self._bare and self.awaits_value and self._last is not None and self._last.label.key == "participants"

    @property
    def has_title(self) -> bool:
        """Whether there is a heading that may be the title of what follows."""
        return any(one.heading for one in self._pending)

    @property
    def awaits_label(self) -> bool:
        """Whether there is a heading, and no open meeting that it may be part of."""
        return self._open is None and self.has_title

    def groups_here(self) -> list[Run]:
        """Settle what came before, and give the headings over the table of meetings that begins here."""
        pending = self._take_pending()
        self._close()
        over = pending.pop() if pending and pending[-1].heading else None
        self._settle(pending)
        if over is not None:
            self._push(over)
        return self._current()

    def leave_table(self, cells: Iterable[Run]) -> None:
        """Leave a table that belongs to no meeting; a title above it is left to what follows."""
        last = self._pending[-1] if self._pending else None
        kept = [self._pending.pop()] if last is not None and last.heading and last.level is not None and names_one(last.run.text) else []
        groups = self.groups_here()
        self.use(groups)
        for run in (*groups, *cells):
            self.leave(run, NO_MEETING)
        self._pending += kept

    def use(self, groups: list[Run]) -> None:
        """Note that meetings were found under these headings."""
        self._used.update(groups)

    def finish(self) -> Found:
        """The meetings and texts that were found."""
        self._settle(self._take_pending())
        self._close()
        self._drop_groups(-inf)
        return self.found

    @property
    def _last(self) -> LabelledText | None:
        """The last value of the open meeting."""
        return self._open.texts[-1] if self._open is not None and self._open.texts else None

    def _begins(self, label: Label, *, fresh: bool, gap: bool) -> bool:
        """Whether a value with this label begins a meeting.

        `fresh`: whether it is the first one of a table. `gap`: whether there is a blank line before it.
        """
        here = self._open
        if label.key == "title" or here is None:
            return True
        # from the last to the first: a label that is asked for comes last, so that each text is looked at once for each field
        first = label.key is not None and (
            label.key in self._firsts or any(labelled.label.key == label.key for labelled in reversed(here.texts))
        )
        if fresh:
            return self.has_title or first or label.key is None
        wide = any(one.wide for one in self._pending)
        begins = first or (label.key is not None and self._names_another(here, gap=gap))
        return self.has_title and bool(here.texts) and (wide or begins or not here.title.text)

    def _names_another(self, here: FoundMeeting, *, gap: bool) -> bool:
        """Whether the heading before a value, with a blank line between or not, is the title of another meeting than `here`."""
        title = next((one for one in reversed(self._pending) if one.heading), None)
        if title is None or not (title.level is not None or (title.apart and not gap)):
            return False
        return names_one(title.run.text) and fold(title.run.text) != fold(here.title.text)

    def _begin(self, label: Label, run: Run, place: str, *, bare: bool) -> None:
        pending = self._take_pending()
        after: list[_Pending] = []
        chosen: _Pending | None = None
        if label.key == "title":
            title = run
            over = pending.pop() if pending and pending[-1].heading else None
        else:
            titles = self._titles(pending, bare=bare)
            chosen = pending[titles[-1]] if titles else None
            after = pending[titles[-1] + 1 :] if titles else []
            pending = pending[: titles[-1]] if titles else pending
            over = self._take_over(pending, chosen.level if chosen is not None else None)
            title = chosen.run if chosen is not None else Run("", place)
            if chosen is not None and chosen.level is not None:
                self._drop_groups(chosen.level)
        self._settle(pending)
        self._close()
        if over is not None:
            self._push(over)
        groups = self._current()
        self._titled = label if label.key == "title" else None
        self._heading = chosen if chosen is not None and chosen.level is not None else None
        self._open = FoundMeeting(title, _sections(after), groups, list(self.over))
        if self._titled is not None:
            self._mark(label, place)
        elif label.key is not None and not bare:
            self._firsts.add(label.key)

    def _titles(self, pending: list[_Pending], *, bare: bool) -> list[int]:
        """Where in `pending` titles may be; a heading of the level of the bare label after it is that of a section like it."""
        titles = [index for index, one in enumerate(pending) if one.heading]
        level = self._bare_level if bare else None
        if level is None:
            return titles
        over = [at for at in titles if (its := pending[at].level) is None or its < level or names_one(pending[at].run.text)]
        return over or titles

    def _take_over(self, pending: list[_Pending], level: int | None) -> _Pending | None:
        """Take out of `pending` the heading over a title of `level`: the text before it, or the last heading above its level."""
        if pending and pending[-1].heading and not self._is_rest(pending):
            return pending.pop()
        if level is None:
            return None
        above = (index for index in reversed(range(len(pending))) if (its := pending[index].level) is not None and its < level)
        index = next(above, None)
        return pending.pop(index) if index is not None else None

    def _introduces(self) -> bool:
        """Whether the last pending text is prose below a heading: of a meeting, whose labels may follow it, or over meetings."""
        index = next(
            (at for at in reversed(range(len(self._pending) - 1)) if not self._pending[at].item or self._pending[at].heading), None
        )
        if index is None or self._adjacent(self._pending[index].run):
            return False
        before = self._pending[index]
        names_meeting = names_one(before.run.text) if before.level is None else looks_like_title(before.run.text)
        if before.heading and before.level is not None and not names_meeting:
            self._pending[index] = before._replace(heading=False)
        return names_meeting or before.level is not None or not before.heading

    def _leave_section(self) -> None:
        """Leave the heading of a section, which reads like a label: `Governance`, over labels with values."""
        if self._open is not None:
            section = self._open.texts.pop()
            self.leave(Run(section.label.text, section.place), OUTSIDE)
        self._bare = False

    def _end_bare(self) -> None:
        """End a meeting with bare labels: the headings at its end belong to what follows."""
        headings: list[_Pending] = []
        while (
            self._open is not None
            and (labelled := self._last) is not None
            and labelled.label.key is None
            and not self._pending_level(headings)
        ):
            self._open.texts.pop()
            own = [_Pending(Run(labelled.label.text, labelled.place), None, heading=True)]
            if labelled.text:
                own.append(_Pending(Run(labelled.text, labelled.place), None, _like_heading(labelled.text)))
            headings = [*own, *headings]
        pending, self._pending = self._take_pending(), []
        self._close()
        self._pending = [*headings, *pending]

    @staticmethod
    def _pending_level(headings: list[_Pending]) -> bool:
        """Whether there are a title and a heading over it already."""
        return len(headings) > 1 or any(not one.heading for one in headings)

    def _current(self) -> list[Run]:
        return [run for _, run in self._groups]

    def _push(self, one: _Pending) -> None:
        level = one.level if one.level is not None else inf
        self._drop_groups(level)
        self._groups.append((level, one.run))

    def _drop_groups(self, level: float) -> None:
        """Drop the headings of a `level` and those below it; those of an open meeting are left over, if they are, when it is closed."""
        if self._open is None:
            for its, run in self._groups:
                if its >= level and run not in self._used:
                    self.leave(run, OUTSIDE)
        self._groups = [(its, run) for its, run in self._groups if its < level]

    def _settle(self, pending: list[_Pending]) -> None:
        """Add text that isn't a title to the value before it, if it goes on there; else it belongs to no meeting."""
        for one in pending:
            goes_on = one.level is None and (self._adjacent(one.run) or self._continues(one.run, item=one.item))
            if self._open is not None and goes_on:
                adjacent = self._adjacent(one.run)
                self._append(f"- {one.run.text}" if one.item else one.run.text)
                if adjacent:  # so that the next line is known to follow
                    self._open.texts[-1] = self._open.texts[-1]._replace(place=one.run.place)
            elif self._bare and self._open is not None and one.heading and one.level is None:
                self._open.texts.append(LabelledText(Label(one.run.text, None), "", one.run.place))
            else:
                if one.level is not None:
                    self._drop_groups(one.level)
                self.leave(one.run, OUTSIDE)

    def _is_rest(self, pending: list[_Pending]) -> bool:
        """Whether the only one of `pending` is on the line after the value before it, and so is the rest of that."""
        return len(pending) == 1 and self._adjacent(pending[0].run)

    def _continues(self, run: Run, *, item: bool) -> bool:
        """Whether `run` goes on with the value before it: below a bare label, or as an item of a list."""
        last = self._last
        if last is None:
            return False
        return item or not last.text or (self._bare and not _like_heading(run.text))

    def _adjacent(self, run: Run) -> bool:
        """Whether `run` is the line after the value before it."""
        before, here = _LINE.search(self._last.place if self._last is not None else ""), _LINE.search(run.place)
        return before is not None and here is not None and int(here[1]) == int(before[1]) + 1

    def _append(self, text: str) -> None:
        if self._open is not None:
            last = self._open.texts[-1]
            self._open.texts[-1] = last._replace(text=f"{last.text}\n{text}".strip("\n"))

    def _mark(self, label: Label, place: str) -> None:
        self.found.labels.append((label, place))

    def _take_pending(self) -> list[_Pending]:
        pending, self._pending = self._pending, []
        return pending

    def _close(self, *, keeps_title: bool = False) -> None:
        """Close the open meeting; `keeps_title`: the title of what turns out to be no meeting is left to what follows."""
        here, self._open = self._open, None
        bare, self._bare = self._bare, False
        if here is None:
            return
        labels = [as_evidence(labelled.label, [labelled.text]) for labelled in here.texts] + (
            [self._titled] if self._titled is not None else []
        )
        described = are_of_meetings(labels, bare=bare) or is_titled_and_led(labels, here.title.text)
        is_meeting = here.title.text and described and not is_of_sitting(here.title.text)
        if not is_meeting or len(here.title.text) > LONGEST_NAME:
            why = (
                TITLE_TOO_LONG
                if is_meeting
                else OUTSIDE
                if bare
                else NO_MEETING
                if here.title.text or not are_of_meetings(labels)
                else NO_TITLE
            )
            title = Run("", "") if keeps_title else here.title
            for run in (title, *(labelled.run for labelled in here.texts)):
                if run.text:
                    self.leave(run, why)
            for run in here.groups:
                if run not in self._used and run not in self._current():
                    self.leave(run, OUTSIDE)
            return
        self._used.update(here.groups)
        self.found.meetings.append(here)


def _sections(pending: list[_Pending]) -> list[LabelledText]:
    """The texts between the title of a meeting and its first label; headings of sections are their labels."""
    texts: list[LabelledText] = []
    for one in pending:
        if one.level is not None:
            texts.append(LabelledText(Label(one.run.text, None), "", one.run.place))
        elif texts and texts[-1].label.text:
            texts[-1] = texts[-1]._replace(text=f"{texts[-1].text}\n{one.run.text}".strip("\n"))
        else:
            texts.append(LabelledText(_INTRODUCTION, *one.run))
    return texts


def _like_heading(text: str) -> bool:
    """Whether `text` may be a heading: short, on one line, and not a sentence."""
    words = NUMBERED.sub("", text).split()
    end = text.rstrip()[-1:]
    ends_well = end not in ".;,!?" and (end != ":" or looks_like_title(text))
    return len(text) <= _LONGEST_TITLE and "\n" not in text and bool(words) and ends_well and words[0][:1].isupper()
