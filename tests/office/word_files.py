"""Papers of Word as offices make them: the same sort of facts in as many forms."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.table import Table, _Cell
from lxml import etree

from office.meetings import MEETINGS, WrittenMeeting

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = f'xmlns:w="{W}"'
FIELDS = ("lead", "purpose", "participants", "frequency", "focus")
APPENDIX = ("Lead (OPCC, Constabulary or Joint)", "Purpose", "Key participants", "Frequency", "Current focus")
OFFICE = ("Lead organisation", "Aim", "Members", "How often", "Priorities")
COUNCIL = ("Owner", "Terms of reference", "Attendees", "Meets", "Work programme")
HEALTH = ("Responsible body", "Role of the group", "Membership", "Meeting frequency", "Key areas of work")
Written = list[WrittenMeeting]


def _values(meeting: WrittenMeeting) -> list[str]:
    return [getattr(meeting, name) for name in FIELDS]


def _add_row(table: Table) -> tuple[_Cell, ...]:
    """The cells of a new row of `table`."""
    return table.add_row().cells  # type: ignore[no-untyped-call,no-any-return]


def _label_table(document: WordDocument, meeting: WrittenMeeting, labels: Sequence[str], *, title: bool) -> Table:
    """One table for one meeting: its title in a merged first row if `title`, then a label and a value per row."""
    table: Table = document.add_table(0, 2)
    table.style = "Table Grid"
    if title:
        row = _add_row(table)
        row[0].merge(row[1]).paragraphs[0].add_run(meeting.title).bold = True
    for label, value in zip(labels, _values(meeting), strict=True):
        row = _add_row(table)
        row[0].text, row[1].text = label, value
    document.add_paragraph()
    return table


def _save(document: WordDocument, path: Path) -> None:
    document.save(str(path))


def appendix(path: Path) -> Written:
    """Title in a merged first row, group headings between."""
    document = docx.Document()
    document.add_heading("Appendix A – Recommended Meetings", 1)
    document.add_paragraph("The table below sets out the meetings that were reviewed and are proposed to continue.")
    meetings = [replace(meeting, group="Strategic meetings") for meeting in MEETINGS[:3]]
    meetings += [replace(meeting, group="Problem solving – short-term leadership") for meeting in MEETINGS[3:5]]
    for group in dict.fromkeys(meeting.group for meeting in meetings):
        document.add_heading(group, 2)
        for meeting in meetings:
            if meeting.group == group:
                _label_table(document, meeting, APPENDIX, title=True)
    _save(document, path)
    return meetings


def headings_above(path: Path) -> Written:
    """Title as a heading above the table, other labels."""
    document = docx.Document()
    document.add_heading("Partnership meetings", 0)
    meetings = list(MEETINGS[2:6])
    for meeting in meetings:
        document.add_heading(meeting.title, 2)
        _label_table(document, meeting, OFFICE, title=False)
    _save(document, path)
    return meetings


def bold_above(path: Path) -> Written:
    """Title as a bold paragraph above the table, with a colon after each label."""
    document = docx.Document()
    document.add_paragraph("Governance review: annex")
    meetings = list(MEETINGS[5:8])
    for meeting in meetings:
        document.add_paragraph().add_run(meeting.title).bold = True
        _label_table(document, meeting, [f"{label}:" for label in COUNCIL], title=False)
    _save(document, path)
    return meetings


def title_row(path: Path) -> Written:
    """The title is one of the labelled rows, and the chair another."""
    document = docx.Document()
    chairs = ("Director of Children's Services", "SARI", "OPCC Head of Victims")
    meetings = [replace(meeting, chair=chair) for meeting, chair in zip(MEETINGS[8:11], chairs, strict=True)]
    for number, meeting in enumerate(meetings, start=1):
        document.add_paragraph(f"Table {number}")
        table = document.add_table(0, 2)
        pairs = [("Name of meeting", meeting.title), *zip(HEALTH, _values(meeting), strict=True)]
        pairs.insert(2, ("Chair", meeting.chair))
        for label, value in pairs:
            row = _add_row(table)
            row[0].paragraphs[0].add_run(label).bold = True
            row[1].text = value
    _save(document, path)
    return meetings


def _row_table(document: WordDocument, meetings: Iterable[WrittenMeeting], labels: Sequence[str]) -> Table:
    table: Table = document.add_table(1, len(labels) + 1)
    table.style = "Light Grid Accent 1"
    for cell, label in zip(table.rows[0].cells, ("Meeting", *labels), strict=True):
        cell.text = label
    for meeting in meetings:
        for cell, value in zip(_add_row(table), (meeting.title, *_values(meeting)), strict=True):
            cell.text = value
    header: etree._Element = table.rows[0]._tr  # noqa: SLF001 - python-docx has no name for a repeated header
    header.insert(0, _xml(f"<w:trPr {_NS}><w:tblHeader/></w:trPr>"))
    return table


def row_each(path: Path) -> Written:
    """One row per meeting under a header row that is repeated on each page."""
    document = docx.Document()
    document.add_heading("Register of meetings", 1)
    meetings = list(MEETINGS[6:14])
    _row_table(document, meetings, APPENDIX)
    _save(document, path)
    return meetings


def row_each_grouped(path: Path) -> Written:
    """One row per meeting, with merged rows for the groups between."""
    document = docx.Document()
    meetings: Written = []
    table = document.add_table(1, 6)
    for cell, label in zip(table.rows[0].cells, ("Board / group", *OFFICE), strict=True):
        cell.paragraphs[0].add_run(label).bold = True
    for group, members in (("Strategic", MEETINGS[0:3]), ("Tactical", MEETINGS[4:7]), ("Operational", MEETINGS[15:16])):
        row = _add_row(table)
        row[0].merge(row[-1]).text = group
        for meeting in members:
            meetings.append(replace(meeting, group=group))
            for cell, value in zip(_add_row(table), (meeting.title, *_values(meeting)), strict=True):
                cell.text = value
    _save(document, path)
    return meetings


def four_columns(path: Path) -> Written:
    """Two labels and two values side by side."""
    document = docx.Document()
    meetings = list(MEETINGS[9:12])
    for meeting in meetings:
        table = document.add_table(4, 4)
        table.style = "Table Grid"
        rows = [row.cells for row in table.rows]
        rows[0][0].merge(rows[0][3]).text = meeting.title
        for cell, text in zip(rows[1], ("Lead", meeting.lead, "Frequency", meeting.frequency), strict=True):
            cell.text = text
        rows[2][0].text, rows[3][0].text = "Purpose", "Key participants"
        rows[2][1].merge(rows[2][3]).text = meeting.purpose
        rows[3][1].text, rows[3][2].text, rows[3][3].text = meeting.participants, "Current focus", meeting.focus
        document.add_paragraph()
    _save(document, path)
    return meetings


def nested(path: Path) -> Written:
    """Each meeting's table is in a cell of a table that only makes the layout."""
    document = docx.Document()
    meetings = list(MEETINGS[11:14])
    outer = document.add_table(len(meetings), 1)
    for meeting, row in zip(meetings, outer.rows, strict=True):
        row.cells[0].paragraphs[0].add_run(meeting.title).bold = True
        inner = row.cells[0].add_table(0, 2)
        for label, value in zip(APPENDIX, _values(meeting), strict=True):
            cells = _add_row(inner)
            cells[0].text, cells[1].text = label, value
    _save(document, path)
    return meetings


