"""The text of one paragraph: its runs without what was deleted, and apart from them what is hidden, a prompt, or beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from lxml import etree

from govreg.importers.visible import tidy
from govreg.importers.word import names
from govreg.importers.word.names import is_on, value, w, whole
from govreg.importers.word.styles import Look, Styles


class Kind(Enum):
    """Where a piece of text belongs."""

    SHOWN = "text"
    HIDDEN = "hidden text"
    PROMPT = "prompt of an empty field"


@dataclass
class Tally:
    """How often a document has what the person should know of."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    objects: int = 0
    inserted_files: int = 0


@dataclass
class ParagraphText:
    """The content of a paragraph."""

    look: Look
    shown: str = ""
    aside: dict[Kind, str] = field(default_factory=dict)
    """Its hidden text and its prompts, if it has any."""
    bold: bool = False
    """Whether all that is shown is bold or underlined."""
    boxes: list[etree._Element] = field(default_factory=list)
    """The contents of the text boxes that are anchored in it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """What it refers to: `footnote`, `endnote` or `comment`, and its id."""
    joins: bool = False
    """Whether its end was deleted, so that the next paragraph goes on in its line."""


@dataclass(frozen=True, slots=True)
class _Context:
    look: Look
    prompt: bool


@dataclass(slots=True)
class _Piece:
    text: str
    kind: Kind
    strong: bool


_TEXTS = frozenset({w("t"), names.MATH_TEXT})
_INSERTED = frozenset({w("ins"), w("moveTo")})
_DELETED = frozenset({w("del"), w("moveFrom")})
_LEFT_OUT = frozenset(
    map(w, "pPr rPr sdtPr sdtEndPr tblPr trPr tcPr sectPr instrText delText delInstrText rt fldData ffData customXmlPr smartTagPr".split())
)
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote", w("commentReference"): "comment"}
_WORDS = frozenset({w("t"), w("delText"), w("br"), w("tab"), w("noBreakHyphen"), w("sym")})

_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_UPPER_PRIVATE = 0xF000


def chosen(alternatives: etree._Element) -> Iterator[etree._Element]:
    """The content of `mc:AlternateContent`: its first choice, or the fallback where there is none. The others say the same again."""
    choice = alternatives.find(names.CHOICE)
    branch = choice if choice is not None else alternatives.find(names.FALLBACK)
    return iter(branch) if branch is not None else iter(())


class ParagraphReader:
    """Reads paragraphs with the styles of their document, and counts in `tally` what is said of the whole."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self._tally = tally

    def read(self, paragraph: etree._Element, *, prompt: bool = False) -> ParagraphText:
        """What `paragraph`, a `w:p`, holds. `prompt`: it is in a content control that is not filled in."""
        properties = paragraph.find(w("pPr"))
        result = ParagraphText(self._styles.paragraph(properties))
        pieces = self._pieces(paragraph, _Context(result.look, prompt), result)
        mark = properties.find(w("rPr")) if properties is not None else None
        if mark is not None:
            result.joins = mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None
        for kind in Kind if pieces else ():
            text = tidy("".join(piece.text for piece in pieces if piece.kind is kind))
            if kind is Kind.SHOWN:
                result.shown = text
            elif text:
                result.aside[kind] = text
        words = [piece for piece in pieces if piece.kind is Kind.SHOWN and piece.text.strip()]
        result.bold = bool(words) and all(piece.strong for piece in words)
        return result

    def _pieces(self, paragraph: etree._Element, context: _Context, result: ParagraphText) -> list[_Piece]:
        """The pieces of text in `paragraph`, in order; what it refers to is added to `result`."""
        pieces: list[_Piece] = []
        fields = _Fields(pieces)
        stack = [(child, context) for child in reversed(paragraph)]
        while stack:
            element, context = stack.pop()
            tag = element.tag
            if not isinstance(tag, str) or tag in _LEFT_OUT:
                continue
            if tag == w("txbxContent"):
                result.boxes.append(element)
            elif tag == w("fldChar"):
                fields.take(element, _piece("", context))
            elif (text := self._text(element)) is not None:
                pieces.append(_piece(text, context))
            elif tag in _NOTES:
                result.notes.append((_NOTES[tag], element.get(w("id"), "")))
            elif tag in _DELETED:
                self._tally.deletions += tag == w("del") and _has_words(element)
            else:
                self._count(element)
                stack.extend(reversed(list(self._within(element, context))))
        return pieces

    def _within(self, element: etree._Element, context: _Context) -> Iterator[tuple[etree._Element, _Context]]:
        """The elements within `element`, each with its context."""
        if element.tag == names.ALTERNATIVES:
            return ((child, context) for child in chosen(element))
        if element.tag == w("r"):
            context = _Context(self._styles.run(element.find(w("rPr")), context.look), context.prompt)
        elif element.tag == w("sdt"):
            context = _Context(context.look, context.prompt or is_prompt(element))
        return ((child, context) for child in element)

    def _count(self, element: etree._Element) -> None:
        if element.tag in _INSERTED and _has_words(element):
            self._tally.insertions += element.tag == w("ins")
            self._tally.moves += element.tag == w("moveTo")
        self._tally.objects += element.tag == _OBJECT

    @staticmethod
    def _text(element: etree._Element) -> str | None:
        """The text that `element` is; None if it is none itself."""
        tag = element.tag
        if tag in _TEXTS:
            return element.text or ""
        if tag in _SIGNS:
            return _SIGNS[tag]
        if tag == w("br"):
            return "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else " "
        if tag == w("sym"):
            return _symbol(element.get(w("char"), ""))
        if tag == names.DRAWING_TEXT:
            return f"{element.text or ''}\n"
        if tag == _WORD_ART:
            return f"{element.get('string', '')}\n"
        return None


