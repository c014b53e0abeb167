"""Findings reach CI complete: no text ends an annotation, an attribute or a fingerprint early."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from govreg.render.formats import BY_NAME
from govreg.render.github_text import LARGEST_SUMMARY, MOST, step_summary
from govreg.render.target import Target
from govreg.report import FindingBlock, Paragraph, Report
from hostile_texts import HOSTILE


def a_finding(
    message: str = "It is wrong.", *, row: int | None = 3, severity: str = "error", file: str = "register/meetings/a.yaml"
) -> FindingBlock:
    """A finding."""
    assert severity in ("error", "warning")
    return FindingBlock(file, row, 5 if row else None, severity, "GR201", "An id names no organisation.", message, "Write another.")  # type: ignore[arg-type]


def rendered(name: str, report: Report) -> str:
    """The report in the format of that name."""
    content = BY_NAME[name].render(report, Target())
    assert isinstance(content, str)
    return content


def a_report(*findings: FindingBlock) -> Report:
    """A report of findings."""
    return Report((*findings, Paragraph("So many errors.")), data=dict)


def test_an_annotation_is_at_its_line_and_says_what_to_write() -> None:
    first = rendered("github", a_report(a_finding())).splitlines()[0]

    assert first == (
        "::error file=register/meetings/a.yaml,line=3,col=5,title=GR201%3A An id names no organisation.::It is wrong. Write another."
    )


def test_errors_come_first_and_what_is_over_ten_of_a_kind_is_counted() -> None:
    findings = [*(a_finding(severity="warning") for _ in range(12)), *(a_finding() for _ in range(11))]

    lines = rendered("github", a_report(*findings)).splitlines()

    assert [line.split(" ")[0] for line in lines[:MOST]] == ["::error"] * MOST
    assert lines[MOST] == "… and 1 more error: see the step's summary."
    assert sum(line.startswith("::warning") for line in lines) == MOST
    assert lines[-2] == "… and 2 more warnings: see the step's summary."


@pytest.mark.parametrize("text", [*HOSTILE, "100 %\r\n::error::forged", "a,b:c"])
def test_no_text_forges_an_annotation(text: str) -> None:
    lines = rendered("github", a_report(a_finding(text, file=text or "a"))).split("\n")

    assert [line for line in lines if line.startswith("::")] == [lines[0]]
    properties = re.fullmatch(r"::error ([^:]*)::(.*)", lines[0])
    assert properties is not None
    assert [part.split("=")[0] for part in properties.group(1).split(",")] == ["file", "line", "col", "title"]


def test_the_summary_holds_every_finding_or_as_many_as_github_takes() -> None:
    few = step_summary(a_report(a_finding(), a_finding("Doubtful.", severity="warning")))
    many = step_summary(a_report(*(a_finding("x" * 500) for _ in range(2_000))))

    assert few.count("register/meetings/a.yaml") == 2
    assert len(many.encode()) <= LARGEST_SUMMARY
    left_out = re.search(r"([\d,]+) more are not in this table: “govreg validate --format csv” lists all", many)
    assert left_out is not None
    assert int(left_out[1].replace(",", "")) == 2_000 - many.count("register/meetings/a.yaml")


def test_sarif_names_each_rule_once_and_each_finding_with_its_place() -> None:
    run = json.loads(rendered("sarif", a_report(a_finding(), a_finding("Other."), a_finding(row=None, file="register/meetings/ü b.yaml"))))[
        "runs"
    ][0]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["GR201"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0] == {"artifactLocation": {"uri": "register/meetings/a.yaml"}, "region": {"startLine": 3, "startColumn": 5}}
    assert places[2] == {"artifactLocation": {"uri": "register/meetings/%C3%BC%20b.yaml"}}


def test_a_fingerprint_stays_when_a_line_moves_and_tells_equal_findings_apart() -> None:
    def fingerprints(*findings: FindingBlock) -> list[str]:
        results = json.loads(rendered("sarif", a_report(*findings)))["runs"][0]["results"]
        return [result["partialFingerprints"]["govregFinding/v1"] for result in results]

    assert fingerprints(a_finding(row=3)) == fingerprints(a_finding(row=30))
    assert len(set(fingerprints(a_finding(row=3), a_finding(row=30), a_finding("Other.")))) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_is_xml_whatever_is_in_it(text: str) -> None:
    suites = ET.fromstring(rendered("junit", a_report(a_finding(text), a_finding(severity="warning"))))  # noqa: S314 - our own

    assert (suites.get("tests"), suites.get("failures"), suites.get("skipped")) == ("2", "1", "1")
    failure = suites.find(".//failure")
    assert failure is not None
    assert failure.get("message") == text


def test_junit_fails_for_an_error_and_skips_for_a_warning() -> None:
    suites = ET.fromstring(rendered("junit", a_report(a_finding(), a_finding(severity="warning"))))  # noqa: S314 - our own

    assert [[part.tag for part in case] for case in suites.iter("testcase")] == [["failure"], ["skipped"]]
    for counted in (suites, *suites.iter("testsuite")):
        assert {name: counted.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
            "tests": "2",
            "failures": "1",
            "errors": "0",
            "skipped": "1",
        }
    warnings = ET.fromstring(rendered("junit", a_report(a_finding(severity="warning"))))  # noqa: S314 - our own
    assert (warnings.get("failures"), warnings.find(".//failure")) == ("0", None)


def test_junit_of_nothing_wrong_is_a_test_that_passed() -> None:
    assert '<testcase classname="register" name="Nothing wrong" />' in rendered("junit", a_report())
