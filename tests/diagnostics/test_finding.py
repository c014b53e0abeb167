"""The findings that a change adds are new, and those that were there before are not."""

from govreg.diagnostics.finding import Finding, Severity, new_findings


def a_finding(message: str = "It is wrong.", *, file: str = "meetings/a.yaml", line: int = 1) -> Finding:
    return Finding("GR201", Severity.ERROR, file, line, 1, message, "Write another.")


def test_a_finding_that_only_moved_is_not_new() -> None:
    assert new_findings([a_finding(line=9)], [a_finding(line=2)]) == ()


def test_the_second_of_two_similar_meetings_is_new() -> None:
    assert new_findings([a_finding(line=2), a_finding(line=9)], [a_finding(line=2)]) == (a_finding(line=9),)


def test_only_a_renamed_file_keeps_its_old_findings() -> None:
    old = [a_finding(file="meetings/old.yaml")]
    new = a_finding(file="meetings/new.yaml")

    assert new_findings([new], old) == ()
    assert new_findings([new, a_finding("Still.", file="meetings/old.yaml")], [*old, a_finding("Still.", file="meetings/old.yaml")]) == (
        new,
    )
