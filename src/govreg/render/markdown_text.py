"""A report as Markdown that can be pasted into a paper: its text is shown as text, whatever is in it."""

import re
from collections.abc import Iterator

from govreg.render.cells import cell_text
from govreg.report import Block, BulletList, Command, Example, Fields, FindingBlock, Heading, Paragraph, Report, Table

_SPECIAL = re.compile(r"([\\`*_\[\]|~#!$^])")
_LINE_START = re.compile(r"^(\s*)([-+=>]|\d+[.)])")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp):|\bwww\.|@")


def markdown_text(report: Report) -> str:
    """`report` as GitHub-flavoured Markdown."""
    pieces = ["\n".join(_block(block)) for block in report.blocks]
    if report.foot:
        pieces.append("\n".join(f"*{escaped(line)}*  " for line in report.foot).rstrip())
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def escaped(text: str) -> str:
    """`text` so that it stands as it is: no markup, no HTML, no link comes of it."""
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(r"\\\1", text)
    text = _LINKS.sub(lambda match: match.group().replace(":", "\\:").replace(".", "\\.").replace("@", "&#64;"), text)
    return _LINE_START.sub(lambda match: f"{match.group(1)}{match.group(2)[:-1]}\\{match.group(2)[-1]}", text)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            yield escaped(text)
        case BulletList(items):
            yield from (f"- {escaped(item)}" for item in items)
        case Fields(rows):
            yield from _rows(("", ""), [(_strong(label), escaped(cell_text(cell))) for label, cell in rows], (False, False))
        case Example(text):
            fence = "`" * max((3, *(len(run) + 1 for run in re.findall("`+", text))))
            yield from (fence, text.rstrip("\n"), fence)
        case Command(text, says):
            yield f"{escaped(says)}: {_code(text)}" if says else _code(text)
        case Table():
            yield from _table(block)
        case FindingBlock():
            yield f"- **{block.severity} {block.code}** {_code(block.place)}: {escaped(block.message)} {escaped(block.hint)}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{escaped(table.caption)}**"
        yield ""
    rows = [tuple(escaped(cell_text(cell)) for cell in row) for row in table.rows]
    yield from _rows(tuple(escaped(column.title) for column in table.columns), rows, tuple(column.number for column in table.columns))


def _rows(titles: tuple[str, ...], rows: list[tuple[str, ...]], numbers: tuple[bool, ...]) -> Iterator[str]:
    yield f"| {' | '.join(titles)} |"
    yield f"| {' | '.join('---:' if number else '---' for number in numbers)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _strong(text: str) -> str:
    return f"**{escaped(text)}**" if text else ""


def _code(text: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence}{text}{fence}".replace("|", "\\|") if len(fence) == 1 else f"{fence} {text} {fence}".replace("|", "\\|")
