"""An office's Word file as the template of a document: its styles, page, header and footer, and nothing else.

The file may come from anywhere. It is refused if it has macros, fetches something or runs a program when it is opened, or is not what
it seems to be; its text, pictures in its text, comments, embedded files and properties are left behind.
"""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import Part
from lxml import etree

from govreg.errors import GovregError
from govreg.render.docx.elements import NAMESPACE, Element, codes, remove_all, w

_MOST_PARTS, _MOST_BYTES = 2_000, 64 * 1024 * 1024
"""The most parts and bytes of an unpacked file: many times what an office's template has."""

_KEPT = frozenset(("styles", "settings", "numbering", "theme", "fontTable", "header", "footer", "footnotes", "endnotes"))
"""The parts of a template that a document takes over, by the last word of the type of their relationship."""
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_ACTIVE = frozenset(("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "EMBED", "MACROBUTTON", "DATABASE", "RD"))
"""Fields that fetch something or run something (ECMA-376, part 1, section 17.16.5)."""
_NOT_WORD = "Save it in Word as a document (.docx) or a template (.dotx)."


def from_template(content: bytes) -> Document:
    """A document without text that has the styles, page, header and footer of a Word file. Raises GovregError if it is refused."""
    try:
        document = docx.Document(BytesIO(_checked(content)))
        body = document.element.body
        last = body.sectPr
        if last is None or last.find(w("pgSz")) is None or last.find(w("pgMar")) is None:
            raise _refused("it doesn't say how large its pages are", _NOT_WORD)
        if document.element.nsmap.get("w", NAMESPACE) != NAMESPACE:
            raise _refused("its “w” isn't Word's", _NOT_WORD)
    except (KeyError, ValueError, etree.LxmlError, AttributeError, NotImplementedError):
        raise _refused("its parts are not those of a Word file", _NOT_WORD) from None
    for child in [child for child in body if child is not last]:
        body.remove(child)
    return cleaned(document)


def cleaned(document: Document) -> Document:
    """`document` without parts that its pages don't need. Raises GovregError if what is left fetches or runs something."""
    package, part = document.part.package, document.part
    for holder in (package.rels, part.rels):
        for id_, relation in list(holder.items()):
            kind = relation.reltype.rsplit("/", 1)[-1]
            if relation.is_external or (holder is part.rels and kind not in _KEPT) or (holder is package.rels and kind != "officeDocument"):
                del holder[id_]
    for relation in part.rels.values():
        _check_part(relation.target_part, relation.reltype.rsplit("/", 1)[-1])
    return document


def _check_part(part: Part, kind: str) -> None:
    """Drop what settings point to; refuse any other part that points to something other than pictures and links."""
    root: Element | None = getattr(part, "element", None)
    if kind == "settings":
        part.rels.clear()
        for name in ("attachedTemplate", "mailMerge", "attachedSchema", "saveThroughXslt"):
            if root is not None:
                remove_all(root, name)
        return
    for relation in part.rels.values():
        to = relation.reltype.rsplit("/", 1)[-1]
        if to not in ("image", "hyperlink") or (to == "image" and relation.is_external):
            raise _refused(f"its {kind} fetches or holds something other than pictures", "Take that out of the template.")
    if root is not None:
        words = {word.upper() for code in codes(root) for word in code.split()}
        if words & _ACTIVE:
            raise _refused(f"its {kind} has a field that fetches or runs something ({min(words & _ACTIVE)})", "Take the field out.")


def _checked(content: bytes) -> bytes:
    """`content` as a document that python-docx opens. Raises GovregError if it is not a Word file, or has macros."""
    try:
        with ZipFile(BytesIO(content)) as source:
            parts = source.infolist()
            names = [part.filename for part in parts]
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise _refused("it is too large once it is unpacked", _NOT_WORD)
            if len(set(names)) < len(names) or any(part.flag_bits & 1 for part in parts) or "[Content_Types].xml" not in names:
                raise _refused("its parts are not those of a Word file", _NOT_WORD)
            texts = {name: source.read(name) for name in names}
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise _refused("it is not a Word file", _NOT_WORD) from None
    types = texts["[Content_Types].xml"]
    if any("vbaproject" in name.lower() or "/activex/" in name.lower() for name in names) or b"macroEnabled" in types:
        raise _refused("it has macros", "Save it in Word without them, as .docx or .dotx.")
    for name, text in texts.items():
        if name.endswith((".xml", ".rels")):
            _check_xml(text)
    texts["[Content_Types].xml"] = types.replace(_TEMPLATE.encode(), CONTENT_TYPE.WML_DOCUMENT_MAIN.encode())
    made = BytesIO()
    with ZipFile(made, "w") as target:
        for name, text in texts.items():
            target.writestr(name, text)
    return made.getvalue()


def _check_xml(text: bytes) -> None:
    """Raise GovregError if `text` is not XML, or declares a document type, which Word's files never do."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        tree = etree.fromstring(text, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError):
        raise _refused("its parts are not those of a Word file", _NOT_WORD) from None
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        raise _refused("it declares a document type, which Word files never do", _NOT_WORD)


def _refused(why: str, instead: str) -> GovregError:
    return GovregError(f"The template can't be used: {why}.", instead)
