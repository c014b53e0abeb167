"""Bar charts in lines of text: every bar has its figure beside it, so that nothing is shown by a bar alone."""

from dataclasses import dataclass

from govreg.render.cells import cell_text, padded, width
from govreg.render.layout import Line, Span
from govreg.render.wrap import fill, longest, units
from govreg.report import Bar, BarChart


@dataclass(frozen=True)
class Glyphs:
    """The characters that bars are drawn with."""

    sure: str
    possible: str
    beyond: str
    """The end of a bar that may go further."""


BLOCKS = Glyphs("█", "░", "»")
ASCII = Glyphs("#", ".", ">")

_GAP = 2
_SHORTEST, _LONGEST = 8, 40
"""The columns of the longest bar: where there are fewer beside the figures, it is below them; more show nothing more."""


def bar_lines(chart: BarChart, columns: int | None, glyphs: Glyphs) -> list[Line]:
    """The lines of `chart`, at most `columns` wide; without a width, one line per bar."""
    rows = [(cell_text(bar.label), " ".join(bar.text.split())) for bar in chart.bars]
    label_width, text_width = (longest(texts) for texts in zip(*rows, strict=True)) if rows else (0, 0)
    length = _LONGEST if columns is None else min(_LONGEST, columns - label_width - text_width - 2 * _GAP)
    if columns is not None and length < _SHORTEST:
        return _below(chart, rows, columns, glyphs)
    most = max((bar.end for bar in chart.bars), default=0.0)
    lines: list[Line] = []
    for bar, (label, text) in zip(chart.bars, rows, strict=True):
        drawn = padded(_drawn(bar, most, length, glyphs), length)
        lines.append((Span(padded(label, label_width), "label"), Span(" " * _GAP + drawn + " " * _GAP + text)))
    return lines + _key(chart, columns, glyphs)


def _below(chart: BarChart, rows: list[tuple[str, str]], columns: int, glyphs: Glyphs) -> list[Line]:
    """Each label, with its figure behind it if there is room, and the bar below."""
    length = max(1, min(_LONGEST, columns - _GAP))
    most = max((bar.end for bar in chart.bars), default=0.0)
    lines: list[Line] = []
    for bar, (label, text) in zip(chart.bars, rows, strict=True):
        if width(label) + _GAP + width(text) <= columns:
            lines.append((Span(label, "label"), Span(" " * _GAP + text)))
        else:
            lines += [(Span(line, "label"),) for line in fill(units(label), columns)]
            lines += [(Span(" " * _GAP + line),) for line in fill(units(text), columns - _GAP)]
        drawn = _drawn(bar, most, length, glyphs)
        lines += [(Span(" " * _GAP + drawn),)] * bool(drawn)
    return lines + _key(chart, columns, glyphs)


def _drawn(bar: Bar, most: float, length: int, glyphs: Glyphs) -> str:
    """A bar of at most `length` columns, of which the longest of the chart takes all but the sign for more."""
    whole = (length - 1) / most if most else 0.0
    sure, end = round((bar.least or 0.0) * whole), round(bar.end * whole)
    if bar.end and not end:
        end, sure = 1, min(1, round(bar.least or 0.0))
    return glyphs.sure * sure + glyphs.possible * (end - sure) + (glyphs.beyond if bar.is_open else "")


def _key(chart: BarChart, columns: int | None, glyphs: Glyphs) -> list[Line]:
    """The meaning of the characters that the bars use; nothing if every figure is exact."""
    key = []
    if any(bar.end > (bar.least or 0.0) for bar in chart.bars):
        key += [f"{glyphs.sure} at least", f"{glyphs.possible} at most, or about"]
    if any(bar.is_open for bar in chart.bars):
        key.append(f"{glyphs.beyond} or more")
    return [(Span(line, "quiet"),) for line in fill(units("; ".join(key) + "."), columns)] if key else []