class _Fields:
    """The fields that are open in a paragraph: of each, its result is text and its instruction isn't."""

    def __init__(self, pieces: list[_Piece]) -> None:
        self._pieces = pieces
        self._open: list[tuple[int, bool]] = []
        """Of each, how many pieces there were before it, and whether its result has begun."""

    def take(self, mark: etree._Element, piece: _Piece) -> None:
        """Take the `w:fldChar` `mark`; what it shows of a form goes into `piece`."""
        type_ = mark.get(w("fldCharType"))
        if type_ == "begin":
            piece.text = _form(mark)
            self._pieces.append(piece)
            self._open.append((len(self._pieces), False))
        elif self._open:
            start, is_result = self._open.pop()
            if not is_result:  # the text between was a part of the instruction
                del self._pieces[start:]
            if type_ == "separate":
                self._open.append((start, True))


def is_prompt(control: etree._Element) -> bool:
    """Whether the content control `control` shows its prompt, because it was left empty."""
    properties = control.find(w("sdtPr"))
    return bool(is_on(properties, "showingPlcHdr"))


def _piece(text: str, context: _Context) -> _Piece:
    kind = Kind.HIDDEN if context.look.hidden else Kind.PROMPT if context.prompt else Kind.SHOWN
    return _Piece(text, kind, bool(context.look.bold or context.look.underlined))


def _has_words(element: etree._Element) -> bool:
    return any(True for _ in element.iter(*_WORDS))


def _symbol(code: str) -> str:
    """The character of a `w:sym`: those of a symbol font lie in the private area from U+F000."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number if number >= _UPPER_PRIVATE else number | _UPPER_PRIVATE) if 0 < number <= 0xFFFF else ""  # noqa: PLR2004 - four digits


def _form(mark: etree._Element) -> str:
    """What a field of an older form shows: its tick, or the chosen one of its words."""
    form = mark.find(w("ffData"))
    if form is None:
        return ""
    box = form.find(w("checkBox"))
    if box is not None:
        ticked = is_on(box, "checked")
        return "☒" if (is_on(box, "default") if ticked is None else ticked) else "☐"
    words = form.find(w("ddList"))
    if words is None:
        return ""
    entries = [entry.get(w("val"), "") for entry in words.iter(w("listEntry"))]
    choice = whole(value(words, "result") or value(words, "default"), 0)
    return entries[choice] if 0 <= choice < len(entries) else ""
