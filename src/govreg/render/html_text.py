"""A report as one HTML page that needs nothing else: to read, to print, and to copy into Word or an e-mail.

Elements are built as a tree, which escapes every text. The page loads nothing, and its policy lets it load nothing.
It is made for WCAG 2.2, level AA (https://www.w3.org/TR/WCAG22/): contrast, headings, titles of tables and rows, and a
keyboard for whatever scrolls.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from govreg.render.cells import caret_line, cell_text
from govreg.render.html_charts import CHART_STYLE, MOST_COLUMNS, add_bar_chart, add_matrix
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import (
    BarChart,
    Block,
    BulletList,
    Cell,
    Change,
    Column,
    Command,
    Count,
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

STYLE = """
:root { color: #0b0c0c; background: #ffffff; font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
body { max-width: 75rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 0.5em; }
td h3, td h4 { margin: 0; font-size: 1em; }
p, ul { max-width: 45rem; }
a { color: inherit; }
:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; }
.skip:not(:focus), .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 1.25rem 0.35rem 0; border-bottom: 1px solid #757b7e; }
thead th { border-bottom-width: 2px; vertical-align: bottom; }
.fields { width: 100%; margin: 1rem 0; overflow-wrap: anywhere; }
.fields th { width: 11rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.whole { white-space: nowrap; }
code, pre { font: 0.9em/1.4 ui-monospace, Consolas, monospace; background: #f3f2f1; }
code { padding: 0.1em 0.25em; overflow-wrap: anywhere; }
pre { padding: 0.5rem; overflow-x: auto; }
.finding { border-left: 4px solid #594d00; margin: 1rem 0; padding-left: 0.75rem; }
.finding.error { border-left-color: #942514; }
.finding p { margin: 0.25rem 0; }
.warning strong { color: #594d00; }
.error strong { color: #942514; }
.quiet, footer { color: #505a5f; }
@media print {
  @page { size: A4; margin: 18mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
  @page wide { size: A4 landscape; }
  :root { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h1, h2, h3, h4, caption, p:has(+ .table, + table, + ul) { break-after: avoid; }
  .new-page { break-before: page; }
  thead { display: table-header-group; }
  tr, .finding, .entry { break-inside: avoid; }
  .table, pre { overflow: visible; }
  .wide { page: wide; }
  pre { white-space: pre-wrap; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_SECTION = 2
"""The level of the headings of sections."""
_MANY_SECTIONS = 5
"""From how many sections on a page lists them."""


def render(report: Report, _: Target) -> str:
    """`report` as a page of HTML."""
    page = ET.Element("html", lang="en-GB")
    head, body = ET.SubElement(page, "head"), ET.SubElement(page, "body")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    ET.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _text(head, "title", report.title)
    ET.SubElement(head, "style").text = STYLE + (CHART_STYLE if report.charts else "")
    _text(body, "a", "Skip to main content", "skip").set("href", "#main")
    _Writer(ET.SubElement(body, "main", id="main")).write(report)
    if report.foot:
        foot = ET.SubElement(body, "footer")
        for line in report.foot:
            _text(foot, "p", line)
    ET.indent(page, space="")
    html = ET.tostring(page, encoding="unicode", method="html").replace("##[", "&#35;#[")
    return f"<!DOCTYPE html>\n{disarmed(html)}\n"


class _Writer:
    """Writes the blocks of a report into an element."""

    def __init__(self, main: ET.Element) -> None:
        self._main = main
        self._heading = ""
        self._sections = 0
        self._titles: Sequence[str] = ()
        self._tables: Counter[str] = Counter()

    def write(self, report: Report) -> None:
        """Write all of `report`, under a heading of level 1."""
        self._heading = report.title
        self._titles = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == _SECTION]
        if not any(isinstance(block, Heading) and block.level == 1 for block in report.blocks):
            _text(self._main, "h1", report.title)
        for block in report.blocks:
            match block:
                case Heading():
                    self._add_heading(block)
                case Table():
                    self._add_table(block)
                case Fields(rows):
                    _fields(self._main, rows, self._heading)
                case _:
                    _add(self._main, block)

    def _add_heading(self, heading: Heading) -> None:
        self._heading = heading.text
        if heading.level == _SECTION and not self._sections:
            self._add_contents()
        drawn = _text(self._main, f"h{min(heading.level, 6)}", heading.text, "new-page" if heading.new_page else "")
        if heading.level == _SECTION:
            self._sections += 1
            drawn.set("id", f"section-{self._sections}")

    def _add_contents(self) -> None:
        """A list of the page's sections that leads to each, where there are many."""
        if len(self._titles) < _MANY_SECTIONS:
            return
        listed = ET.SubElement(ET.SubElement(self._main, "nav", {"aria-label": "Contents"}), "ul")
        for number, text in enumerate(self._titles, 1):
            _text(ET.SubElement(listed, "li"), "a", text).set("href", f"#section-{number}")

    def _add_table(self, table: Table) -> None:
        """A table that scrolls on its own where it is wider than the page, and by keyboard too."""
        name = table.caption or self._heading
        self._tables[name] += 1
        label = name if self._tables[name] == 1 else f"{name}, table {self._tables[name]}"
        classes = "table wide" if len(table.columns) > MOST_COLUMNS else "table"
        frame = ET.SubElement(self._main, "div", {"class": classes, "role": "region", "tabindex": "0", "aria-label": label})
        drawn = ET.SubElement(frame, "table")
        _text(drawn, "caption", name, "" if table.caption else "unseen")
        titles = ET.SubElement(ET.SubElement(drawn, "thead"), "tr")
        for column in table.columns:
            _text(titles, "th", column.title, _classes(column)).set("scope", "col")
        body = ET.SubElement(drawn, "tbody")
        for row in table.rows:
            cells = ET.SubElement(body, "tr")
            for index, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                _cell(cells, cell, _classes(column), is_heading=index == 0)


def _add(parent: ET.Element, block: Block) -> None:
    """Add `block` to `parent`."""
    match block:
        case Paragraph(text, quiet):
            _text(parent, "p", text, "quiet" if quiet else "")
        case BulletList(items):
            points = ET.SubElement(parent, "ul")
            for item in items:
                _text(points, "li", item)
        case Entry(label, title, rows, level):
            entry = ET.Element("tr")
            _text(entry, "th", label).set("scope", "row")
            _text(ET.SubElement(entry, "td"), f"h{min(level, 6)}", title)
            _fields(parent, rows, title, entry)
        case Example(text):
            _text(parent, "pre", text)
        case Command(text, says):
            line = _text(parent, "p", f"{says}: " if says else "")
            _text(line, "code", text)
        case BarChart():
            add_bar_chart(parent, block, f"chart-{len(parent)}")
        case Matrix():
            add_matrix(parent, block)
        case FindingBlock():
            _finding(parent, block)


def _fields(parent: ET.Element, rows: Sequence[tuple[str, Cell]], caption: str, first: ET.Element | None = None) -> None:
    """Labels with their values, after a `first` row; a value without a label belongs to the label above."""
    drawn = ET.SubElement(parent, "table", {"class": "fields" if first is None else "fields entry"})
    _text(drawn, "caption", caption, "unseen")
    body = ET.SubElement(drawn, "tbody")
    if first is not None:
        body.append(first)
    values: ET.Element | None = None
    for label, cell in rows:
        if label or values is None:
            row = ET.SubElement(body, "tr")
            _text(row, "th" if label else "td", label).attrib.update({"scope": "row"} if label else {})
            values = ET.SubElement(row, "td")
            values.text = cell_text(cell)
        else:
            ET.SubElement(values, "br").tail = cell_text(cell)


def _classes(column: Column) -> str:
    return " ".join(name for name, holds in (("number", column.number), ("whole", column.whole)) if holds)


def _cell(row: ET.Element, cell: Cell, classes: str, *, is_heading: bool) -> None:
    classes = "number" if isinstance(cell, Count | Change) and not classes else classes
    drawn = _text(row, "th" if is_heading else "td", cell_text(cell), classes)
    if is_heading:
        drawn.set("scope", "row")


def _finding(parent: ET.Element, finding: FindingBlock) -> None:
    box = ET.SubElement(parent, "div", {"class": f"finding {finding.severity}"})
    line = ET.SubElement(box, "p")
    _text(line, "strong", f"{finding.severity} {finding.code}").tail = " "
    _text(line, "code", finding.place).tail = f": {finding.message}"
    if finding.line is not None and finding.column is not None:
        _text(box, "pre", f"{finding.line}\n{caret_line(finding.line, finding.column)}")
    _text(box, "p", finding.hint)
    if finding.repeated:
        _text(box, "p", finding.repeated)
    _list(box, finding.also)


def _list(parent: ET.Element, also: Iterable[str]) -> None:
    for one in also:
        _text(parent, "p", f"see {one}", "quiet")


def _text(parent: ET.Element, tag: str, text: str, classes: str = "") -> ET.Element:
    """A new element in `parent`."""
    made = ET.SubElement(parent, tag, {"class": classes} if classes else {})
    made.text = text
    return made
