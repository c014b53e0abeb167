"""Files that are meant to harm whoever reads them, or that were harmed themselves, made by code."""

import os
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

Parts = dict[str, bytes]
Write = Callable[[Path], None]


def relations(**targets: str) -> bytes:
    """Relations of the kinds that are named, each to its target."""
    items = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'.encode()


def types(main: str, type_: str) -> bytes:
    """The content types of a package whose main part is `main`."""
    return f'{_XML}<Types xmlns="{_TYPES}"><Override PartName="/{main}" ContentType="{type_}"/></Types>'.encode()


def word_parts(body: str, *, before: str = "", **parts: str) -> Parts:
    """The parts of a document with this body; `before` comes before its root, `parts` are others by relation and their XML."""
    made = {
        "[Content_Types].xml": types("word/document.xml", _WORD_MAIN),
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f'{_XML}{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(),
    }
    if parts:
        made["word/_rels/document.xml.rels"] = relations(**{kind: f"{kind}.xml" for kind in parts})
        made |= {f"word/{kind}.xml": (_XML + text).encode() for kind, text in parts.items()}
    return made


def excel_parts(rows: str, *, after: str = "", strings: str = "", before: str = "") -> Parts:
    """The parts of a workbook with one sheet of these rows; `after` follows them, `strings` are the items of its shared texts."""
    sheet = f'{_XML}{before}<worksheet xmlns="{S}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    book = f'<workbook xmlns="{S}" xmlns:r="{_OFFICE}"><sheets><sheet name="Meetings" sheetId="1" r:id="r1"/></sheets></workbook>'
    return {
        "[Content_Types].xml": types("xl/workbook.xml", _SHEET_MAIN),
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": relations(worksheet="worksheets/sheet1.xml", sharedStrings="strings.xml"),
        "xl/workbook.xml": (_XML + book).encode(),
        "xl/worksheets/sheet1.xml": sheet.encode(),
        "xl/strings.xml": f'{_XML}<sst xmlns="{S}">{strings}</sst>'.encode(),
    }


