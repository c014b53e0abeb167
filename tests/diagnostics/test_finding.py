"""The findings that a change adds are new, and those that were there before are not."""

from govreg.diagnostics.finding import Finding, Fix, Problem, Related, Severity, new_findings, place_problem
from govreg.model.location import Position, in_meeting


def a_finding(message: str = "It is wrong.", *, file: str = "meetings/a.yaml", line: int = 1) -> Finding:
    return Finding("GR201", Severity.ERROR, file, line, 1, message, "Write another.")


def since(now: list[Finding], before: list[Finding]) -> tuple[Finding, ...]:
    """The new findings where no file is renamed."""
    return new_findings(now, before, {"meetings/a.yaml"})


def test_a_finding_that_only_moved_is_not_new() -> None:
    assert since([a_finding(line=9)], [a_finding(line=2)]) == ()


def test_the_second_of_two_similar_meetings_is_new() -> None:
    assert since([a_finding(line=2), a_finding(line=9)], [a_finding(line=2)]) == (a_finding(line=9),)


def test_only_a_renamed_file_keeps_its_old_findings() -> None:
    old = [a_finding(file="meetings/old.yaml")]
    new = a_finding(file="meetings/new.yaml")

    assert new_findings([new], old, {"meetings/new.yaml"}) == ()
    assert new_findings([new], old, {"meetings/new.yaml", "meetings/old.yaml"}) == (new,)  # the old file was corrected


def test_findings_are_sorted_by_file_line_column_code_and_message() -> None:
    place = ("a.yaml", 2, 3, "GR201", "It is wrong.")
    sorted_ = [("a.yaml", None, None, "GR400", "z"), place, ("a.yaml", 2, 3, "GR201", "Later"), ("a.yaml", 2, 3, "GR202", "A")]
    sorted_ += [("a.yaml", 2, 4, "GR101", "A"), ("a.yaml", 10, 1, "GR101", "A"), ("b.yaml", 1, 1, "GR101", "A")]
    findings = [Finding(code, Severity.ERROR, file, line, column, message, "") for file, line, column, code, message in sorted_]

    assert sorted([*findings[3:], *findings[:3]], key=lambda one: one.order) == findings


def test_a_problem_is_placed_in_the_file_of_its_location_or_in_the_given_one() -> None:
    at_location = Problem(
        in_meeting("a", "lead"), "Wrong.", "Write b.", ((in_meeting("b"), "there"), (Position(4, 5), "here")), "b", "GR201"
    )
    at_position = Problem(Position(2, 3), "Wrong.", "Write b.", replacement="b", code="GR008", severity=Severity.WARNING)
    found = place_problem(at_location, "c.yaml", lambda place: Position(7, 8) if place.file.endswith("/a.yaml") else None)

    assert found == Finding(
        "GR201",
        Severity.ERROR,
        "meetings/a.yaml",
        7,
        8,
        "Wrong.",
        "Write b.",
        (Related("meetings/b.yaml", None, None, "there"), Related("c.yaml", 4, 5, "here")),
        Fix(in_meeting("a", "lead"), "b"),
    )
    assert place_problem(at_position, "c.yaml", lambda _: None) == Finding("GR008", Severity.WARNING, "c.yaml", 2, 3, "Wrong.", "Write b.")
    assert place_problem(Problem(None, "Wrong.", ""), "c.yaml", lambda _: None)[2:5] == ("c.yaml", None, None)
    assert place_problem(Problem(in_meeting("a"), "Wrong.", ""), "c.yaml", lambda _: None).fix is None


def test_a_problem_that_is_moved_keeps_its_related_places_unless_it_gets_others() -> None:
    problem = Problem(None, "Wrong.", "Write b.", ((Position(4, 5), "here"),))

    assert problem.at(Position(1, 2)) == Problem(Position(1, 2), "Wrong.", "Write b.", ((Position(4, 5), "here"),))
    assert problem.at(Position(1, 2), (Position(6, 7), "there")).related == ((Position(6, 7), "there"),)
