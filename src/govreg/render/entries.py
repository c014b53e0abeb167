"""Entries that each have a table of their own, as rows of one table, for a spreadsheet."""

from collections.abc import Iterator, Sequence

from govreg.report import Block, Cell, Column, Entry, Heading, Table

_SECTION = 2
"""The level of the headings of sections, each of which has one table of entries; deeper ones are groups within it."""


def gathered(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks` with the entries of each section as one table in their place, and the headings of their groups as a column of it."""
    found: list[tuple[str, Entry]] = []
    group: Heading | None = None
    section = ""
    for block in blocks:
        if isinstance(block, Entry):
            found.append((group.text if group is not None else section, block))
        elif isinstance(block, Heading) and block.level > _SECTION:
            if group is not None and not (found and found[-1][0] == group.text):
                yield group
            group = block
        else:
            if group is not None and not (found and found[-1][0] == group.text):
                yield group
            if found:
                yield _table(section, found)
            found, group = [], None
            section = block.text if isinstance(block, Heading) else section
            yield block
    if found:
        yield _table(section, found)


def _table(section: str, entries: Sequence[tuple[str, Entry]]) -> Table:
    """`entries`, a row each; several lines of one label are one cell."""
    rows = [(group, entry, _labelled(entry)) for group, entry in entries]
    labels = list(dict.fromkeys(label for _, _, cells in rows for label in cells))
    columns = (Column("Group"), Column(entries[0][1].label), *(Column(label) for label in labels))
    return Table(
        columns, tuple((group, entry.title, *(cells.get(label) for label in labels)) for group, entry, cells in rows), caption=section
    )


def _labelled(entry: Entry) -> dict[str, Cell]:
    """The values of an entry by label; a value without a label belongs to the label above."""
    cells: dict[str, Cell] = {}
    last = ""
    for label, cell in entry.rows:
        last = label or last
        cells[last] = f"{cells[last]}\n{cell}" if last in cells else cell
    return cells
