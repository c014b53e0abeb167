"""A container whose parts are not what its directory says is refused: two programs would read two files in it."""

import io
import random
import re
import zipfile

import pytest

from govreg.errors import GovregError
from govreg.importers.container import Container, _problem
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


def entry(name: str = "a", size: int = 10, packed: int = 10, at: int = 0, method: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    """An entry of a container's directory."""
    made = zipfile.ZipInfo(name)
    made.file_size, made.compress_size, made.header_offset, made.compress_type = size, packed, at, method
    return made


MB = 1024**2


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ([entry("a/../b")], "holds a part whose name leads out of the file"),
        ([entry("")], "holds a part whose name leads out of the file"),
        ([entry("a\\..\\b")], "holds a part whose name leads out of the file"),
        ([entry("a"), entry("A")], "holds two parts of one name"),
        ([entry("a/b"), entry("a\\b")], "holds two parts of one name"),
        ([entry(method=zipfile.ZIP_LZMA)], "is compressed in a way that Office doesn't use"),
        ([entry("a", 400 * MB), entry("b", 1)], "would take more than 400 MB when inflated"),
        ([entry("a", 400 * MB)], "looks like a zip bomb: one of its parts would become more than 200 times larger"),
        ([entry("a", 8 * MB + 1)], "looks like a zip bomb: one of its parts would become more than 200 times larger"),
        ([entry("a", 10 * MB, MB // 20), entry("b", 10 * MB, MB // 20 - 1)],
         "looks like a zip bomb: one of its parts would become more than 200 times larger"),
        ([entry("a", 8 * MB), entry("b", 10 * MB, MB // 20 + 1)], "holds parts that overlap"),
        ([entry("a"), entry("b", at=39)], "holds parts that overlap"),
        ([entry("a", at=-1)], "holds parts that overlap"),
        ([entry("a", packed=171)], "holds parts that overlap"),
        ([entry("a"), entry("b", at=40)], "is damaged: its parts are not what its directory says"),
        ([entry("a..b", packed=170)], "is damaged: its parts are not what its directory says"),
        ([], ""),
    ],
)  # fmt: skip
def test_why_a_container_is_refused(entries: list[zipfile.ZipInfo], problem: str) -> None:
    assert _problem(entries, bytes(200)) == problem


def test_a_part_of_more_than_24_mb_is_not_taken_as_one_piece() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        made.writestr("document", bytes(MB // 4))

    def claiming(size: int) -> Container:
        """The container, with the size of its part as its header and directory give it."""
        return opened(
            raw.getvalue().replace((MB // 4).to_bytes(4, "little") * 2, (MB // 4).to_bytes(4, "little") + size.to_bytes(4, "little"))
        )

    with pytest.raises(GovregError, match=re.escape("is damaged: its part document")):
        claiming(24 * MB).read("document")
    with pytest.raises(GovregError, match=re.escape("has a part of more than 24 MB (document)")):
        claiming(24 * MB + 1).read("document")


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_large_part_is_inflated_a_megabyte_at_a_time(compression: int) -> None:
    raw = io.BytesIO()
    text = random.Random(1).randbytes(MB) + bytes(MB + 5)  # noqa: S311 - any bytes will do
    with zipfile.ZipFile(raw, "w", compression) as made:
        made.writestr("document", text)
    pieces = list(opened(raw.getvalue()).pieces("document"))

    assert (b"".join(pieces), max(map(len, pieces))) == (text, MB)


def test_a_part_is_found_by_its_name_in_any_case_with_any_slash() -> None:
    parts = opened(container(**{"Word\\Document.XML": WORDS}))

    assert (parts.names, parts.read("word/document.xml")) == (("word/document.xml",), WORDS.encode())


@pytest.mark.parametrize(("parts", "refused"), [(4_000, False), (4_001, True)])
def test_a_container_has_at_most_4000_parts(parts: int, *, refused: bool) -> None:
    content = b"PK\x01\x02" * parts

    with pytest.raises(GovregError, match="holds more than 4,000 parts" if refused else "is damaged or incomplete"):
        opened(content)
