"""A container whose parts are not what its directory says is refused: two programs would read two files in it."""

import io
import re
import zipfile

import pytest

from govreg.errors import GovregError
from govreg.importers.container import Container
from govreg.importers.source import Source

WORDS = "safer streets " * 50


def container(**parts: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return raw.getvalue()


def opened(content: bytes) -> Container:
    return Container(Source("paper.docx", content))


def test_the_parts_of_a_sound_container_can_be_read() -> None:
    parts = opened(container(document=WORDS, styles=""))

    assert (parts.names, parts.read("document"), parts.read("styles")) == (("document", "styles"), WORDS.encode(), b"")
    with pytest.raises(GovregError, match=re.escape("lacks a part that it needs (other)")):
        parts.read("other")


@pytest.mark.parametrize("byte", [0, *range(18, 26), 26, 30])
def test_a_part_whose_own_header_says_something_else_is_refused(byte: int) -> None:
    content = bytearray(container(document=WORDS))
    content[byte] ^= 1

    with pytest.raises(GovregError, match="its parts are not what its directory says"):
        opened(bytes(content))


def test_a_part_whose_bytes_are_not_what_was_packed_is_refused() -> None:
    content = container(document=WORDS)
    at = content.index(b"PK\x01\x02") - 3

    with pytest.raises(GovregError, match="its part document is not what its directory says"):
        opened(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]).read("document")


def test_a_container_with_a_password_is_refused() -> None:
    content = bytearray(container(document=WORDS))
    for at in (6, content.index(b"PK\x01\x02") + 8):
        content[at] |= 1

    with pytest.raises(GovregError, match="is protected by a password"):
        opened(bytes(content))


@pytest.mark.parametrize("name", ["/document", "../document", "a/../document", "C:document"])
def test_a_name_that_leads_out_of_the_container_is_refused(name: str) -> None:
    with pytest.raises(GovregError):
        opened(container(**{name: WORDS}))


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(GovregError, match="holds two parts of one name"):
        opened(container(Document=WORDS, document=WORDS))
