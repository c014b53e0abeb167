"""Which rules run, how many problems of each are kept, and where they are placed."""

from itertools import groupby

from building import TODAY, a_meeting, a_register, a_sitting
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import Location, Position
from govreg.model.settings import Settings
from govreg.rules.context import RuleContext
from govreg.rules.rule import worded
from govreg.rules.run import limit_problems, problems, problems_of_drafts, run


def test_each_file_is_parsed_once_for_all_its_locations() -> None:
    ids = [f"m-{number}" for number in range(30)]
    register = a_register(*(a_meeting(one, supersedes=[other for other in ids if other > one]) for one in ids))
    files: list[str] = []

    def locate(place: Location) -> Position:
        files.append(place.file)
        return Position(1, 1)

    found = run(RuleContext(register, TODAY), locate)

    assert any(one.related and one.related[0].file != one.file for one in found)
    assert len([file for file, _ in groupby(files)]) == len(set(files))


def test_a_hundred_problems_of_a_rule_are_kept_of_each_file() -> None:
    def a_problem(number: int, file: str | None = "a.yaml", code: str = "GR201", severity: Severity = Severity.ERROR) -> Problem:
        place = Location(file, (number,)) if file else Position(1, 1)
        return Problem(place, str(number), "", code=code, severity=severity)

    many = [a_problem(number) for number in range(102)]
    others = [
        a_problem(0, "b.yaml"),
        a_problem(0, code="GR301", severity=Severity.WARNING),
        *(a_problem(number, None) for number in range(101)),
    ]
    limited = limit_problems([*many, *others])

    assert limited.kept == (*many[:100], *others[:-1])
    assert limited.more == {("a.yaml", Severity.ERROR): 2, ("", Severity.ERROR): 1}
    assert limit_problems(many[:100]).more == {}


def test_only_a_rule_of_good_governance_is_switched_off() -> None:
    settings = Settings.model_validate({"findings_off": {"GR301": "We know", "GR201": "We know"}})
    register = a_register(a_meeting(lead="unclear", support=["gone"]), settings=settings)

    assert [one.code for one in problems(RuleContext(register, TODAY))] == ["GR201", "GR216"]


def test_of_drafts_the_references_are_checked_and_no_gaps() -> None:
    register = a_register(a_meeting(title="TBC", lead="gone", chair={}))
    drafts = {"estates-board": a_meeting("estates-board", title="TBC", lead="gone", chair={}, reports_to=["finance-board"])}
    minutes = {"budget-committee/2018-04-04": a_sitting(actions=[{"owner": "lost"}])}
    old = {"budget-committee/2018-03-04": a_sitting("budget-committee/2018-03-04", apologies=["lost"])}

    found = [*worded(problems_of_drafts(RuleContext(register, TODAY, old), drafts, minutes))]

    assert [(one.code, one.place.file if isinstance(one.place, Location) else "") for one in found] == [
        ("GR201", "meetings/estates-board.yaml"),
        ("GR201", "minutes/budget-committee/2018-04-04.yaml"),
        ("GR202", "meetings/estates-board.yaml"),
        ("GR206", "meetings/estates-board.yaml"),
    ]
