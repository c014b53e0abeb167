"""The bytes of a Word file: the same for the same content, whenever they are made."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

from govreg.render.docx.body import Body

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name."""
_FIRST = "[Content_Types].xml"


def packed(document: Document, body: Body) -> bytes:
    """`document` with the text of its `body` as the bytes of a file, its parts by name and without the time when they were written."""
    made, same = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(same, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            part = ZipInfo(name, _EPOCH)
            part.compress_type, part.create_system, part.external_attr = ZIP_DEFLATED, 0, 0
            content = source.read(name)
            with target.open(part, "w") as file:
                for piece in body.filled(content) if name == body.name else (content,):
                    file.write(piece)
    return same.getvalue()
