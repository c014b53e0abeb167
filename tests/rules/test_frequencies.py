"""Hints about frequencies work: the mapping that keeps the source's words is read, and resolves the finding."""

import json
from functools import cache
from pathlib import Path

from building import TODAY, read_meeting
from govreg.rules.context import RuleContext
from govreg.rules.run import run

WORDINGS = [
    line.split(" | ")[0]
    for line in (Path(__file__).parent.parent / "analysis" / "wordings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@cache
def findings_on(frequency: str) -> list[tuple[str, str]]:
    """The code and hint of each finding on a meeting with this `frequency`."""
    reading = read_meeting(f"title: Budget committee\nlead: opcc\nfrequency: {frequency}\n")
    found = run(RuleContext(reading.register, TODAY), reading.sources.locate)
    return [(one.code, one.hint) for one in (*reading.findings, *found)]


def test_the_mapping_in_a_hint_resolves_the_finding() -> None:
    for wording in (*WORDINGS, "Quartely meetings, plus {calls} [bi-monthly]: all"):
        for code, hint in findings_on(json.dumps(wording, ensure_ascii=False)):
            assert code in ("GR311", "GR312", "GR318"), wording
            written = hint[hint.index("{") : hint.rindex("}") + 1].replace("…", "4") if "{text" in hint else "{text: x, per_year: 4}"
            assert not findings_on(written), wording


def test_a_misspelling_is_reported_with_its_likely_meaning() -> None:
    ((code, hint),) = findings_on("Quartely")

    assert (code, hint) == ("GR318", "Write “quarterly”; to keep the source's words: {text: Quartely, per_year: 4}.")
