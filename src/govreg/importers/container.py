"""The zip container of an Office file: checked as a whole before anything in it is used, and inflated within limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise

from govreg.errors import GovregError
from govreg.importers.source import Source

MOST_PARTS = 4_000
"""How many files a container may hold. A report with a thousand pictures has about 1,100."""
LARGEST_TOTAL = 400 * 1024**2
"""The most bytes that all of them may have, inflated. Each is read in pieces, so what counts is the time: two seconds at most."""
STEEPEST = 200
"""How many times smaller compression may have made a part of more than SMALL bytes: XML of Office becomes 10 to 80 times smaller,
zeros 1,030 times."""
SMALL = 8 * 1024 * 1024
"""Parts up to this many bytes are harmless, however well they were compressed."""
LARGEST_WHOLE = 24 * 1024 * 1024
"""The most bytes of a part that is taken as one piece."""
PIECE = 1024 * 1024
"""How many bytes are inflated at a time."""

_LOCAL_HEADER = 30
_ENTRY = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_ENCRYPTED = 0x1
_SIZES_FOLLOW = 0x8
_IN_UTF8 = 0x800
_IN_EXTRA = 0xFFFFFFFF
"""The size that says: look in the extra field, as zip64 has it."""
SUSPECT = "Word and Excel write no such file. Ask whoever sent it for another copy."
"""What to do with a file that was made to do harm, or by a program that was broken."""
_DAMAGED = "Open it in Word or Excel, save it again under a new name, and import that."


class Container:
    """The parts of an Office file by name. Making one checks the container; raises GovregError if it is damaged or hostile.

    Names are in lower case and have `/` between folders: Office ignores case, and some programs write a backslash.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        if source.content.count(_ENTRY) > MOST_PARTS:  # whatever its directory claims
            raise source.refused(f"holds more than {MOST_PARTS:,} parts, which no document does", SUSPECT)
        try:
            with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ValueError, OverflowError, EOFError, OSError):
            raise source.refused("is damaged or incomplete", "Copy or download it again, or save it again.") from None
        self._parts = {_name(entry): entry for entry in entries if not entry.is_dir()}
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise source.refused("is protected by a password", "Take the password off, save it, and import it again.")
        if problem := _problem(entries, source.content):
            raise source.refused(problem, SUSPECT)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the container's order."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """The part `name`, inflated. Raises GovregError if there is none, if it is damaged or too large."""
        if name not in self._parts:
            raise self._source.refused(f"lacks a part that it needs ({name})", _DAMAGED)
        if self._parts[name].file_size > LARGEST_WHOLE:
            raise self._source.refused(f"has a part of more than {LARGEST_WHOLE // 1024**2} MB ({name})", "Split it, and import the parts.")
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The part `name`, inflated piece by piece, and checked at the end: its size and checksum are those of the directory."""
        entry = self._parts[name]
        start = entry.header_offset + _LOCAL_HEADER
        header = self._source.content[entry.header_offset : start]
        start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        packed = memoryview(self._source.content)[start : start + entry.compress_size]
        size = checksum = 0
        try:
            for piece in _inflated(packed) if entry.compress_type == zipfile.ZIP_DEFLATED else _cut(packed):
                size += len(piece)
                if size > entry.file_size:
                    raise self._damaged(name)
                checksum = zlib.crc32(piece, checksum)
                yield piece
        except zlib.error:
            raise self._damaged(name) from None
        if size != entry.file_size or checksum != entry.CRC:
            raise self._damaged(name)

    def _damaged(self, name: str) -> GovregError:
        return self._source.refused(f"is damaged: its part {name} is not what its directory says", _DAMAGED)


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = packed
    while not inflate.eof:
        piece = inflate.decompress(waiting, PIECE)
        waiting = inflate.unconsumed_tail
        if not piece and not waiting and not inflate.eof:
            raise zlib.error
        yield piece
    if inflate.unused_data or waiting:
        raise zlib.error


def _cut(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), PIECE):
        yield bytes(packed[start : start + PIECE])


def _problem(entries: list[zipfile.ZipInfo], content: bytes) -> str:
    """Why the container is refused; empty if it is sound."""
    if any(_climbs(_name(entry)) for entry in entries):
        return "holds a part whose name leads out of the file"
    if len({_name(entry) for entry in entries}) < len(entries):
        return "holds two parts of one name"
    if any(entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entry in entries):
        return "is compressed in a way that Office doesn't use"
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        return f"would take more than {LARGEST_TOTAL // 1024**2} MB when inflated"
    if any(entry.file_size > max(SMALL, STEEPEST * entry.compress_size) for entry in entries):
        return f"looks like a zip bomb: one of its parts would become more than {STEEPEST} times larger"
    if _overlap(entries, len(content)):
        return "holds parts that overlap"
    if any(_contradicts(entry, content) for entry in entries):
        return "is damaged: its parts are not what its directory says"
    return ""


def _climbs(name: str) -> bool:
    return not name or name[0] == "/" or ":" in name or "\0" in name or ".." in name.split("/")


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.orig_filename.replace("\\", "/").lower()


def _contradicts(entry: zipfile.ZipInfo, content: bytes) -> bool:
    """Whether the header of a part has another name or size than the directory: two readers would see two files."""
    header = content[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if header[:4] != _LOCAL or len(header) < _LOCAL_HEADER:
        return True
    name = content[entry.header_offset + _LOCAL_HEADER : entry.header_offset + _LOCAL_HEADER + int.from_bytes(header[26:28], "little")]
    encoding = "utf-8" if entry.flag_bits & _IN_UTF8 else "cp437"
    if name != entry.orig_filename.encode(encoding, "replace"):
        return True
    sizes = int.from_bytes(header[18:22], "little"), int.from_bytes(header[22:26], "little")
    follows = bool(entry.flag_bits & _SIZES_FOLLOW) or _IN_EXTRA in sizes
    return not follows and sizes != (entry.compress_size, entry.file_size)


def _overlap(entries: list[zipfile.ZipInfo], size: int) -> bool:
    """Whether two parts share bytes, or one is outside the file."""
    spans = sorted((entry.header_offset, entry.header_offset + _LOCAL_HEADER + entry.compress_size) for entry in entries)
    return any(start < 0 or end > size for start, end in spans) or any(one[1] > two[0] for one, two in pairwise(spans))
