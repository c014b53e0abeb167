"""Writes the office files that `import` is scored on, with the right answers, into a folder.

    python bench/office_corpus.py FOLDER

writes the files of tests/office, and `truth.json`: of each file its meetings, with the words of the file for each field. Where LibreOffice
is installed, each is also there as LibreOffice saves it: Word through OpenDocument and back, workbooks opened and saved again.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from office.excel_files import SHEETS
from office.word_files import WORD

_THROUGH = {".docx": ("odt", "docx"), ".xlsx": ("ods", "xlsx")}
"""The formats that LibreOffice saves a file in, one after the other."""


def write_corpus(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Write the files into `folder`. Returns the meetings of each, by the file's name."""
    folder.mkdir(parents=True, exist_ok=True)
    return {name: [meeting.by_field() for meeting in write(folder / name)] for name, write in {**WORD, **SHEETS}.items()}


def resave(folder: Path, truth: dict[str, list[dict[str, str]]], soffice: str) -> dict[str, list[dict[str, str]]]:
    """Have LibreOffice save the files of `folder` again, as `NAME.libreoffice.docx` and the like. Returns the meetings by the new names."""
    saved: dict[str, list[dict[str, str]]] = {}
    for ending, formats in _THROUGH.items():
        names = [name for name in truth if name.endswith(ending)]
        files = [folder / name for name in names]
        with tempfile.TemporaryDirectory() as work:
            for number, format_ in enumerate(formats):
                made = Path(work, str(number))
                _convert(soffice, files, format_, made, Path(work, "profile"))
                files = [made / f"{file.stem}.{format_}" for file in files]
            for name, file in zip(names, files, strict=True):
                target = f"{Path(name).stem}.libreoffice{ending}"
                shutil.copy(file, folder / target)
                saved[target] = truth[name]
    return saved


def _convert(soffice: str, files: list[Path], format_: str, to: Path, profile: Path) -> None:
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", format_, "--outdir", str(to)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)


def main() -> None:
    """Write the corpus into the folder that the command line names."""
    folder = Path(sys.argv[1])
    truth = write_corpus(folder)
    if (soffice := shutil.which("soffice")) is not None:
        truth |= resave(folder, truth, soffice)
    (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(truth)} files, {sum(map(len, truth.values()))} meetings: {folder / 'truth.json'}")


if __name__ == "__main__":
    main()
