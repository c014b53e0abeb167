"""Reads a file of an office into a `Document`, whatever program made it."""

import re
from collections.abc import Mapping

from govreg.errors import GovregError
from govreg.importers.csv_text import read_csv
from govreg.importers.excel.workbook import read_excel
from govreg.importers.package import Package
from govreg.importers.plain_text import read_text
from govreg.importers.source import STANDARD_INPUT, Source, read_source
from govreg.importers.word.document import read_word
from govreg.model.document import Document
from govreg.model.names import article

WORD, EXCEL = "Word document", "Excel workbook"
OFFICE = {
    ".docx": WORD, ".docm": WORD, ".dotx": WORD, ".dotm": WORD,
    ".xlsx": EXCEL, ".xlsm": EXCEL, ".xltx": EXCEL, ".xltm": EXCEL,
}  # fmt: skip
"""The endings of Office files that are read, and what they promise."""
CSV = (".csv", ".tsv")
TEXT = (".txt", ".text", ".md")

_TO_WORD = "Open it in Word and save it as .docx."
_TO_EXCEL = "Open it in Excel and save it as .xlsx."
_CONVERT: Mapping[str, str] = {
    ".doc": _TO_WORD, ".dot": _TO_WORD, ".rtf": _TO_WORD, ".odt": "Open it in LibreOffice or Word and save it as .docx.",
    ".xls": _TO_EXCEL, ".xlt": _TO_EXCEL, ".xlsb": _TO_EXCEL, ".ods": "Open it in LibreOffice or Excel and save it as .xlsx.",
    ".pdf": "Open it in Word, which converts it, check the tables, and save it as .docx.",
    ".pages": "Export it from Pages to Word.", ".numbers": "Export it from Numbers to Excel.",
    ".htm": "Open it in Word and save it as .docx.", ".html": "Open it in Word and save it as .docx.",
    ".msg": "Save its attachment, or its text as .txt.", ".eml": "Save its attachment, or its text as .txt.",
    ".zip": "Unpack it, and import the files in it.",
    ".pptx": "Copy its tables to Word and save that as .docx.", ".ppt": "Copy its tables to Word and save that as .docx.",
}  # fmt: skip
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = "utf-16-le"
_OTHERS = (
    (re.compile(rb"%PDF-"), ".pdf", "PDF"), (re.compile(rb"\{\\rtf"), ".rtf", "RTF document"),
    (re.compile(rb"\s*<(?:!DOCTYPE html|html)", re.IGNORECASE), ".html", "web page"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "", "picture"),
)  # fmt: skip


def read_document(path: str) -> Document:
    """The content of the file at `path`; `-` reads plain text from standard input.

    Raises GovregError, with one line that says what is wrong and a hint what to do, if the file can't be read, isn't what its ending says,
    is protected, damaged, hostile or too large, or is of a kind that isn't read.
    """
    source = read_source(path)
    try:
        return _read(source)
    except RecursionError:
        raise source.refused("is nested too deeply to be a document", "Open it, save it again under a new name, and import that.") from None


def _read(source: Source) -> Document:
    ending = source.ending
    if problem := _other_format(source):
        raise problem
    if ending in OFFICE:
        return _office(source)
    if source.content.startswith(_ZIP) and source.name == STANDARD_INPUT:
        raise source.refused("holds an Office file or a zip archive, not text", "Name the file instead.")
    if source.content.startswith(_ZIP):
        raise source.refused("is a zip archive or an Office file under another name", "Give it its right ending, such as .docx or .xlsx.")
    if ending in CSV:
        return read_csv(source)
    if ending in TEXT or source.name == STANDARD_INPUT:
        return read_text(source)
    raise _unknown(source)


def _unknown(source: Source) -> GovregError:
    if ending := source.ending:
        return source.refused(f"has an ending that isn't known ({ending[:20]})", "Files that end in .docx, .xlsx, .csv or .txt are read.")
    return source.refused("has no ending that says what it is", "Files that end in .docx, .xlsx, .csv or .txt are read.")


def _office(source: Source) -> Document:
    promised = OFFICE[source.ending]
    if not source.content.startswith(_ZIP):
        raise source.refused(
            f"is not {article(promised)} {promised}, whatever its ending says", f"Open it and save it as {_usual(promised)}."
        )
    package = Package(source)
    type_ = package.type_of(package.main)
    if "wordprocessingml" in type_ or "ms-word" in type_:
        held = WORD
    elif "spreadsheetml" in type_ or "ms-excel" in type_:
        held = EXCEL
    else:
        raise source.refused(
            f"is not {article(promised)} {promised}, whatever its ending says", f"Open it and save it as {_usual(promised)}."
        )
    if ".binary." in type_:
        raise source.refused("is a binary workbook (.xlsb)", _TO_EXCEL)
    if held != promised:
        raise source.refused(f"is {article(held)} {held}, whatever its ending says", f"Rename it to end in {_usual(held)}.")
    return read_word(package) if held == WORD else read_excel(package)


def _other_format(source: Source) -> GovregError | None:
    """The error for a file of a format that isn't read; None if it may be one that is."""
    content = source.content
    if content.startswith(_COMPOUND):
        return _compound(source)
    for pattern, ending, name in _OTHERS:
        if pattern.match(content) and source.ending not in TEXT:
            return source.refused(f"is a {name}", _CONVERT.get(ending, "Type what it shows, or ask for the document itself."))
    if content.startswith(_ZIP) and b"mimetypeapplication/vnd.oasis.opendocument" in content[:200]:
        ending = ".ods" if b"opendocument.spreadsheet" in content[:200] else ".odt"
        return source.refused(f"is an OpenDocument file ({ending})", _CONVERT[ending])
    if source.ending in _CONVERT:
        return source.refused(f"is of a kind that isn't read ({source.ending})", _CONVERT[source.ending])
    return None


def _compound(source: Source) -> GovregError:
    """The error for a compound file, which is an old document or workbook, or a protected new one."""
    if "EncryptedPackage".encode(_UTF16) in source.content:
        return source.refused(
            "is protected by a password", "Open it, take the password off (File, Info, Protect), save it, and import it again."
        )
    if "WordDocument".encode(_UTF16) in source.content:
        return source.refused("is a document of an old version of Word (.doc)", _TO_WORD)
    if "Workbook".encode(_UTF16) in source.content or "Book".encode(_UTF16) in source.content:
        return source.refused("is a workbook of an old version of Excel (.xls)", _TO_EXCEL)
    return source.refused("is of a kind that isn't read", "Save it as .docx or .xlsx.")


def _usual(name: str) -> str:
    return ".docx" if name == WORD else ".xlsx"
