"""Scores `import` on papers whose meetings are known: found, invented, fields right, words lost, new errors.

    python bench/office_corpus.py FOLDER && python bench/imports.py FOLDER

FOLDER has the papers and `truth.json`: the meetings of each file, with the words of the file for each field. A field is right if the plan
has the same words for it, in order. A word of the file is lost if the plan has it in no value, label, note or text not understood.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govreg.analysis.importing.prepare import runs_of, words_of
from govreg.errors import GovregError
from govreg.importers.reader import read_document
from govreg.session.change import change_register
from govreg.session.import_decisions import ImportRequest
from govreg.session.importing import change_of, plan_import
from govreg.session.load import load_register
from govreg.views.import_plan import plan_data


@dataclass
class Score:
    """Counts over papers."""

    meetings: int = 0
    found: int = 0
    invented: int = 0
    fields: int = 0
    right: int = 0
    words: int = 0
    lost: int = 0
    errors: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> None:
    """Print the score of the papers in the folder that the command line names."""
    folder = Path(sys.argv[1])
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    score = Score()
    for name, meetings in truth.items():
        _score(score, folder / name, meetings)
    for line in score.wrong:
        print(line)
    print(
        f"{len(truth)} files; meetings found {score.found} of {score.meetings}, {score.invented} invented; "
        f"fields right {score.right} of {score.fields}; words lost {score.lost} of {score.words}; new errors {score.errors}"
    )


def _score(score: Score, path: Path, meetings: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as work:
        register = Path(work, "register")
        (register / "meetings").mkdir(parents=True)
        (register / "organisations.yaml").write_text("{}\n", encoding="utf-8")
        document = read_document(str(path))
        request = ImportRequest((document,))
        plan = plan_data(plan_import(load_register(register), request))
        try:
            change_register(register, None, lambda loaded: change_of(loaded, request, plan_import(loaded, request)), dry_run=True)
        except GovregError as problem:
            score.errors += 1
            score.wrong.append(f"{path.name}: {problem.message}")
    score.meetings += len(meetings)
    planned = {tuple(words_of(one["title"])): one for one in plan["meetings"]}
    for meeting in meetings:
        got = planned.pop(tuple(words_of(meeting["title"])), None)
        if got is None:
            score.wrong.append(f"{path.name}: not found: {meeting['title']}")
            score.fields += len(meeting) - 1
            continue
        score.found += 1
        _score_fields(score, path.name, meeting, got)
    score.invented += len(planned)
    score.wrong += [f"{path.name}: invented: {one['title']}" for one in planned.values()]
    out = Counter(word for text in _texts(plan) for word in words_of(text))
    for text, place in runs_of(document):
        lost = Counter(words_of(text)) - out
        score.words += len(words_of(text))
        score.lost += lost.total()
        if lost:
            score.wrong.append(f"{path.name}: lost at {place}: {' '.join(lost)}")


def _score_fields(score: Score, name: str, meeting: Mapping[str, str], got: Mapping[str, Any]) -> None:
    for key, text in meeting.items():
        if key == "title":
            continue
        score.fields += 1
        planned = _wordings(got["fields"], key)
        if words_of(text) in [words_of(wording) for wording in planned]:
            score.right += 1
        else:
            score.wrong.append(f"{name}: {meeting['title']}: {key}: “{text}” is {planned}")


def _wordings(fields: Mapping[str, Any], key: str) -> list[str]:
    """The value of a field in a plan, in each wording that a paper may have for it."""
    if key == "group":
        return [*(line.partition(": ")[2] for line in str(fields.get("notes", "")).split("\n")), *_level_wordings(fields.get("level"))]
    if key in ("lead", "participants"):
        return [str(fields.get(f"{key}_as_written", "")), str(fields.get(key)).replace("-", " ")]
    if key == "focus":
        return [" ".join(one["text"] for one in fields.get("focus", ()))]
    if key == "chair":
        chair = fields.get("chair", {})
        return [" ".join(map(str, chair.values())), *map(str, chair.values()), str(chair.get("organisation", "")).replace("-", " ")]
    value = fields.get(key, "")
    return [str(value.get("text", value)) if isinstance(value, dict) else str(value)]


def _level_wordings(level: str | None) -> list[str]:
    return [level, f"{level} meetings"] if level else []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)


if __name__ == "__main__":
    main()
