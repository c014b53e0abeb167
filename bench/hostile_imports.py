"""Imports hostile files, each in a process of its own, and prints the time, the memory and the message of each.

    python bench/hostile_imports.py [FILE …]

Without files: those of tests/office/hostile_files.py, and larger ones that are too slow for the tests. A file that takes more than
5 seconds of the processor or 300 MB is marked, and one that ends the process; then the exit status is 1.
"""

import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from office.hostile_files import HOSTILE, excel_parts, pack, paragraph, word_parts

SECONDS = 5.0
MEGABYTES = 300.0
_CHILD = """
import re, sys, time
from govreg.errors import GovregError
from govreg.importers.reader import read_document
start = time.process_time()
try:
    read_document(sys.argv[1])
    message = "read"
except GovregError as error:
    message = f"{error.message} {error.hint}"
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(time.process_time() - start, peak, message, sep="\\t")
"""


def larger(folder: Path) -> Iterator[Path]:
    """Write larger files of the same kinds into `folder`."""
    yield _zeros(folder / "bomb-600-mb.docx", 600)
    yield _zeros(folder / "bomb-4-gb.xlsx", 4_000)
    pack(
        folder / "cells-style-only.xlsx", excel_parts("".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(1, 1_000_000)))
    )
    yield folder / "cells-style-only.xlsx"
    pack(folder / "cells-600000.xlsx", excel_parts("".join(f'<row r="{row}">{_numbers(row)}</row>' for row in range(1, 60_001))))
    yield folder / "cells-600000.xlsx"
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 60_000))
    pack(folder / "merges-60000.xlsx", excel_parts("", after=f"<mergeCells>{merges}</mergeCells>"))
    yield folder / "merges-60000.xlsx"
    strings = "".join(f"<si><t>{number} {zlib.crc32(str(number).encode())}</t></si>" for number in range(1_200_000))
    pack(folder / "texts-1200000.xlsx", excel_parts("", strings=strings))
    yield folder / "texts-1200000.xlsx"
    pack(folder / "paragraphs-99000.docx", word_parts("".join(paragraph(f"x{number}") for number in range(99_000))))
    yield folder / "paragraphs-99000.docx"
    attributes = "".join(f'<w:p w:rsidR="{number:08X}" w:rsidP="{number:08X}" w:rsidRDefault="00000000"/>' for number in range(220_000))
    pack(folder / "attributes.docx", word_parts(attributes))
    yield folder / "attributes.docx"
    (folder / "cells-500000.csv").write_text("a,b\n" * 249_000, encoding="utf-8")
    yield folder / "cells-500000.csv"
    (folder / "lines-250000.txt").write_text("Lead: PCC\n" * 250_000, encoding="utf-8")
    yield folder / "lines-250000.txt"


def _numbers(row: int) -> str:
    return "".join(f'<c r="{letter}{row}"><v>{row}.5</v></c>' for letter in "ABCDEFGHIJ")


def _zeros(path: Path, megabytes: int) -> Path:
    """A document whose main part is that many megabytes of spaces."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container,
        container.open("[Content_Types].xml", "w", force_zip64=True) as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 1_000_000)
    return path


def hostile(folder: Path) -> Iterator[Path]:
    """Write the hostile files of the tests, and larger ones, into `folder`."""
    for name, (write, _) in HOSTILE.items():
        write(folder / name)
        yield folder / name
    yield from larger(folder)


def main() -> None:
    """Import each file, and print a line for it."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for file in map(Path, sys.argv[1:]) if sys.argv[1:] else hostile(Path(folder)):
            done = subprocess.run([sys.executable, "-c", _CHILD, str(file)], capture_output=True, text=True, check=False, timeout=120)
            lines = done.stdout.splitlines()
            if len(lines) != 1:
                print(f"{file.name:28} {'':16} !!! {done.stderr[-200:]}")
                failed = True
                continue
            seconds, megabytes, message = lines[0].split("\t")
            slow = float(seconds) > SECONDS or float(megabytes) > MEGABYTES
            failed |= slow
            cost = f"{float(seconds):5.2f} s {float(megabytes):5.0f} MB"
            print(f"{file.name:28} {cost} {'!!! ' * slow}{message.replace(f'{file.parent}/', '')[:150]}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