def one_long_table(path: Path) -> Written:
    """All meetings in one table of two columns, a merged row with the title before each."""
    document = docx.Document()
    meetings = list(MEETINGS[0:6])
    table = document.add_table(0, 2)
    for meeting in meetings:
        row = _add_row(table)
        row[0].merge(row[1]).text = meeting.title
        for label, value in zip(COUNCIL, _values(meeting), strict=True):
            row = _add_row(table)
            row[0].text, row[1].text = label, value
    _save(document, path)
    return meetings


def columns_each(path: Path) -> Written:
    """One column per meeting, the labels in the first."""
    document = docx.Document()
    meetings = list(MEETINGS[12:15])
    table = document.add_table(6, 4)
    table.style = "Table Grid"
    for row, label in zip(table.rows, ("", *OFFICE), strict=True):
        row.cells[0].text = label
    for column, meeting in enumerate(meetings, start=1):
        for row, value in zip(table.rows, (meeting.title, *_values(meeting)), strict=True):
            row.cells[column].text = value
    _save(document, path)
    return meetings


def _xml(text: str) -> etree._Element:
    element: etree._Element = parse_xml(text)
    return element


def _sdt(content: str, *, prompt: bool = False) -> etree._Element:
    shows = "<w:showingPlcHdr/>" if prompt else ""
    return _xml(f"<w:sdt {_NS}><w:sdtPr><w:alias w:val='Field'/>{shows}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'


def content_controls(path: Path) -> Written:
    """A form: values in content controls of a run, a paragraph, a cell and a row; one is not filled in and shows its prompt."""
    document = docx.Document()
    meetings = [MEETINGS[0], replace(MEETINGS[7], lead="", focus=""), MEETINGS[9]]
    for meeting in meetings:
        table = _label_table(document, meeting, HEALTH, title=True)
        rows = list(table.rows)
        _in_run_control(rows[1].cells[1], meeting.lead or "Click or tap here to enter text.", prompt=not meeting.lead)
        cell = rows[2].cells[1]
        cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001
        cell._tc.append(_sdt(f"<w:p>{_run(meeting.purpose)}</w:p>"))  # noqa: SLF001
        cell._tc.append(_xml(f"<w:p {_NS}/>"))  # noqa: SLF001
        _wrap(rows[3].cells[1]._tc, _sdt(""))  # noqa: SLF001
        _wrap(rows[4]._tr, _sdt(""))  # noqa: SLF001
        _in_run_control(rows[5].cells[1], meeting.focus or "Choose an item.", prompt=not meeting.focus)
    _save(document, path)
    return meetings


def _wrap(element: etree._Element, control: etree._Element) -> None:
    """Put `control`, a content control or a mark of a change, around `element`."""
    parent = element.getparent()
    assert parent is not None
    parent.replace(element, control)
    (control[-1] if len(control) else control).append(element)


def _in_run_control(cell: _Cell, text: str, *, prompt: bool) -> None:
    paragraph = cell.paragraphs[0]._p  # noqa: SLF001
    for run in list(paragraph):
        if run.tag != f"{{{W}}}pPr":
            paragraph.remove(run)
    paragraph.append(_sdt(_run(text), prompt=prompt))


_BY = 'w:id="1" w:author="A" w:date="2026-11-01T00:00:00Z"'


def tracked_changes(path: Path) -> Written:
    """Changes that nobody accepted yet: words, a row and a whole meeting in; words, a row and a meeting out; one text moved."""
    document = docx.Document()
    meetings = [replace(MEETINGS[1], frequency="Quarterly"), MEETINGS[4], replace(MEETINGS[13], focus="")]
    first = _label_table(document, replace(MEETINGS[1], frequency=""), APPENDIX, title=True)
    cell = first.rows[4].cells[1].paragraphs[0]._p  # noqa: SLF001
    cell.append(_xml(f"<w:del {_NS} {_BY}><w:r><w:delText>Six times a year</w:delText></w:r></w:del>"))
    cell.append(_xml(f"<w:ins {_NS} {_BY}>{_run('Quarterly')}</w:ins>"))
    _mark_rows(_label_table(document, MEETINGS[4], APPENDIX, title=True), range(6), "ins")
    _mark_rows(_label_table(document, MEETINGS[12], APPENDIX, title=True), range(6), "del")
    _mark_rows(_label_table(document, MEETINGS[13], APPENDIX, title=True), range(5, 6), "del")
    _save(document, path)
    return meetings


def _mark_rows(table: Table, rows: Iterable[int], change: str) -> None:
    """Mark `rows` of `table` and all that is in them as inserted or deleted."""
    for index in rows:
        row: etree._Element = table.rows[index]._tr  # noqa: SLF001
        properties = row.find(f"{{{W}}}trPr")
        if properties is None:
            row.insert(0, properties := _xml(f"<w:trPr {_NS}/>"))
        properties.append(_xml(f"<w:{change} {_NS} {_BY}/>"))
        for run in list(row.iter(f"{{{W}}}r")):
            _wrap(run, _xml(f"<w:{change} {_NS} {_BY}/>"))
            for text in run.iter(f"{{{W}}}t"):
                text.tag = f"{{{W}}}{'delText' if change == 'del' else 't'}"


def bullets(path: Path) -> Written:
    """Participants as a list of Word, focus as typed bullets with line breaks."""
    document = docx.Document()
    meetings: Written = []
    for meeting in MEETINGS[4:7]:
        members = meeting.participants.split(", ")
        topics = meeting.focus.split("; ")
        table = _label_table(document, replace(meeting, participants="", focus=""), OFFICE, title=True)
        cell = table.rows[3].cells[1]
        cell.paragraphs[0].style = "List Bullet"
        cell.paragraphs[0].add_run(members[0])
        for member in members[1:]:
            cell.add_paragraph(member, style="List Bullet")
        table.rows[5].cells[1].paragraphs[0].add_run("\n".join(f"• {topic}" for topic in topics))
        meetings.append(
            replace(meeting, participants="\n".join(f"- {name}" for name in members), focus="\n".join(f"- {topic}" for topic in topics))
        )
    _save(document, path)
    return meetings


def label_paragraphs(path: Path) -> Written:
    """No tables: a heading, then lines with a bold label and a colon."""
    document = docx.Document()
    meetings = list(MEETINGS[8:11])
    for meeting in meetings:
        document.add_heading(meeting.title, 3)
        for label, value in zip(OFFICE, _values(meeting), strict=True):
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(value)
    _save(document, path)
    return meetings


def tabbed_paragraphs(path: Path) -> Written:
    """No tables: a bold title, then labels and values with a tab between, as pasted text has it."""
    document = docx.Document()
    meetings = list(MEETINGS[10:13])
    for meeting in meetings:
        document.add_paragraph().add_run(meeting.title).bold = True
        for label, value in zip(APPENDIX, _values(meeting), strict=True):
            document.add_paragraph(f"{label}\t{value}")
        document.add_paragraph()
    _save(document, path)
    return meetings


def among_other_tables(path: Path) -> Written:
    """Tables that are no meetings around the ones that are: attendance, decisions, a budget."""
    document = docx.Document()
    document.add_heading("Police and Crime Board, 4 April 2018", 1)
    _grid(document, [["Present", "Apologies"], ["PCC", "OPCC CEO"], ["Chief Constable", ""]])
    _grid(
        document,
        [
            ["Reference", "Decision", "Date"],
            ["2018/005", "Out of court disposals", "4 April 2018"],
            ["2018/006", "Williton police station", ""],
        ],
    )
    document.add_heading("New meetings to note", 2)
    meetings = list(MEETINGS[14:16])
    for meeting in meetings:
        _label_table(document, meeting, APPENDIX, title=True)
    document.add_heading("Budget", 2)
    _grid(
        document,
        [["Staff group", "FTE as at April", "FTE as at October"], ["Police officers", "2,593.63", "2,748.28"], ["PCSOs", "331.44", "350"]],
    )
    _grid(document, [["Action", "Owner", "Due"], ["Circulate the terms of reference", "OPCC", "May 2018"]])
    _save(document, path)
    return meetings


def _grid(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(0, len(rows[0]))
    for values in rows:
        for cell, value in zip(_add_row(table), values, strict=True):
            cell.text = value
    document.add_paragraph()


def own_styles(path: Path) -> Written:
    """Headings in styles of the office's own, based on Word's; a header, a footer, hidden text and non-breaking spaces."""
    document = docx.Document()
    board = document.styles.add_style("Board Title", WD_STYLE_TYPE.PARAGRAPH)
    board.base_style = document.styles["Heading 2"]
    document.sections[0].header.paragraphs[0].text = "OFFICIAL"
    document.sections[0].footer.paragraphs[0].text = "Governance Team, version 3"
    meetings = list(MEETINGS[6:9])
    for meeting in meetings:
        document.add_paragraph(meeting.title.replace(" ", "\u00a0", 1), style="Board Title")
        table = _label_table(document, meeting, HEALTH, title=False)
        hidden = table.rows[0].cells[1].paragraphs[0].add_run(" (to be checked)")
        hidden.font.hidden = True
    _save(document, path)
    return meetings


def merged_values(path: Path) -> Written:
    """One row per meeting; the lead is written once, in a cell merged over the meetings it leads."""
    document = docx.Document()
    table = document.add_table(1, 4)
    for cell, label in zip(table.rows[0].cells, ("Lead", "Meeting", "Frequency", "Purpose"), strict=True):
        cell.paragraphs[0].add_run(label).bold = True
    meetings: Written = []
    for lead, members in (("OPCC", (MEETINGS[3], MEETINGS[10])), ("Constabulary", (MEETINGS[4], MEETINGS[13], MEETINGS[15]))):
        first = len(table.rows)
        for meeting in members:
            cells = _add_row(table)
            cells[1].text, cells[2].text, cells[3].text = meeting.title, meeting.frequency, meeting.purpose
            meetings.append(WrittenMeeting(meeting.title, lead, meeting.purpose, frequency=meeting.frequency))
        table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0)).text = lead
    _save(document, path)
    return meetings


