"""A rule that finds the same in more than ten places is one entry for people, and every one for machines."""

import json

from govreg.diagnostics.finding import Finding, Severity
from govreg.model.register import Register
from govreg.render.github_text import render as github_text
from govreg.render.json_text import json_text
from govreg.render.junit_text import render as junit_text
from govreg.render.markdown_text import render as markdown_text
from govreg.render.target import Target
from govreg.render.text import render
from govreg.views.findings import FindingsResult, findings
from govreg.views.repeats import by_reason


def found(count: int, code: str = "GR316", message: str = "“N{}” names a person.") -> list[Finding]:
    return [
        Finding(code, Severity.WARNING, f"meetings/m{number:02}.yaml", 3, 1, message.format(number), "Write the post.")
        for number in range(count)
    ]


def test_ten_are_shown_one_by_one_and_eleven_together() -> None:
    assert [len(group) for group in by_reason(found(10))] == [1] * 10
    assert [len(group) for group in by_reason(found(11))] == [11]


def test_findings_are_grouped_by_rule_and_wording() -> None:
    mixed = [*found(11), *found(11, message="A person is named, and no post."), *found(3, code="GR301")]

    assert [len(group) for group in by_reason(mixed)] == [11, 11, 1, 1, 1]


def test_people_see_a_count_and_the_first_places_and_machines_see_all() -> None:
    report = findings(FindingsResult(tuple(found(12)), (), "", {}), Register(), "2026-11-21", lambda _file, _line: None)
    places = "meetings/m01.yaml:3:1, meetings/m02.yaml:3:1, meetings/m03.yaml:3:1 and 8 more"

    for text in (render(report, Target()), markdown_text(report, Target())):
        assert text.count("names a person") == 1
        assert "11 more for the same reason: " in text
        assert "0 errors and 12 warnings" in text
    assert places in render(report, Target())
    assert len(json.loads(json_text(report.data()))["findings"]) == 12
    assert len(report.findings) == junit_text(report, Target()).count("<testcase") == 12
    assert github_text(report, Target()).count("::warning") >= 10
