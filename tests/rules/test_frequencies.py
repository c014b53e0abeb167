"""Hints about frequencies work: the mapping that keeps the source's words is read, and resolves the finding."""

import json
from pathlib import Path
from typing import Any

import pytest

from building import TODAY, a_meeting, a_register, found_at, problems, read_files
from govreg.rules.context import RuleContext
from govreg.rules.frequencies import frequency_ambiguous, frequency_mismatch, frequency_misspelt, frequency_unknown
from govreg.rules.run import run

WORDINGS = [
    line.split(" | ")[0]
    for line in (Path(__file__).parent.parent / "analysis" / "wordings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def findings_on(*frequencies: str) -> list[list[tuple[str, str]]]:
    """For each of `frequencies`, the code and hint of each finding on a meeting with it."""
    texts = [f"title: Board {number}\nlead: opcc\nfrequency: {frequency}\n" for number, frequency in enumerate(frequencies)]
    reading = read_files({f"meetings/board-{number}.yaml": text for number, text in enumerate(texts)})
    found = (*reading.findings, *run(RuleContext(reading.register, TODAY), reading.sources.locate))
    return [[(one.code, one.hint) for one in found if one.file == f"meetings/board-{number}.yaml"] for number in range(len(texts))]


def test_the_mapping_in_a_hint_resolves_the_finding() -> None:
    wordings = [*WORDINGS, "Quartely meetings, plus {calls} [bi-monthly]: all"]
    hints = {}
    for wording, findings in zip(wordings, findings_on(*(json.dumps(one, ensure_ascii=False) for one in wordings)), strict=True):
        for code, hint in findings:
            assert code in ("GR311", "GR312", "GR318"), wording
            hints[wording, hint] = (
                hint[hint.index("{") : hint.rindex("}") + 1].replace("…", "4") if "{text" in hint else "{text: x, per_year: 4}"
            )

    assert [wording for wording, findings in zip(hints, findings_on(*hints.values()), strict=True) if findings] == []


def test_a_misspelling_is_reported_with_its_likely_meaning() -> None:
    (((code, hint),),) = findings_on("Quartely")

    assert (code, hint) == ("GR318", "Write “quarterly”; to keep the source's words: {text: Quartely, per_year: 4}.")


@pytest.mark.parametrize(
    ("text", "counts", "disagrees"),
    [
        ("Quarterly", ("3.1", "4", "4.9"), ("3", "5")),
        ("at least five times a year", ("4.5", "5", "12"), ("4",)),
        ("Bi-monthly", ("6", "24"), ("12",)),
        ("TBC", ("1", "12"), ()),
    ],
)
def test_a_count_agrees_with_its_wording_by_less_than_one(text: str, counts: tuple[str, ...], disagrees: tuple[str, ...]) -> None:
    def found(count: str) -> list[str]:
        return found_at(frequency_mismatch, a_register(a_meeting("a"), a_meeting(frequency={"text": text, "per_year": count})))

    assert [count for count in counts if found(count)] == []
    for count in disagrees:
        assert [one.split(" means ")[0] for one in found(count)] == [f"budget-committee frequency.per_year: “{text}”"]
        assert found(count)[0].endswith(f", but `per_year` is {count}.")


def test_a_count_that_disagrees_is_shown_with_all_its_digits() -> None:
    register = a_register(a_meeting(frequency={"text": "Every six weeks", "per_year": "2016.5"}))

    assert found_at(frequency_mismatch, register)[0].endswith("“Every six weeks” means 8.67 a year, but `per_year` is 2016.5.")


def test_the_count_of_an_area_agrees_with_the_wording_exactly() -> None:
    def found(count: str) -> list[str]:
        frequency = {"text": "Quarterly (except South Glos - three times a year)", "exceptions": {"bristol": "5", "south-glos": count}}
        areas = {"bristol": {}, "south-glos": {"name": "South Glos"}}
        return found_at(frequency_mismatch, a_register(a_meeting(frequency=frequency, instances="per-area"), areas=areas))

    assert found("3") == []
    assert found("4") == [
        (
            "budget-committee frequency.exceptions.south-glos: "
            "“Quarterly (except South Glos - three times a year)” means 3 a year for “south-glos”, but `exceptions` has 4."
        )
    ]


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("Quarterly", []),
        ({"per_year": "4"}, []),
        ({"text": "Bi-monthly", "per_year": "6"}, []),
        ({"text": "Quartely", "per_year": "4"}, []),
        ({"text": "Purple", "per_year": "4"}, []),
        ("as required", []),
        ("Purple", ["“Purple” can't be understood as a frequency."]),
        ("Bi-annual", ["“Bi-annual” can mean twice a year (2 a year) or every two years (0.5 a year); it is counted as 2 a year."]),
        ("Quartely", ["“quartely” is read as “quarterly”, 4 a year."]),
        ("Quartely meetings", ["“quartely” in “Quartely meetings” is read as “quarterly”, 4 a year."]),
    ],
)
def test_a_wording_is_reported_at_its_text_unless_it_is_clear_or_has_a_count(frequency: Any, expected: list[str]) -> None:
    register = a_register(a_meeting("a"), a_meeting("b", frequency={"per_year": "1"}), a_meeting(frequency=frequency))

    found = [one for check in (frequency_ambiguous, frequency_unknown, frequency_misspelt) for one in found_at(check, register)]

    assert found == [f"budget-committee frequency.text: {one}" for one in expected]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Purple", "Purple"),
        ("Purple: red", '"Purple: red"'),
        ("- purple", '"- purple"'),
        ("a - b", "a - b"),
        ("Purple, red", '"Purple, red"'),
    ],
)
def test_a_hint_quotes_a_wording_that_yaml_would_read_otherwise(text: str, written: str) -> None:
    (found,) = problems(frequency_unknown, a_register(a_meeting(frequency=text)))

    assert found.hint.endswith(f"or keep the words: {{text: {written}, per_year: …}}.")


def test_a_long_wording_is_cut_in_a_message() -> None:
    def message(length: int) -> str:
        return problems(frequency_unknown, a_register(a_meeting(frequency="p" * length)))[0].message

    assert message(300) == f"“{'p' * 300}” can't be understood as a frequency."
    assert "…" in message(301)
