"""Of findings for one reason, the first is shown to people with its line, and the others only counted: machines get all of them."""

from building import a_register
from govreg.diagnostics.finding import Finding, Severity
from govreg.report import FindingBlock
from govreg.views.findings import FindingsResult, findings

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
