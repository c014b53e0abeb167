"""The styles of a workbook, as far as they say what a cell shows: the format of its number, and bold."""

from lxml import etree

from govreg.importers.excel.names import is_on, s
from govreg.importers.excel.number_format import BUILT_IN, GENERAL
from govreg.importers.excel.sheet import CellStyles


def cell_styles(tree: etree._Element | None, *, since_1904: bool) -> CellStyles:
    """The styles in `tree`, the part `styles.xml`; the plain one if there is none."""
    if tree is None:
        return CellStyles(since_1904=since_1904)
    formats = {format_.get("numFmtId", ""): format_.get("formatCode", "") for format_ in tree.iter(s("numFmt"))}
    fonts = tree.find(s("fonts"))
    bold = [_is_strong(font) for font in fonts.iterchildren(s("font"))] if fonts is not None else []
    styles = tree.find(s("cellXfs"))
    used = list(styles.iterchildren(s("xf"))) if styles is not None else []
    return CellStyles(
        [formats.get(style.get("numFmtId", "0")) or _built_in(style.get("numFmtId", "0")) for style in used],
        [_at(bold, style.get("fontId", "0")) for style in used],
        since_1904,
    )


def _is_strong(font: etree._Element) -> bool:
    """Whether the font is bold or underlined."""
    bold, underline = font.find(s("b")), font.find(s("u"))
    return (bold is not None and is_on(bold.get("val", "1"))) or (underline is not None and underline.get("val", "single") != "none")


def _built_in(number: str) -> str:
    return BUILT_IN.get(int(number), GENERAL) if number.isascii() and number.isdigit() and len(number) < 4 else GENERAL  # noqa: PLR2004


def _at(values: list[bool], index: str) -> bool:
    return values[int(index)] if index.isascii() and index.isdigit() and len(index) < 7 and int(index) < len(values) else False  # noqa: PLR2004
