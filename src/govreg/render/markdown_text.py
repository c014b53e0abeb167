"""A report as Markdown that can be pasted into a paper: no text in it is ever markup."""

import re
from collections.abc import Iterable, Iterator

from govreg.render.cells import cell_text
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import (
    Block,
    BulletList,
    Cell,
    Command,
    Entry,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Paragraph,
    Report,
    Table,
)

_LIVE = re.compile(
    r"@(?:.|(?<=.@))"  # addresses, @names, user@commit
    r"|:(?=//)|\.(?<=(?i:www)\.)"  # links; whatever else becomes one holds an @
    r"|#\d|-(?:(?<=\b(?i:gh)-)|(?<=\b(?i:ghsa)-)|(?<=\b(?i:cve)-))\w"  # issues and advisories
    r"|:[\w+-]+:|\$"  # emoji and formulas, which GitHub shows as something else
)
"""Text that GitHub turns into a link, a mention or a picture, in its Markdown (cmark-gfm, autolink.c) or in the page made from it.

Each pattern begins with a sign, since texts are searched five times as fast for one of a few characters.
https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
"""
_COMMIT = re.compile(r"[0-9a-fA-F](?<=\b.)[0-9a-fA-F]{6,39}\b")
"""What may be the name of a commit, which GitHub links too. It begins with a digit, not with `\\b`, to be found in half the time."""
_OPENING, _CLOSING = "([{“‘\"'<", ")]}”’\"'>.,;!?"
"""Characters around a word that aren't part of it."""
_SPECIAL = re.compile(
    r"`"
    r"|\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would escape something
    r"|\*(?:(?! )|(?<! \*))"  # asterisks with text beside them
    r"|_(?:(?<![^\W_]_)|(?![^\W_]))"  # underscores but those within a word
    r"|~(?:(?! |$)|(?<![^\W_]~)$)"  # tildes but those after a word, as in 19~
    r"|\](?=[(\[])|\[(?=\^)"  # without these no bracket becomes a link, an image or a footnote
    r"|#(?<!\S#)#*(?!\S)"  # what opens or closes a heading
    r"|#(?<=##)(?=\[)|:(?<=^::)"  # a command to the runner of GitHub Actions
    r"|-(?<=^-)(?=[ -]|$)|\+(?<=^\+)(?=[ -]|$)|>(?<=^>)|\[(?<=^\[)(?=[ xX]\])"  # list items, quotes and tasks
    r"|<(?=[A-Za-z/!?]|$)"  # tags and comments, and what code could end as an address
    r"|&(?=#?\w+;)"  # entities
)
"""Text that is markup where it isn't escaped. Each pattern begins with a sign here too."""
_STARTS_BLOCK = re.compile(r"^(?:(\d{1,9})(?=[.)](?: |$))|(?=\[.*\]:))")
"""The number of a list item, or the place before what could be the definition of a link or a footnote, which GitHub doesn't show."""
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def render(report: Report, _: Target) -> str:
    """`report` as GitHub-flavoured Markdown."""
    return markdown_text(report)


def markdown_text(report: Report) -> str:
    """`report` as GitHub-flavoured Markdown."""
    pieces = ["\n".join(_block(block)) for block in report.with_tables.blocks]
    if report.foot:
        pieces.append("\n".join(f"{_emphasised(line, '*')}  " for line in report.foot).rstrip())
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def escaped(text: str) -> str:
    """`text` on one line and shown as it is, also at the start of a block, where a number or a bracket could begin something else."""
    return _STARTS_BLOCK.sub(r"\1\\", _inline(text))


def _inline(text: str) -> str:
    """`text` on one line and shown as it is: no markup, HTML, link, mention or reference comes of it.

    No escape stops GitHub from linking an address or mentioning a name, since it looks at the text that is shown; but it
    leaves code alone. So a word with something live in it becomes code. The rest is escaped only where it must be, since
    Markdown is also pasted as plain text. The `|` is left to the table that the text is put into.
    """
    text = " ".join(text.split())
    pieces = []
    done = start = 0
    for word in text.split(" ") if _is_live(text) else ():
        if _is_live(word):
            core = word.lstrip(_OPENING).rstrip(_CLOSING)
            core = core if _is_live(core) else word
            begin = start + word.index(core)
            pieces += [_plain(text, done, begin), _code(core)]
            done = begin + len(core)
        start += len(word) + 1
    return "".join([*pieces, _plain(text, done, len(text))])


def _is_live(text: str) -> bool:
    """Whether something in `text` would be more than text."""
    return bool(_LIVE.search(text) or _COMMIT.search(text))


def _plain(text: str, start: int, end: int) -> str:
    """The part of `text` from `start` to `end`, escaped."""
    pieces = []
    for special in _SPECIAL.finditer(text, start, end):
        pieces += [text[start : special.start()], _ENTITIES.get(special[0], f"\\{special[0]}")]
        start = special.end()
    return "".join([*pieces, text[start:end]])


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {_inline(text)}"
        case Paragraph(text):
            yield escaped(text)
        case BulletList(items):
            yield from (f"- {escaped(item)}" for item in items)
        case Fields(rows):
            yield from _fields(rows)
        case Entry(label, title, rows, level):
            yield from (f"{'#' * level} {_inline(title)}", "")
            yield from _fields(rows, (label, title))
        case Example(text):
            fence = "`" * max((3, *(len(run) + 1 for run in re.findall("`+", text))))
            yield from (fence, disarmed(text.rstrip("\n")), fence)
        case Command(text, says):
            yield f"{escaped(f'{says}:')} {_code(text)}" if says else _code(text)
        case Table():
            yield from _table(block)
        case FindingBlock():
            yield f"- **{block.severity} {block.code}** {_code(block.place)}: {escaped(block.message)} {escaped(block.hint)}"
            if block.repeated:
                yield f"  {escaped(block.repeated)}"


def _fields(rows: Iterable[tuple[str, Cell]], head: tuple[str, str] = ("", "")) -> Iterator[str]:
    yield from _rows(
        (_inline(head[0]), _inline(head[1])), [(_emphasised(label, "**"), _inline(cell_text(cell))) for label, cell in rows], (False, False)
    )


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield _emphasised(table.caption, "**")
        yield ""
    rows = [tuple(_inline(cell_text(cell)) for cell in row) for row in table.rows]
    yield from _rows(tuple(_inline(column.title) for column in table.columns), rows, tuple(column.number for column in table.columns))


def _rows(titles: tuple[str, ...], rows: list[tuple[str, ...]], numbers: tuple[bool, ...]) -> Iterator[str]:
    yield _row(titles)
    yield _row(tuple("---:" if number else "---" for number in numbers))
    yield from map(_row, rows)


def _row(cells: tuple[str, ...]) -> str:
    """A line of a table; GitHub takes the backslash before a `|` away before it looks at a cell, be it in code or not."""
    bar = "\\|"
    return f"| {' | '.join(cell.replace('|', bar) for cell in cells)} |"


def _emphasised(text: str, by: str) -> str:
    """`text` between two marks; nothing if it is blank, since the marks alone would draw a line."""
    return f"{by}{_inline(text)}{by}" if text.strip() else ""


def _code(text: str) -> str:
    """`text` as code: fenced by more backticks than any run of them in it has."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if len(fence) > 1 else ""
    return disarmed(f"{fence}{space}{text}{space}{fence}")
