"""Renders a report as a Word document."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import docx
from docx.document import Document

from govreg.render.cells import caret_line
from govreg.render.docx import sections, tables
from govreg.render.docx.body import Body
from govreg.render.docx.charts import Bars
from govreg.render.docx.elements import paragraph, run, text_of, w
from govreg.render.docx.package import packed
from govreg.render.docx.styles import Styles, in_british_english, own, styles
from govreg.render.docx.template import cleaned, from_template
from govreg.render.target import Target
from govreg.report import (
    BarChart,
    Block,
    BulletList,
    Command,
    Entry,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Matrix,
    Paragraph,
    Report,
    Table,
)

_HIGHEST = 2
"""The level of a report's headings below its title, which are Word's first."""

_LONGEST_PROPERTY = 255
"""The most characters of a property that python-docx writes."""


def render(report: Report, target: Target) -> bytes:
    """`report` as the bytes of a Word file, with the styles of the target's template where it has one."""
    document = _opened(target.template)
    names = styles(document)
    in_british_english(document)
    sections.number_pages(document, report.title, names.footer)
    _describe(document, report)
    body = Body(document)
    _Writer(body, names, Bars(document)).write(report)
    return packed(document, body)


def _opened(template: bytes | None) -> Document:
    if template is not None:
        return from_template(template)
    document = cleaned(docx.Document())
    own(document)
    sections.a4(document)
    return document


def _describe(document: Document, report: Report) -> None:
    """Fill in the document's properties: nothing about who made the template, or with which program."""
    about = document.core_properties
    about.title, about.author = (text_of(" ".join(text.split()))[:_LONGEST_PROPERTY] for text in (report.title, report.author))
    about.last_modified_by, about.language = about.author, "en-GB"
    about.comments = about.category = about.keywords = about.subject = ""
    about.revision = 1
    for element in list(about._element):  # noqa: SLF001 - python-docx can't take a date away
        if element.tag.endswith(("}created", "}modified", "}lastPrinted")):
            about._element.remove(element)  # noqa: SLF001
    if report.day:
        about.created = about.modified = datetime.fromisoformat(report.day)


class _Writer:
    """Writes the blocks of a report into the body of a document."""

    def __init__(self, body: Body, names: Styles, bars: Bars) -> None:
        self._body, self._names, self._bars = body, names, bars
        self._heading = ""

    def write(self, report: Report) -> None:
        """Write all of `report`; a matrix as its table."""
        self._heading = report.title
        blocks: list[Block] = [block.table if isinstance(block, Matrix) else block for block in report.blocks]
        if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
            blocks.insert(0, Heading(report.title, 1))
        blocks += [Paragraph(line, quiet=True) for line in report.foot]
        runs = list(_runs(blocks, sections.room(self._body.section, landscape=False)))
        for number, (part, landscape) in enumerate(runs):
            for block, following in zip(part, [*part[1:], None], strict=True):
                self._add(block, landscape=landscape, leads=isinstance(following, Table | Fields | BulletList))
            section = sections.turned(self._body.section, landscape=landscape)
            if number < len(runs) - 1:
                sections.close(self._body, section)
            else:
                self._body.append(section)

    def _add(self, block: Block, *, landscape: bool, leads: bool) -> None:
        """Add `block`; prose that `leads` to a list or a table stays on its page."""
        names = self._names
        room = sections.room(self._body.section, landscape=landscape)
        match block:
            case Heading(text, level):
                self._heading = text
                style = names.title if level == 1 else names.headings[min(level, 7) - _HIGHEST]
                self._add_paragraph(text, style, keep_next=True, new_page=block.new_page)
            case Paragraph(text, quiet):
                self._add_paragraph(text, names.quiet if quiet else names.body, keep_next=leads and not quiet)
            case BulletList(items):
                for item in items:
                    self._add_paragraph(item, names.bullet)
            case Fields() | Entry() | Table() | BarChart():
                self._add_table(block, room)
            case Example(text):
                self._add_paragraph(text, names.code)
            case Command(text, says):
                self._add_paragraph(f"{says}:" if says else "", names.body, keep_next=True)
                self._add_paragraph(text, names.code)
            case FindingBlock():
                self._finding(block)

    def _add_table(self, block: Fields | Entry | Table | BarChart, room: int) -> None:
        names, body = self._names, self._body
        match block:
            case Fields():
                body.add(tables.fields(block, self._heading, names, room))
            case Entry():
                body.add(tables.entry(block, names, room))
            case Table(caption=caption):
                if caption:
                    self._add_paragraph(caption, names.caption, keep_next=True)
                body.add(tables.table(block, self._heading, names, room))
            case BarChart(title):
                self._add_paragraph(title, names.caption, keep_next=True)
                _, *rows = body.place(tables.chart(block, names, room)).iterchildren(w("tr"))
                self._bars.add(rows, block, room)

    def _finding(self, finding: FindingBlock) -> None:
        names = self._names
        self._add_paragraph(f"{finding.severity} {finding.code}: {finding.message}", names.label, keep_next=True)
        self._add_paragraph(finding.place, names.quiet, keep_next=True)
        if finding.line is not None and finding.column is not None:
            self._add_paragraph(f"{finding.line}\n{caret_line(finding.line, finding.column)}", names.code, keep_next=True)
        for text in (finding.hint, finding.repeated, *(f"see {one}" for one in finding.also)):
            if text:
                self._add_paragraph(text, names.body)

    def _add_paragraph(self, text: str, style: str, *, keep_next: bool = False, new_page: bool = False) -> None:
        self._body.add(paragraph(run(text), style, keep_next=keep_next, new_page=new_page))


def _runs(blocks: Sequence[Block], room: int) -> Iterator[tuple[list[Block], bool]]:
    """The blocks of each section, and whether its pages are on their side: from the heading above a wide table to the next heading."""
    parts: list[tuple[list[Block], bool]] = []
    for block in blocks:
        follows_heading = parts and all(isinstance(one, Heading) for one in parts[-1][0])
        if isinstance(block, Heading) and not follows_heading:
            parts.append(([], False))
        if not parts:
            parts.append(([], False))
        part, wide = parts[-1]
        part.append(block)
        parts[-1] = (part, wide or (isinstance(block, Table) and tables.is_wide(block, room)))
    joined: list[tuple[list[Block], bool]] = []
    for part, wide in parts:
        if joined and joined[-1][1] == wide:
            joined[-1][0].extend(part)
        else:
            joined.append((part, wide))
    yield from joined