def pack(path: Path, parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> None:
    """Write `parts` into the container at `path`."""
    with zipfile.ZipFile(path, "w", method) as container:
        for name, content in parts.items():
            container.writestr(name, content)


def paragraph(text: str) -> str:
    """A paragraph of Word with this text."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _packed(parts: Callable[[], Parts]) -> Write:
    return lambda path: pack(path, parts())


def _stored(parts: Callable[[], Parts]) -> Write:
    """A container without compression, for what shrinks too well to look honest."""
    return lambda path: pack(path, parts(), zipfile.ZIP_STORED)


def _bytes(content: bytes) -> Write:
    return lambda path: _write(path, content)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _good_word() -> Parts:
    return word_parts(paragraph("Safeguarding Consortium"))


def _good_excel() -> Parts:
    return excel_parts('<row r="1"><c r="A1" t="inlineStr"><is><t>Board</t></is></c></row>')


def _bomb(size: int) -> Write:
    return _packed(lambda: word_parts(f"<w:p>{' ' * size}</w:p>"))


def _nested_bomb(path: Path) -> None:
    """A zip in a zip in a zip, each of the same name ten times, as 42.zip has it."""
    content = b"\0" * 1_000_000
    for level in range(3):
        with zipfile.ZipFile(inner := path.with_suffix(f".{level}"), "w", zipfile.ZIP_DEFLATED) as container:
            for copy in range(10):
                container.writestr(f"lib {copy}.zip", content)
        content = inner.read_bytes()
        inner.unlink()
    path.write_bytes(content)


def _patched(parts: Callable[[], Parts], patch: Callable[[bytearray], bytearray | None]) -> Write:
    """A sound file, of which bytes were changed by `patch`."""

    def write(path: Path) -> None:
        pack(path, parts())
        content = bytearray(path.read_bytes())
        path.write_bytes(patch(content) or content)

    return write


def _directory_entry(content: bytearray, name: bytes) -> int:
    """Where the entry `name` of the directory starts."""
    at = content.index(b"PK\x01\x02")
    while content[at + 46 : at + 46 + len(name)] != name:
        at = content.index(b"PK\x01\x02", at + 4)
    return at


def _set(content: bytearray, at: int, form: str, value: int) -> None:
    struct.pack_into(form, content, at, value)


def _size(value: int, *, local_too: bool = False) -> Callable[[bytearray], None]:
    """A lie about the size of the document."""

    def patch(content: bytearray) -> None:
        _set(content, _directory_entry(content, b"word/document.xml") + 24, "<I", value)
        if local_too:
            _set(content, content.index(b"word/document.xml") - 30 + 22, "<I", value)

    return patch


def _overlapping(content: bytearray) -> None:
    """All entries of the directory lie where the first does, as in the bomb of Fifield."""
    first = _directory_entry(content, b"[Content_Types].xml")
    where = struct.unpack_from("<I", content, first + 42)[0]
    at = first
    while (at := content.find(b"PK\x01\x02", at + 4)) > 0:
        _set(content, at + 42, "<I", where)


def _zip64_lie(content: bytearray) -> bytearray:
    """A zip64 record that claims a directory of 2**62 bytes."""
    end = content.rindex(b"PK\x05\x06")
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 2**40, 2**40, 2**62, 2**62)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    tail = content[end:]
    _set(tail, 8, "<H", 0xFFFF)
    _set(tail, 10, "<H", 0xFFFF)
    _set(tail, 12, "<I", 0xFFFFFFFF)
    _set(tail, 16, "<I", 0xFFFFFFFF)
    return content[:end] + record + locator + tail


def _flag_encrypted(content: bytearray) -> None:
    at = _directory_entry(content, b"word/document.xml")
    _set(content, at + 8, "<H", 0x1)


def _twice(path: Path) -> None:
    """Two parts with one name, of which readers choose one or the other."""
    pack(path, {**_good_word(), "word/documenX.xml": word_parts(paragraph("Other"))["word/document.xml"]})
    path.write_bytes(path.read_bytes().replace(b"word/documenX.xml", b"word/document.xml"))


def _quadratic() -> Parts:
    """One long entity, used often."""
    return word_parts(paragraph("&a;" * 20_000), before=f'<!DOCTYPE w:document [<!ENTITY a "{"x" * 20_000}">]>')


def _laughs() -> Parts:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return excel_parts(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>', before=f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]>'
    )


def _external(entity: str) -> Parts:
    return word_parts(paragraph("&e;"), before=f"<!DOCTYPE x [{entity}]>")


def _in_encoding(encoding: str, declared: str) -> Parts:
    parts = word_parts(paragraph("x"), before="<!DOCTYPE x [<!ENTITY e 'y'>]>")
    text = parts["word/document.xml"].decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
    return {**parts, "word/document.xml": text.encode(encoding)}


def _outside_document() -> Parts:
    parts = _good_word()
    outside = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="file:///etc/passwd" TargetMode="External"/>'
    return {**parts, "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{outside}</Relationships>'.encode()}


def _deep(depth: int) -> Parts:
    return word_parts("<w:tbl><w:tr><w:tc>" * depth + paragraph("x") + "<w:p/></w:tc></w:tr></w:tbl>" * depth)


def _cells(count: int) -> Parts:
    return excel_parts(f"<row r='1'>{'<c><v>1</v></c>' * count}</row>")


def _long_cell(size: int) -> Parts:
    return excel_parts(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"words " * (size // 6)}</t></is></c></row>')


def _merges(areas: Iterable[str]) -> str:
    return f"<mergeCells>{''.join(f'<mergeCell ref={chr(34)}{area}{chr(34)}/>' for area in areas)}</mergeCells>"


def _column(number: int) -> str:
    """The letters of a column, from AAA on."""
    return chr(65 + number // 676) + chr(65 + number // 26 % 26) + chr(65 + number % 26)


def _many_headers() -> Parts:
    """Many headers, of which each is within the limits."""
    items = "".join(f'<Relationship Id="h{n}" Type="{_OFFICE}/header" Target="h{n}.xml"/>' for n in range(12))
    header = f'<w:hdr xmlns:w="{W}">{"<w:p/>" * 1_000}</w:hdr>'.encode()
    return {
        **_good_word(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'.encode(),
        **{f"word/h{n}.xml": header for n in range(12)},
    }


def _compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 512


def _link(target: str) -> Write:
    return lambda path: path.symlink_to(target)


_BIG = 30_000_000
LOWERED = {
    "many-headers.docx": ("govreg.importers.word.story.MOST_PARAGRAPHS", 10_000),
    "many-merges.xlsx": ("govreg.importers.excel.sheet.MOST_MERGES", 5_000),
}
"""The limits that are lowered to a tenth for a file that would take long to reach them."""

HOSTILE: dict[str, tuple[Write, str]] = {
    "bomb.docx": (_bomb(_BIG), "looks like a zip bomb: one of its parts would become more than 200 times larger"),
    "nested-bomb.docx": (_nested_bomb, "is a zip archive, not an Office file"),
    "overlapping.docx": (_patched(_good_word, _overlapping), "holds parts that overlap"),
    "says-small.docx": (_patched(_good_word, _size(5)), "is damaged: its parts are not what its directory says"),
    "says-small-twice.docx": (
        _patched(_good_word, _size(5, local_too=True)),
        "is damaged: its part word/document.xml is not what its directory says",
    ),
    "says-large.docx": (
        _patched(_good_word, _size(7_000_000, local_too=True)),
        "is damaged: its part word/document.xml is not what its directory says",
    ),
    "says-4-gigabytes.docx": (_patched(_good_word, _size(0xFFFFFFF0)), "would take more than 400 MB when inflated"),
    "zip64.docx": (_patched(_good_word, _zip64_lie), "is damaged or incomplete"),
    "twice.docx": (_twice, "holds two parts of one name"),
    "climbs.docx": (_packed(lambda: {**_good_word(), "../../evil.txt": b"x"}), "holds a part whose name leads out of the file"),
    "climbs-absolutely.xlsx": (
        _packed(lambda: {**_good_excel(), "/etc/cron.d/evil": b"x"}),
        "holds a part whose name leads out of the file",
    ),
    "climbs-on-windows.xlsx": (_packed(lambda: {**_good_excel(), "C:\\evil": b"x"}), "holds a part whose name leads out of the file"),
    "many-parts.docx": (
        _packed(lambda: {**_good_word(), **{f"x/{n}": b"" for n in range(5_000)}}),
        "holds more than 4,000 parts, which no document does",
    ),
    "truncated.docx": (_patched(_good_word, lambda content: content[: len(content) // 2]), "is damaged or incomplete"),
    "truncated.xlsx": (_patched(_good_excel, lambda content: content[:-30]), "is damaged or incomplete"),
    "garbled.docx": (_patched(_good_word, lambda content: content[:40] + b"\xff" * 40 + content[80:]), "is damaged"),
    "locked.docx": (_bytes(_compound("EncryptedPackage")), "is protected by a password"),
    "locked-parts.docx": (_patched(_good_word, _flag_encrypted), "is protected by a password"),
    "old.xlsx": (_bytes(_compound("Workbook")), "is a workbook of an old version of Excel (.xls)"),
    "quadratic.docx": (_packed(_quadratic), "declares entities in word/document.xml, which Office never does"),
    "laughs.xlsx": (_packed(_laughs), "declares entities in xl/worksheets/sheet1.xml, which Office never does"),
    "external.docx": (_packed(lambda: _external('<!ENTITY e SYSTEM "file:///etc/passwd">')), "declares entities in word/document.xml"),
    "external-dtd.docx": (
        _packed(lambda: _external('<!ENTITY % e SYSTEM "http://localhost:9/x"> %e;')),
        "declares entities in word/document.xml",
    ),
    "utf-16-entities.docx": (_packed(lambda: _in_encoding("utf-16", "UTF-16")), "declares entities in word/document.xml"),
    "utf-7-entities.docx": (
        _packed(lambda: _in_encoding("utf-7", "UTF-7")),
        "is written in an encoding that Office doesn't use (word/document.xml)",
    ),
    "outside.docx": (_packed(_outside_document), "holds no document"),
    "deep.docx": (_packed(lambda: _deep(60)), "has tables within tables, more than 20 deep"),
    "deeper.docx": (_packed(lambda: _deep(50_000)), "is damaged: word/document.xml is not valid XML"),
    "deep-runs.docx": (_packed(lambda: word_parts("<w:sdt><w:sdtContent>" * 40_000 + "</w:sdtContent></w:sdt>" * 40_000)), "is damaged"),
    "many-elements.docx": (
        _stored(lambda: word_parts("<w:p/>" * 2_500_000)),
        "is too large: it has more than 2,000,000 elements",
    ),
    "many-columns.xlsx": (_stored(lambda: _cells(20_000)), "is damaged: a cell is outside the sheet “Meetings”"),
    "column-zzzzz.xlsx": (
        _packed(lambda: excel_parts('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>')),
        "is damaged: a cell is outside the sheet",
    ),
    "huge-cell.xlsx": (_stored(lambda: _long_cell(8_000_000)), "has more than 32,767 characters in Meetings!A1, more than Excel allows"),
    "huger-cell.xlsx": (_stored(lambda: _long_cell(14_000_000)), "has a text of more than 12 MB in xl/worksheets/sheet1.xml"),
    "many-rows.xlsx": (_stored(lambda: excel_parts("<row><c><v>1</v></c></row>" * 600_000)), "cells with something in them"),
    "rows-beyond.xlsx": (
        _packed(lambda: excel_parts('<row r="9999999"><c><v>1</v></c></row>')),
        "is damaged: rows are out of order or outside the sheet",
    ),
    "no-such-text.xlsx": (
        _packed(lambda: excel_parts('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
        "is damaged: Meetings!A1 refers to a text that isn't there",
    ),
    "side-by-side.xlsx": (
        _packed(
            lambda: excel_parts(
                '<row r="1"><c r="A1"><v>1</v></c></row>', after=_merges(f"{_column(n)}1:{_column(n)}9" for n in range(5_000))
            )
        ),
        "has more than 2,000 merged cells side by side",
    ),
    "far-down.xlsx": (
        _packed(
            lambda: excel_parts(
                "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_002)),
                after=_merges(f"{_column(n)}1:{_column(n)}1000000" for n in range(500)),
            )
        ),
        "has merged cells that reach into more than 500,000 others",
    ),
    "many-headers.docx": (_packed(_many_headers), "has more than 10,000 paragraphs"),
    "many-columns.csv": (_bytes(b"x," * 20_000 + b"\n"), "has more than 16,384 columns in row 1"),
    "more-columns.csv": (_bytes(b"," * 6_000_000), "has more than 5,000,000 columns"),
    "large.txt": (_bytes(b"Lead: PCC\n" * 2_000_000), "is larger than 16 MB"),
    "many-merges.xlsx": (
        _packed(
            lambda: excel_parts(
                "", after=f"<mergeCells>{''.join(f'<mergeCell ref={chr(34)}A{n}:B{n}{chr(34)}/>' for n in range(1, 6_000))}</mergeCells>"
            )
        ),
        "has more than 5,000 merged cells",
    ),
    "two-million-rows.csv": (_bytes(b"a,b\n" * 2_000_000), "has more than 250,000 lines"),
    "empty-rows.csv": (_bytes(b"a,b\n" + b"\n" * 2_000_000), "has more than 250,000 lines"),
    "open-quote.csv": (_bytes(b'a,b\n1,"2\n3,4\n'), "has a quotation mark that isn't closed"),
    "huge-cell.csv": (
        _bytes(b'a,b\n"' + b"x" * 5_000_000 + b'",2\n'),
        "has a quotation mark that isn't closed, or a cell of more than 131,072 characters",
    ),
    "zeros.csv": (_bytes(b"a,b\0\n" * 10), "is not text"),
    "bad-utf-8.txt": (_bytes("Lead – PCC\nFocus – “crime”\n".encode() + b"\xff\xfe\n"), "is damaged: line 3 is not valid text"),
    "program.txt": (_bytes(b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 20), "is not text"),
    "long-line.txt": (_bytes(b"x" * 3_000_000), "has more than 200,000 characters in line 1"),
    "workbook.docx": (_packed(_good_excel), "is an Excel workbook, whatever its ending says"),
    "document.xlsx": (_packed(_good_word), "is a Word document, whatever its ending says"),
    "document.csv": (_packed(_good_word), "is a zip archive or an Office file under another name"),
    "picture.docx": (_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100), "is a picture"),
    "text.xlsx": (_bytes(b"Meeting,Lead\n"), "is not an Excel workbook, whatever its ending says"),
    "page.xlsx": (_bytes(b"<html><table><tr><td>x"), "is a web page"),
    "portable.docx": (_bytes(b"%PDF-1.7\n"), "is a PDF"),
    "binary.xlsb": (_packed(_good_excel), "is of a kind that isn't read (.xlsb)"),
    "empty.docx": (_bytes(b""), "is empty"),
    "folder.docx": (lambda path: path.mkdir(), "is a folder"),
    "missing.docx": (lambda _: None, "does not exist"),
}
"""Each file with the function that writes it, and the words that the message must hold."""

if hasattr(os, "mkfifo"):
    HOSTILE |= {
        "pipe.docx": (os.mkfifo, "is a pipe, socket or device, not a file"),
        "device.docx": (_link("/dev/zero"), "is a link"),
        "passwd.txt": (_link("/etc/passwd"), "is a link"),
        "circle.docx": (_link("circle.docx"), "is a link"),
    }
