"""The sheet that partners correct: one row for each meeting, one for each seat, lists to choose from, and help in plain English."""

from collections.abc import Iterable

from govreg.analysis.partner_sheet.columns import DELETE, MEETING_COLUMNS, SEAT_COLUMNS, SEAT_MEETING, SENDER, SheetColumn
from govreg.analysis.partner_sheet.hidden import MEETINGS, NAME, SEATS, NewHiddenSheet
from govreg.analysis.partner_sheet.rows import ID, ID_TITLE
from govreg.analysis.partner_sheet.texts import SheetTexts, fingerprints, packed
from govreg.form import Form, FormColumn, FormSheet
from govreg.model.audience import Audience
from govreg.model.dates import in_words
from govreg.model.meeting import Meeting
from govreg.model.names import many
from govreg.model.register import Register

_ORGANISATIONS, _LEADS, _AREAS, _THEMES, _MEETINGS, _BOTH, _YES_NO = (
    "organisations",
    "leads",
    "areas",
    "themes",
    "meetings",
    "organisations and meetings",
    "yes or no",
)
"""The names of the lists to choose from besides those of words."""


def partner_sheet(register: Register, meetings: Iterable[Meeting], audience: Audience, as_at: str) -> Form:
    """The sheet for `audience` with `meetings` of `register`, which holds what it may see."""
    people = audience.persons == "named" and audience.visibility != "public"
    texts = SheetTexts(register, people=people)
    shown = sorted(meetings, key=lambda meeting: (meeting.title.casefold(), meeting.id))
    rows, seats = [], []
    prints, seat_prints = dict[str, str](), dict[str, str]()
    for meeting in shown:
        cells = texts.of_meeting(meeting)
        rows.append((*(cells.get(column.key, "") for column in texts.meeting_columns), meeting.id))
        prints[meeting.id] = packed(fingerprints(meeting.id, cells))
        for number, seat in enumerate(meeting.participants, 1):
            name, cells = f"{meeting.id}#{number}", texts.of_seat(seat, meeting)
            seats.append((*(cells.get(column.key, "") for column in (SEAT_MEETING, SENDER, *texts.seat_columns)), name))
            seat_prints[name] = packed(fingerprints(name, cells))
    hidden = NewHiddenSheet(audience.visibility, people, prints, seat_prints)
    return Form(
        f"{register.name or 'Register'}: sheet for partners",
        tuple(_help(texts, audience, hidden, as_at)),
        (
            FormSheet(MEETINGS, (*map(_column, texts.meeting_columns), FormColumn(ID, ID_TITLE, hidden=True)), tuple(rows)),
            FormSheet(
                SEATS, (*map(_column, (SEAT_MEETING, SENDER, *texts.seat_columns)), FormColumn(ID, ID_TITLE, hidden=True)), tuple(seats)
            ),
        ),
        _lists(register, shown),
        NAME,
        hidden.rows(),
    )


def _column(column: SheetColumn) -> FormColumn:
    choices, only = _choices(column)
    return FormColumn(column.key, column.title, column.help, column.width, choices, only)


def _choices(column: SheetColumn) -> tuple[str, bool]:
    """The name of the list that `column` offers, and whether something else is asked about."""
    if column in (SEAT_MEETING, SENDER):
        return (_MEETINGS, True) if column == SEAT_MEETING else (_BOTH, False)
    field = column.field
    if field.spec.words:
        return column.title, True
    if field.spec.kind in ("truth", "true or false"):
        return _YES_NO, field.spec.kind == "true or false"
    names = {"organisation": _ORGANISATIONS, "area": _AREAS, "theme": _THEMES, "meeting": _MEETINGS, "meeting or organisation": _BOTH}
    if field.refers is None:
        return "", False
    return (_LEADS if field.other_words else names[field.refers]), False


def _lists(register: Register, meetings: Iterable[Meeting]) -> dict[str, tuple[str, ...]]:
    organisations = _sorted(entry.name for entry in register.organisations.values())
    titles = _sorted(meeting.title for meeting in meetings)
    words = {column.title: column.field.spec.words for column in (*MEETING_COLUMNS, *SEAT_COLUMNS) if column.field.spec.words}
    return {
        _ORGANISATIONS: organisations,
        _LEADS: (*organisations, "unclear", "not stated"),
        _AREAS: _sorted(entry.name for entry in register.areas.values()),
        _THEMES: _sorted(entry.name for entry in register.themes.values()),
        _MEETINGS: titles,
        _BOTH: (*organisations, *titles),
        _YES_NO: ("yes", "no"),
        **words,
    }


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))


_AUDIENCES = {
    "public": "the public: it leaves out what is marked for partners or internal, and people's names",
    "partners": "partners: it leaves out what is marked internal",
    "internal": "those who keep the register: it holds internal entries too, so don't pass it on",
}


def _help(texts: SheetTexts, audience: Audience, hidden: NewHiddenSheet, as_at: str) -> Iterable[tuple[str, str]]:
    yield texts.register.name or "Register", f"{many(len(hidden.meetings), 'meeting')} as at {in_words(as_at)}. Version {hidden.revision}."
    yield "", f"This sheet is for {_AUDIENCES[audience.visibility]}."
    yield "", ""
    yield "What to do", "Correct what is wrong, fill in what is missing, save the workbook, and send it back."
    yield (
        "Sheets",
        f"“{MEETINGS}” has one row for each meeting. “{SEATS}” has one row for each seat: who sits on which meeting, and as what.",
    )
    yield "Leave blank", "A blank cell changes nothing, so clearing a cell deletes nothing."
    yield "Delete", f"Write {DELETE} into a cell to delete what it said. To remove a seat, write it under “{SENDER.title}”."
    yield "Several values", "Put each on its own line in the cell: Alt+Enter in Excel, Ctrl+Enter in LibreOffice."
    yield (
        "Lists",
        "Some cells offer a list. You may type instead: names, abbreviations and other names that the register knows are all understood.",
    )
    yield "Dates", "Write 2017-03-31. Where no day is known, write 2017-03 or 2017."
    yield "A new meeting", f"Add a row below the last one on “{MEETINGS}”. Only its name is needed."
    yield "A new seat", f"Add a row below the last one on “{SEATS}”: the meeting, and who sits on it."
    yield "A meeting that ended", "Don't delete its row, which changes nothing. Choose “ended” under Status."
    yield (
        "Rows and columns",
        "You may sort, filter, reorder, hide or delete rows and columns. What is missing is not deleted from the register.",
    )
    yield (
        "Comments",
        "Write corrections into the cells. What is in comments, or in columns of your own, is shown to those who keep it.",
    )
    yield (
        "What happens then",
        "The register takes your corrections. Where it was changed in the same place meanwhile, both are shown to those who keep it.",
    )
    yield "", ""
    yield "Columns", ""
    for sheet, columns in ((MEETINGS, texts.meeting_columns), (SEATS, (SEAT_MEETING, SENDER, *texts.seat_columns))):
        for column in columns:
            yield f"{sheet}: {column.title}", column.help
