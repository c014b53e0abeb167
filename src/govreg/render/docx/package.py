"""The bytes of a Word file: the same for the same content, whenever they are made."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""
_FIRST = "[Content_Types].xml"


def packed(document: Document) -> bytes:
    """`document` as the bytes of a file, its parts by name and without the time when they were written."""
    made, same = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(same, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            part = ZipInfo(name, _EPOCH)
            part.compress_type, part.create_system, part.external_attr = ZIP_DEFLATED, 0, 0
            target.writestr(part, source.read(name), compresslevel=6)
    return same.getvalue()