def terms_of_reference(path: Path) -> Written:
    """One paper for one meeting: its title, then a numbered heading for each field, prose and lists under it."""
    document = docx.Document()
    meeting = MEETINGS[11]
    members = meeting.participants.split(", ")
    document.add_heading(meeting.title, 0)
    document.add_paragraph("Terms of reference, version 2, agreed in May 2026")
    document.add_heading("1. Purpose", 1)
    document.add_paragraph(meeting.purpose)
    document.add_heading("2. Chair", 1)
    document.add_paragraph("Director of Public Health")
    document.add_heading("3. Membership", 1)
    for member in members:
        document.add_paragraph(member, style="List Bullet")
    document.add_heading("4. Frequency of meetings", 1)
    document.add_paragraph(meeting.frequency)
    document.add_heading("5. Priorities for the year", 1)
    document.add_paragraph(meeting.focus)
    _save(document, path)
    return [replace(meeting, lead="", participants="", chair="Director of Public Health")]


def cards(path: Path) -> Written:
    """One cell per meeting, with its title in bold and a line for each label."""
    document = docx.Document()
    meetings = list(MEETINGS[3:6])
    table: Table = document.add_table(0, 1)
    table.style = "Table Grid"
    for meeting in meetings:
        cell = _add_row(table)[0]
        cell.paragraphs[0].add_run(meeting.title).bold = True
        for label, value in zip(OFFICE, _values(meeting), strict=True):
            paragraph = cell.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(value)
    _save(document, path)
    return meetings


