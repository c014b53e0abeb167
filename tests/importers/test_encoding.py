"""The encoding of a file that doesn't name it, by its bytes; and what is no text."""

import codecs

import pytest

from govreg.errors import GovregError
from govreg.importers.encoding import LARGEST_TEXT, decode
from govreg.importers.source import Source

CP1252 = ("It is not UTF-8, and was read as Windows-1252. Check accents, dashes and curly quotes.",)


@pytest.mark.parametrize(
    ("content", "text", "remarks"),
    [
        (b"", "", ()),
        (b"ab", "ab", ()),
        ("é".encode(), "é", ()),
        ("\ufeffé".encode(), "é", ()),
        *((codecs.encode("\ufeffé—b", encoding), "é—b", ()) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")),
        *((codecs.encode(text, f"utf-16-{order}"), text, ()) for order in ("le", "be") for text in ("ab", "abc", "abcЖд", "ab—")),
        (b"caf\xe9", "café", CP1252),
        (b"\x93a\x94 \x96 b", "“a” – b", CP1252),
        (b"caf\xc3\xa9 caf\xe9", "cafÃ© café", CP1252),
        (b"a\t\r\n\x0b\x0c\x1bb", "a\t\r\n\x0b\x0c\x1bb", ()),
    ],
)
def test_a_text_is_read_in_the_encoding_that_its_bytes_show(content: bytes, text: str, remarks: tuple[str, ...]) -> None:
    decoded = decode(Source("a.txt", content))

    assert (decoded.text, decoded.remarks) == (text, remarks)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a\0", "is not text"),
        (b"a\0b", "is not text"),
        (b"\0\0\0\0", "is not text"),
        (b"abcd\0efgh", "is not text"),
        ("abЖд".encode("utf-16-le"), "is not text"),
        *((b"ab" + bytes([code]), "is not text") for code in (0x00, 0x01, 0x08, 0x0E, 0x1A, 0x1C, 0x1F)),
        (b"ab\x81", "is not text in UTF-8, UTF-16 or Windows-1252"),
        (b"\xff\xfea", "is damaged: line 1 is not valid text"),
        (b"one\n\xc3\xa9\n\xc3\xa9 \xe9\n", "is damaged: line 3 is not valid text"),
        (b"a\0b\0c", "is damaged: line 1 is not valid text"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(GovregError) as refused:
        decode(Source("a.txt", content))

    assert f"a.txt {why}." in str(refused.value).replace("“", "").replace("”", "")


def test_a_text_file_has_at_most_16_mb() -> None:
    assert len(decode(Source("a.txt", b"a" * LARGEST_TEXT)).text) == 16 * 1024**2
    with pytest.raises(GovregError, match="is larger than 16 MB"):
        decode(Source("a.txt", b"a" * (LARGEST_TEXT + 1)))
