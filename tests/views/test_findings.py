"""What `validate` found: people are shown the first of those for one reason and are told how many, of what; machines get all of them."""

from dataclasses import replace

import pytest

from building import a_meeting, a_register
from govreg.diagnostics.finding import Finding, Related, Severity
from govreg.report import FindingBlock, Paragraph
from govreg.views.findings import FindingsResult, findings, place_name

MANY = 1_000


def test_a_line_is_looked_up_for_what_people_see() -> None:
    asked: list[tuple[str, int]] = []

    def line_of(file: str, number: int) -> str:
        asked.append((file, number))
        return "lead: x"

    rows = range(1, MANY + 1)
    found = tuple(Finding("GR201", Severity.ERROR, "a.yaml", row, 7, f"“x-{row}” is not an organisation.", "Add it.") for row in rows)
    report = findings(FindingsResult(found, (), "register/", {}), a_register(), "2026-11-21", line_of)
    data = report.data()

    assert (data["errors"], len(data["findings"]), asked) == (MANY, MANY, [])
    block = report.blocks[0]
    assert isinstance(block, FindingBlock)
    assert (block.place, block.line, asked) == ("register/a.yaml:1:7", "lead: x", [("a.yaml", 1)])
    assert block.repeated.startswith(
        "999 more for the same reason: register/a.yaml:2:7, register/a.yaml:3:7, register/a.yaml:4:7 and 996 more."
    )
    assert [one.place for one in report.findings] == [f"register/a.yaml:{row}:7" for row in rows]
    assert len(asked) == 1


REGISTER = a_register(a_meeting("a", lead="not-stated", purpose="Talk"), a_meeting("b", visibility="internal"), name="Register")
WRONG = Finding("GR201", Severity.ERROR, "meetings/a.yaml", 3, 7, "“x” is not an organisation.", "Add it.")
DOUBTFUL = Finding(
    "GR301", Severity.WARNING, "register.yaml", None, None, "It is old.", "Look.", (Related("meetings/b.yaml", 2, 1, "here"),)
)


@pytest.mark.parametrize(
    ("found", "files", "base", "says"),
    [
        ((), (), None, "No problems in 2 meetings."),
        ((), (), "main", "No new problems in 2 meetings, compared with main."),
        ((), ("meetings/a.yaml",), None, "No problems in, or because of, my/meetings/a.yaml."),
        ((DOUBTFUL,), (), None, "0 errors and 1 warning in 2 meetings. “govreg explain GR301” explains that code."),
        (
            (DOUBTFUL, WRONG),
            (),
            "main",
            "1 new error and 1 new warning in 2 meetings, compared with main. “govreg explain GR201” explains that code.",
        ),
    ],
)
def test_the_sum_says_where_was_looked_and_since_when(found: tuple[Finding, ...], files: tuple[str, ...], base: str, says: str) -> None:
    report = findings(FindingsResult(found, files, "my/", {}, base), REGISTER, "2026-11-21", lambda _file, _line: None)

    assert report.blocks[-1] == Paragraph(says)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (("meetings/x.yaml",), "1 error and 0 warnings in 2 meetings and in 1 file that is left out."),
        (("meetings/x.yaml", "meetings/y.yaml"), "1 error and 0 warnings in 2 meetings and in 2 files that are left out."),
    ],
)
def test_the_sum_counts_the_files_that_could_not_be_read(files: tuple[str, ...], says: str) -> None:
    register = replace(REGISTER, unread=files)
    report = findings(FindingsResult((WRONG,), (), "my/", {}, None), register, "2026-11-21", lambda _file, _line: None)

    assert report.blocks[-1] == Paragraph(f"{says} “govreg explain GR201” explains that code.")


@pytest.mark.parametrize(
    ("files", "base", "gaps"),
    [
        ((), None, ["Gaps: of 2 meetings that have not ended, "]),
        (("meetings/a.yaml",), None, ["Gaps: no stated lead, "]),
        (("register.yaml",), None, []),
        ((), "main", []),
    ],
)
def test_the_foot_names_the_gaps_of_what_was_asked_for_but_not_as_new(files: tuple[str, ...], base: str | None, gaps: list[str]) -> None:
    *foot, last = findings(FindingsResult((), files, "", {}, base), REGISTER, "2026-11-21", lambda _file, _line: None).foot

    assert last == "Register, as at 21 November 2026."
    assert [line.startswith(start) for line, start in zip(foot, gaps, strict=True)] == [True] * len(gaps)


def test_a_finding_has_its_place_for_people_machines_and_spreadsheets() -> None:
    report = findings(
        FindingsResult((WRONG, DOUBTFUL), (), "my/", {"GR201": "Unknown"}), REGISTER, "2026-11-21", lambda _file, _line: "lead: x"
    )

    assert report.data() == {
        "errors": 1,
        "warnings": 1,
        "findings": [
            {
                "code": "GR201",
                "severity": "error",
                "file": "meetings/a.yaml",
                "line": 3,
                "column": 7,
                "message": "“x” is not an organisation.",
                "hint": "Add it.",
                "fixable": False,
                "related": [],
            },
            {
                "code": "GR301",
                "severity": "warning",
                "file": "register.yaml",
                "line": None,
                "column": None,
                "message": "It is old.",
                "hint": "Look.",
                "fixable": False,
                "related": [{"file": "meetings/b.yaml", "line": 2, "column": 1, "says": "here"}],
            },
        ],
    }
    assert report.table is not None
    assert dict(zip([column.title for column in report.table.columns], report.table.rows[0], strict=True)) == {
        "severity": "error",
        "code": "GR201",
        "file": "meetings/a.yaml",
        "line": 3,
        "column": 7,
        "message": "“x” is not an organisation.",
        "hint": "Add it.",
    }
    assert [(one.title, one.line, one.also) for one in report.findings] == [
        ("Unknown", "lead: x", ()),
        ("", None, ("my/meetings/b.yaml:2:1: here",)),
    ]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("meetings/a.yaml", "A"),
        ("meetings/b.yaml", "B (internal)"),
        ("minutes/a/2018-04-04.yaml", "A, minutes"),
        ("meetings/gone.yaml", "meetings/gone.yaml"),
        ("register.yaml", "register.yaml"),
    ],
)
def test_a_finding_is_in_the_meeting_whose_file_it_is(file: str, name: str) -> None:
    assert place_name(REGISTER, Finding("GR201", Severity.ERROR, file, 1, 1, "Wrong.", "Mend it.")) == name
