"""Bar charts in a Word document: a table with a bar before each figure, so that nothing is shown by a bar alone."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO

from docx.document import Document
from docx.oxml.shape import CT_Inline

from govreg.render.cells import cell_text
from govreg.render.charts import POSSIBLE, SURE
from govreg.render.docx.elements import Element, add, text_of
from govreg.report import Bar, BarChart

_HIGH = 110_000
"""The height of a bar in English Metric Units, of which a point has 12,700."""
_POINT, _TWIP = 12_700, 635
_SHARE = 0.4
"""How much of the page's width the longest bar takes."""


class Bars:
    """Draws the bars of one document's charts."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._number = 0

    def add(self, rows: Iterable[Element], chart: BarChart, room: int) -> None:
        """Put each bar of `chart` before its figure, which is in the last cell of its row; `room` is the page's width in twips."""
        for row, bar in zip(rows, chart.bars, strict=True):
            paragraph = row[-1][-1]
            figure = paragraph[-1]
            self._draw(paragraph, chart, bar, room)
            if paragraph[-1] is not figure:
                paragraph.append(figure)
                figure[0].text = f" {figure[0].text or ''}"

    def _draw(self, paragraph: Element, chart: BarChart, bar: Bar, room: int) -> None:
        most = max(one.end for one in chart.bars)
        sure = bar.least or 0.0
        for length, colour in ((min(sure, bar.end), SURE), (max(0.0, bar.end - sure), POSSIBLE)):
            width = round(length / most * room * _SHARE * _TWIP) if most else 0
            if width >= _POINT:
                self._piece(paragraph, width, colour, f"{cell_text(bar.label)}: {bar.text}")

    def _piece(self, paragraph: Element, width: int, colour: str, description: str) -> None:
        """A rectangle: a picture of one dot, drawn as large as it must be."""
        id_, _ = self._document.part.get_or_add_image(BytesIO(_dot(colour)))
        self._number += 1
        inline = CT_Inline.new_pic_inline(self._number, id_, "bar.png", width, _HIGH)  # type: ignore[arg-type] # lengths are numbers
        for side in ("T", "B", "L", "R"):
            inline.set(f"dist{side}", "0")
        inline.docPr.set("descr", text_of(description))
        add(add(paragraph, "r"), "drawing").append(inline)


def _dot(colour: str) -> bytes:
    """A PNG of one dot of a `colour` such as `#1d70b8` (https://www.w3.org/TR/png-3/)."""
    line = b"\0" + bytes.fromhex(colour[1:])
    parts = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(line)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