def numbered(path: Path) -> Written:
    """Numbers before the titles and a mark after one that is new; labels in bold; a group in capitals; values of several lines."""
    document = docx.Document()
    document.add_paragraph().add_run("STRATEGIC MEETINGS").bold = True
    meetings: Written = []
    for number, meeting in enumerate(MEETINGS[12:15], start=1):
        shown = replace(meeting, title=f"{number}. {meeting.title}{' (NEW)' * (number == 3)}")
        table = _label_table(document, shown, APPENDIX, title=True)
        for row in table.rows[1:]:
            row.cells[0].paragraphs[0].runs[0].bold = True
        table.rows[5].cells[1].add_paragraph("Further items as they arise")
        meetings.append(replace(shown, focus=f"{meeting.focus}\nFurther items as they arise", group="STRATEGIC MEETINGS"))
    _save(document, path)
    return meetings


def no_meetings(path: Path) -> Written:
    """Minutes and tables without a single entry for a register."""
    document = docx.Document()
    document.add_heading("Minutes of the Police and Crime Board", 1)
    _grid(document, [["Present", "Role"], ["PCC", "Chair"], ["Chief Constable", ""], ["OPCC CFO", ""]])
    document.add_paragraph("1. Apologies were received.")
    _grid(
        document,
        [
            ["Action", "Owner", "Due", "Status"],
            ["Circulate the report", "OPCC", "May", "Open"],
            ["Agree the frequency of reports", "CFO", "", "Done"],
        ],
    )
    _grid(document, [["Risk", "Lead", "Score"], ["Funding ends in 2027", "OPCC", "12"], ["Data quality", "Constabulary", "9"]])
    _grid(document, [["Date of meeting", "Venue"], ["4 April 2018", "Gordano Room"], ["2 May 2018", "Gordano Room"]])
    _save(document, path)
    return []


WORD: dict[str, Callable[[Path], Written]] = {
    "appendix.docx": appendix,
    "headings-above.docx": headings_above,
    "bold-above.docx": bold_above,
    "title-row.docx": title_row,
    "row-each.docx": row_each,
    "row-each-grouped.docx": row_each_grouped,
    "four-columns.docx": four_columns,
    "nested.docx": nested,
    "one-long-table.docx": one_long_table,
    "columns-each.docx": columns_each,
    "content-controls.docx": content_controls,
    "tracked-changes.docx": tracked_changes,
    "bullets.docx": bullets,
    "label-paragraphs.docx": label_paragraphs,
    "tabbed-paragraphs.docx": tabbed_paragraphs,
    "among-other-tables.docx": among_other_tables,
    "own-styles.docx": own_styles,
    "merged-values.docx": merged_values,
    "terms-of-reference.docx": terms_of_reference,
    "cards.docx": cards,
    "numbered.docx": numbered,
    "no-meetings.docx": no_meetings,
}
"""Each paper with the function that writes it and gives the meetings that are in it."""
