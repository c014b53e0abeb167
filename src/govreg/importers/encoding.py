"""The characters of a file that says nothing of its encoding: UTF-8, UTF-16 or Windows-1252, decided by its bytes."""

import codecs
import re
from dataclasses import dataclass

from govreg.importers.source import Source

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_SAMPLE = 4096
LARGEST_TEXT = 16 * 1024 * 1024
"""The most bytes of a text file: a thousand pages have 3 million."""


@dataclass(frozen=True)
class DecodedText:
    """The text of a file, and what the person should know of how it was read."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(source: Source) -> DecodedText:
    """The text of `source`. Raises GovregError if it is no text, or if its encoding can't be told."""
    content = source.content
    if len(content) > LARGEST_TEXT:
        raise source.refused(f"is larger than {LARGEST_TEXT // 1024**2} MB", "Split it, and import the parts.")
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None) or _utf16(content)
    remarks: tuple[str, ...] = ()
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as problem:
        if encoding is not None or sum(1 for _ in _MULTIBYTE.finditer(content)) > _invalid(content):
            line = content.count(b"\n", 0, problem.start) + 1
            raise source.refused(f"is damaged: line {line:,} is not valid text", "Copy or save it again, as UTF-8.") from None
        text = content.decode("cp1252", "replace")
        if "\N{REPLACEMENT CHARACTER}" in text:
            raise source.refused("is not text in UTF-8, UTF-16 or Windows-1252", "Save it again as UTF-8.") from None
        remarks = ("It is not UTF-8, and was read as Windows-1252. Check accents, dashes and curly quotes.",)
    if _BINARY.search(text):
        raise source.refused("is not text", "Save it as text, as CSV, or as .docx or .xlsx.")
    return DecodedText(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), remarks)


def _utf16(content: bytes) -> str | None:
    """The form of UTF-16 that `content`, which has no mark, is in: every other byte of its first letters is zero."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:  # noqa: PLR2004 - two characters at least
        return None
    even, odd = sample[::2], sample[1::2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > len(zeros) // 2 and b"\0" not in others:
            return encoding
    return None


def _invalid(content: bytes) -> int:
    """How many places of `content` are not valid UTF-8."""
    return content.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
