"""An Office Open XML package: what its parts are, how they refer to each other, and their XML, without entities.

The rules are those of ECMA-376 part 2 (Open Packaging Conventions). What is strict (ISO/IEC 29500) is read as what is transitional.
"""

import codecs
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from govreg.importers.container import SUSPECT, Container
from govreg.importers.source import Source
from govreg.model.names import many

LONGEST_TEXT = 12 * 1024 * 1024
"""The most bytes between two tags; the parser takes 10 million."""
MOST_NODES = 2_000_000
"""How many elements and attributes the parts may have together that are taken as trees: each takes about 100 bytes.
A paper of 150 meetings has 200,000."""

_TYPES = "[content_types].xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_STRICT = (  # the namespaces of ISO/IEC 29500 strict, and those of the transitional files that everyone writes
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"'][^>]*\?>")
_LIKE_ASCII = frozenset({b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
"""Encodings in which every character of markup is one byte, so that a declaration of entities can't hide."""
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = "Open it in Word or Excel, save it again under a new name, and import that."


@dataclass(frozen=True)
class Relation:
    """What one part says of another: `kind` is the last word of its type, `target` the other's name, or an address outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """The parts of a document or workbook."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._container = Container(source)
        self._nodes = 0
        self.names = frozenset(self._container.names)
        if _TYPES not in self.names:
            raise source.refused("is a zip archive, not an Office file", "Unpack it, and import the files in it.")
        types = self.tree(_TYPES)
        self._types = {type_.get("PartName", "").lower(): type_.get("ContentType", "") for type_ in types.iter(_OVERRIDE)}
        self._defaults = {type_.get("Extension", "").lower(): type_.get("ContentType", "") for type_ in types.iter(_DEFAULT)}

    @property
    def main(self) -> str:
        """The name of the part that is the document. Raises GovregError if there is none."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.outside and relation.target in self.names:
                return relation.target
        raise self.source.refused("holds no document", _DAMAGED)

    def type_of(self, name: str) -> str:
        """The content type of the part `name`, or nothing."""
        return self._types.get(f"/{name}") or self._defaults.get(name.rpartition(".")[2], "")

    def relations(self, name: str) -> dict[str, Relation]:
        """The targets that the part `name` (`""`: the package) refers to, by id; empty if there are none."""
        folder, _, file = name.rpartition("/")
        where = f"{folder}/_rels/{file}.rels".lstrip("/")
        if where not in self.names:
            return {}
        return {relation.get("Id", ""): _relation(folder, relation) for relation in self.tree(where).iter(_RELATIONS)}

    def count(self, words: str) -> int:
        """How many parts have a content type with these words in it, in lower case; the thumbnail beside the properties isn't counted."""
        return sum(words in self.type_of(name).lower() for name in self.names if not name.startswith("docprops/"))

    def remarks(self) -> Iterator[str]:
        """Sentences about content that is left out of any Office file: pictures, charts and macros."""
        if pictures := self.count("image/"):
            yield f"{many(pictures, 'picture was', 'pictures were')} left out: no text in a picture is read."
        if charts := self.count("drawingml.chart+xml"):
            yield f"{many(charts, 'chart was', 'charts were')} left out."
        if any(name.endswith("vbaproject.bin") for name in self.names):
            yield "It has macros: they were neither read nor run."

    def related(self, name: str, kind: str) -> list[str]:
        """The names of the parts of this `kind` that the part `name` refers to, each once, in its order."""
        found = (relation for relation in self.relations(name).values() if relation.kind == kind and not relation.outside)
        return list(dict.fromkeys(relation.target for relation in found if relation.target in self.names))

    def tree(self, name: str) -> etree._Element:
        """The XML of the part `name` as a tree. Raises GovregError if it is missing, damaged, too large or has entities."""
        text = b"".join(self._checked(name, iter([self._container.read(name)])))
        self._nodes += text.count(b"<") + 2 * text.count(b"=")
        if self._nodes > MOST_NODES:
            raise self.source.refused(f"is too large: it has more than {MOST_NODES:,} elements", "Split it, and import the parts.")
        try:
            return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True))
        except etree.XMLSyntaxError as problem:
            raise self.source.refused(f"is damaged: {name} is not valid XML ({_syntax_message(problem)})", _DAMAGED) from None

    def pieces(self, name: str) -> Iterator[bytes]:
        """The XML of the part `name` piece by piece, in UTF-8 and without entities; each piece ends where an element or a text does."""
        if name not in self.names:
            raise self.source.refused(f"lacks a part that it needs ({name})", _DAMAGED)
        return self._checked(name, self._container.pieces(name))

    def _checked(self, name: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
        decode = None
        kept = b""
        first = True
        for piece in pieces:
            part = piece
            if first and piece[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
                decode = codecs.getincrementaldecoder("utf-16")()
            if decode is not None:
                part = self._from_utf16(name, decode, piece)
            if first:
                part = self._without_declaration(name, part.removeprefix(codecs.BOM_UTF8), decoded=decode is not None)
                first = False
            whole = kept + part
            if _FORBIDDEN.search(whole):
                raise self.source.refused(f"declares entities in {name}, which Office never does", SUSPECT)
            end = max(whole.rfind(b"<"), 0)
            kept = whole[end:]
            if len(kept) > LONGEST_TEXT:
                raise self.source.refused(
                    f"has a text of more than {LONGEST_TEXT // 1024**2} MB in {name}", "Split it, and import the parts."
                )
            if end:
                yield _transitional(whole[:end])
        yield _transitional(kept)

    def _from_utf16(self, name: str, decode: codecs.IncrementalDecoder, piece: bytes) -> bytes:
        try:
            return decode.decode(piece).encode()
        except UnicodeError:
            raise self.source.refused(f"is damaged: {name} is not valid UTF-16", _DAMAGED) from None

    def _without_declaration(self, name: str, part: bytes, *, decoded: bool) -> bytes:
        """`part`, the start of an XML text, without its declaration if it was decoded. Raises GovregError for an odd encoding."""
        declared = _DECLARATION.match(part)
        if decoded:
            return part[declared.end() :] if declared else part
        if b"\0" in part[:64] or (declared and declared[1].lower() not in _LIKE_ASCII):
            raise self.source.refused(f"is written in an encoding that Office doesn't use ({name})", SUSPECT)
        return part


def _relation(folder: str, element: etree._Element) -> Relation:
    target = element.get("Target", "")
    outside = element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/").lower()
    return Relation(element.get("Type", "").rpartition("/")[2], target, outside)


def _transitional(text: bytes) -> bytes:
    if b"purl.oclc.org" in text:
        for strict, usual in _STRICT:
            text = text.replace(strict, usual)
    return text


def _syntax_message(problem: etree.XMLSyntaxError) -> str:
    """The parser's message, short and without the words of the file."""
    return f"line {problem.lineno}" if problem.lineno else "it ends too soon"
