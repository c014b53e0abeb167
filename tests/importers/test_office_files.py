"""What offices' files say of their meetings is read, word for word, whatever form they have."""

from pathlib import Path

import pytest

from govreg.importers.reader import read_document
from govreg.model.document import Document, Paragraph
from office.excel_files import SHEETS
from office.word_files import WORD

FILES = {**WORD, **SHEETS}


def texts(document: Document) -> set[str]:
    """Each text in `document`: of cells, of paragraphs, names of sheets, and what follows a label in a paragraph."""
    found: set[str] = set()
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            found |= {block.name, *(cell.text for row in block.rows for _, cell in row.cells)}
            found |= {line.partition(": ")[2] or line for row in block.rows for _, cell in row.cells for line in cell.text.split("\n")}
        elif not block.aside:
            found |= {
                block.text.strip(),
                *map(str.strip, block.text.split("|")),
                block.text.partition(": ")[2],
                block.text.partition("\t")[2],
                block.text.partition(". ")[2],
            }
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_value_of_a_meeting_is_a_text_of_its_own(name: str, tmp_path: Path) -> None:
    meetings = FILES[name](tmp_path / name)

    found = texts(read_document(str(tmp_path / name)))

    assert {value for meeting in meetings for value in meeting.by_field().values()} <= found
