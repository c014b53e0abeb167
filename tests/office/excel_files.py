"""Workbooks, CSV files and pasted text as offices make them."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from office.meetings import MEETINGS, WrittenMeeting
from office.word_files import APPENDIX, COUNCIL, FIELDS, HEALTH, OFFICE

Written = list[WrittenMeeting]


def _row(meeting: WrittenMeeting) -> list[str]:
    return [meeting.title, *(getattr(meeting, name) for name in FIELDS)]


def plain(path: Path) -> Written:
    """A header row, then one row per meeting."""
    meetings = list(MEETINGS[:10])
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Meetings")
        sheet.write_row(0, 0, ("Meeting", *APPENDIX), book.add_format({"bold": True}))
        for index, meeting in enumerate(meetings, start=1):
            sheet.write_row(index, 0, _row(meeting))
    return meetings


def office_workbook(path: Path) -> Written:
    """A cover, one sheet per tier with columns of the office's own under a title and a date, a hidden sheet, a note below the rows."""
    book = openpyxl.Workbook()
    cover = _first(book)
    cover.title = "Read me"
    cover["A1"] = "Partnership meetings: working list"
    cover["A3"] = "Ask the governance team before changing anything."
    meetings: Written = []
    for tier, members in (("Strategic", MEETINGS[0:4]), ("Tactical", MEETINGS[4:9])):
        sheet = book.create_sheet(tier)
        sheet["A1"] = f"{tier} meetings"
        sheet["A1"].font = Font(bold=True, size=14)
        sheet["A2"] = "Updated"
        sheet["B2"] = date(2026, 9, 1)
        sheet.append([])
        sheet.append(["Ref", "Name of group", "Who runs it", "What it is for", "Who comes", "Meets", "Working on now", "Reviewed"])
        for number, meeting in enumerate(members, start=1):
            sheet.append([number, *_row(meeting), date(2026, 6, number)])
            meetings.append(replace(meeting, group=tier))
        sheet.append([])
        sheet.append(["", "Please send corrections to the governance team."])
    lists = book.create_sheet("Lists")
    for value in ("Quarterly", "Monthly", "Annually"):
        lists.append([value])
    lists.sheet_state = "hidden"
    book.save(path)
    return meetings


def _first(book: openpyxl.Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def merged_groups(path: Path) -> Written:
    """The group is written once, in a cell merged over its meetings, and the header has two rows."""
    meetings: Written = []
    with xlsxwriter.Workbook(path) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 6, "Meetings of the partnership", bold)
        sheet.write_row(1, 0, ("Level", "Meeting", *COUNCIL), bold)
        row = 2
        for group, members in (("Strategic", MEETINGS[8:11]), ("Operational", MEETINGS[13:16])):
            sheet.merge_range(row, 0, row + len(members) - 1, 0, group)
            for meeting in members:
                sheet.write_row(row, 1, _row(meeting))
                meetings.append(replace(meeting, group=group))
                row += 1
    return meetings


def forms(path: Path) -> Written:
    """One sheet per meeting: a form with labels in the first column."""
    meetings = list(MEETINGS[3:6])
    book = openpyxl.Workbook()
    book.remove(_first(book))
    for number, meeting in enumerate(meetings, start=1):
        sheet = book.create_sheet(f"Form {number}")
        for row, (label, value) in enumerate(zip(("Name of meeting", *HEALTH), _row(meeting), strict=True), start=2):
            sheet.cell(row, 2, label).font = Font(bold=True)
            sheet.cell(row, 3, value)
    book.save(path)
    return meetings


def hidden_and_computed(path: Path) -> Written:
    """Hidden rows, columns and a sheet; titles that a formula puts together; numbers with words in their format; dates."""
    meetings: Written = []
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Register")
        sheet.write_row(0, 0, ("Code", "Meeting", "Lead", "Times a year", "Last met", "Next meets"), book.add_format({"bold": True}))
        day, month, times = (book.add_format({"num_format": code}) for code in ("dd mmm yyyy", "mmm-yy", '0" times a year"'))
        for row, (meeting, number) in enumerate(zip(MEETINGS[0:5], (4, 6, 2, 3, 12), strict=True), start=1):
            sheet.write(row, 0, row)
            sheet.write_formula(row, 1, f'="{meeting.title[:4]}"&"{meeting.title[4:]}"', None, meeting.title)
            sheet.write(row, 2, meeting.lead)
            sheet.write(row, 3, number, times)
            sheet.write_datetime(row, 4, date(2026, row, 14), day)
            sheet.write_datetime(row, 5, date(2027, row, 1), month)
            meetings.append(WrittenMeeting(meeting.title, meeting.lead, frequency=f"{number} times a year"))
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.set_column(6, 16_383, None, None, {"hidden": True})
        notes = book.add_worksheet("Old")
        notes.write(0, 0, "Moved to the register")
        notes.very_hidden()
    return meetings


def table_object(path: Path) -> Written:
    """A table of Excel with a filter, notes on cells, and lines within a cell."""
    book = openpyxl.Workbook()
    sheet = _first(book)
    sheet.title = "Groups & boards"
    sheet.append([])
    sheet.append(["", "Group", *OFFICE])
    meetings: Written = []
    for meeting in MEETINGS[9:14]:
        lined = replace(meeting, participants=meeting.participants.replace(", ", "\n"))
        sheet.append(["", *_row(lined)])
        meetings.append(lined)
    sheet.add_table(Table(displayName="Groups", ref=f"B2:G{sheet.max_row}"))
    sheet["B3"].comment = Comment("Check the name", "Governance team")
    book.save(path)
    return meetings


