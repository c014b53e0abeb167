"""Plain text line by line, as it was typed or pasted.

A paragraph is one line, with its tabs, also those at its end: in a table that was pasted from Word, a tab parts a label from its value,
and a title in a merged row has a tab after it. Several blank lines are one, a paragraph without text. A line that begins with a bullet
or a dash and a space is an item, without them. What makes a heading or a table is left to whoever understands it.
"""

from collections.abc import Iterator

from govreg.importers.encoding import decode
from govreg.importers.source import Source
from govreg.importers.visible import visible, without_bullet
from govreg.model.document import Document, Paragraph

MOST_LINES = 250_000
"""How many lines there may be: a thousand pages have about 50,000."""
LONGEST_LINE = 200_000
"""The most characters of a line."""


def read_text(source: Source) -> Document:
    """The lines of `source`. Raises GovregError if it is no text, or beyond the limits."""
    decoded = decode(source)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise source.refused(f"has more than {MOST_LINES:,} lines", "Keep the part to import in a file of its own.")
    return Document(source.name, tuple(_paragraphs(source, text.split("\n"))), decoded.remarks)


def _paragraphs(source: Source, lines: list[str]) -> Iterator[Paragraph]:
    begun = False
    blank = 0
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            raise source.refused(f"has more than {LONGEST_LINE:,} characters in line {number:,}", "Break the line, and import again.")
        text = visible(line).replace("\n", " ").rstrip(" ")
        if not text.strip():
            blank = blank or number
            continue
        if blank and begun:
            yield Paragraph("", f"line {blank}")
        begun, blank = True, 0
        item = without_bullet(text)
        yield Paragraph(text if item is None else item, f"line {number}", item=item is not None)
