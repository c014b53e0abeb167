"""The findings that a change adds are told, and those that were there before are not."""

from govreg.diagnostics.finding import Finding, Severity, new_findings


def a_finding(message: str = "It is wrong.", *, file: str = "meetings/a.yaml", line: int = 1) -> Finding:
    return Finding("GR201", Severity.ERROR, file, line, 1, message, "Write another.")


def test_a_finding_that_only_moved_is_not_new() -> None:
    assert new_findings([a_finding(line=9)], [a_finding(line=2)]) == ()


def test_the_second_of_two_alike_is_new_where_there_was_one() -> None:
    assert new_findings([a_finding(line=2), a_finding(line=9)], [a_finding(line=2)]) == (a_finding(line=9),)


def test_a_renamed_file_brings_its_findings_along_and_another_file_does_not() -> None:
    old = [a_finding(file="meetings/old.yaml")]
    new = a_finding(file="meetings/new.yaml")

    assert new_findings([new], old) == ()
    assert new_findings([new, a_finding("Still.", file="meetings/old.yaml")], [*old, a_finding("Still.", file="meetings/old.yaml")]) == (
        new,
    )