def macros(path: Path) -> Written:
    """A workbook with macros."""
    meetings = list(MEETINGS[11:14])
    book = openpyxl.Workbook()
    sheet = _first(book)
    sheet.append(["Meeting title", *APPENDIX])
    for meeting in meetings:
        sheet.append(_row(meeting))
    book.save(path.with_suffix(".made.xlsx"))
    _with_macros(path.with_suffix(".made.xlsx"), path)
    return meetings


def _with_macros(plain_book: Path, path: Path) -> None:
    import zipfile  # noqa: PLC0415

    plain_type = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with zipfile.ZipFile(plain_book) as book, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in book.namelist():
            made.writestr(name, book.read(name).replace(plain_type, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"))
        made.writestr("xl/vbaProject.bin", b"macros")
    plain_book.unlink()


def matrix(path: Path) -> Written:
    """Who sits where: a column for each organisation, with a mark in it, after the columns of the meeting."""
    meetings = [WrittenMeeting(meeting.title, meeting.lead, frequency=meeting.frequency) for meeting in MEETINGS[4:10]]
    partners = ("OPCC", "Constabulary", "County council", "NHS", "Probation")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Attendance matrix")
        bold = book.add_format({"bold": True})
        sheet.merge_range(0, 3, 0, 3 + len(partners) - 1, "Partner organisations", bold)
        sheet.write_row(1, 0, ("Meeting", "Lead", "Frequency", *partners), bold)
        for row, meeting in enumerate(meetings, start=2):
            sheet.write_row(row, 0, (meeting.title, meeting.lead, meeting.frequency))
            for column in range(len(partners)):
                if (row + column) % 3:
                    sheet.write(row, 3 + column, "✓" if (row + column) % 3 == 1 else "Chair" if column == 1 else "x")
    return meetings


def _csv(path: Path, rows: Sequence[Sequence[Any]], delimiter: str, encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def csv_of_europe(path: Path) -> Written:
    """Semicolons, Windows-1252, dashes and curly quotes."""
    meetings = [replace(meeting, purpose=f"{meeting.purpose} – “agreed”") for meeting in MEETINGS[0:6]]
    _csv(path, [["Meeting", *APPENDIX], *map(_row, meetings)], ";", "cp1252")
    return meetings


def csv_of_excel(path: Path) -> Written:
    """What Excel saves as Unicode text: tabs, UTF-16."""
    meetings = list(MEETINGS[4:9])
    _csv(path, [["Title", *OFFICE], *map(_row, meetings)], "\t", "utf-16")
    return meetings


def csv_with_title(path: Path) -> Written:
    """A title above the header, a row that ends early, lines within quotes."""
    meetings = [replace(MEETINGS[5], participants=MEETINGS[5].participants.replace(", ", "\n")), replace(MEETINGS[6], focus="")]
    rows = [["Meetings as at 1 September"], [], ["Name", *COUNCIL], _row(meetings[0]), _row(meetings[1])[:-1]]
    _csv(path, rows, ",", "utf-8-sig")
    return meetings


def pasted(path: Path) -> Written:
    """Text pasted from a paper, with tabs between labels and values, and groups between the meetings."""
    meetings: Written = []
    lines = ["", "Appendix A – Recommended Meetings", ""]
    for group, members in (("", MEETINGS[0:3]), ("Problem Solving – Short Term Leadership", MEETINGS[3:5])):
        lines += [group, ""] if group else []
        for meeting in members:
            lines += [f"{meeting.title}\t", *(f"{label}\t{value}" for label, value in zip(APPENDIX, _row(meeting)[1:], strict=True)), ""]
            meetings.append(replace(meeting, group=group))
    path.write_text("\n".join(lines), encoding="utf-8")
    return meetings


def piped(path: Path) -> Written:
    """A table of Markdown, as a wiki gives it."""
    meetings = list(MEETINGS[13:16])
    header = ("Meeting", *OFFICE)
    lines = ["# Our meetings", "", f"| {' | '.join(header)} |", f"|{'---|' * len(header)}"]
    lines += [f"| {' | '.join(_row(meeting))} |" for meeting in meetings]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return meetings


def emailed(path: Path) -> Written:
    """A colleague's list in an email: labels with colons."""
    meetings = list(MEETINGS[6:9])
    lines = ["Hi both,", "", "As promised, here are the groups we run.", ""]
    for number, meeting in enumerate(meetings, start=1):
        lines += [f"{number}. {meeting.title}", *(f"{label}: {value}" for label, value in zip(OFFICE, _row(meeting)[1:], strict=True)), ""]
    path.write_bytes("\r\n".join([*lines, "Kind regards"]).encode("cp1252"))
    return meetings


SHEETS: dict[str, Callable[[Path], Written]] = {
    "plain.xlsx": plain,
    "office-workbook.xlsx": office_workbook,
    "merged-groups.xlsx": merged_groups,
    "forms.xlsx": forms,
    "hidden-and-computed.xlsx": hidden_and_computed,
    "table-object.xlsx": table_object,
    "macros.xlsm": macros,
    "matrix.xlsx": matrix,
    "semicolons.csv": csv_of_europe,
    "unicode-text.csv": csv_of_excel,
    "title-line.csv": csv_with_title,
    "pasted.txt": pasted,
    "emailed.txt": emailed,
    "piped.md": piped,
}
"""Each file with the function that writes it and gives the meetings that are in it."""
