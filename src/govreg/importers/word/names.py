"""The names of elements and attributes in a document of Word, and the ways to ask for them."""

from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
DRAWING_PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """The full name of the element or attribute `name` of WordprocessingML."""
    return _WORD + name


def value(element: etree._Element | None, name: str) -> str | None:
    """The `w:val` of the child `name` of `element`; None where there is none."""
    child = element.find(w(name)) if element is not None else None
    return None if child is None else child.get(w("val"), "")


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """Whether the child `name` of `element` switches something on; None where it isn't there."""
    text = value(element, name)
    return None if text is None else text.lower() not in _OFF


def whole(text: str | None, default: int) -> int:
    """The number that `text` writes, or `default`: numbers in files are bounded, and no larger than a million."""
    try:
        return min(max(int(text or ""), -1), 1_000_000)
    except ValueError:
        return default
