"""Of a file with a great many mistakes, the first are reported; warnings neither hide errors nor become one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from building import ORGANISATIONS
from govreg.diagnostics.finding import MOST_SHOWN, Finding, Problem, Severity
from govreg.model.entry_index import EntryIndex
from govreg.model.fields import Record
from govreg.model.location import Location
from govreg.rules import run as rules
from govreg.rules.catalogue import RULES
from govreg.rules.context import RuleContext
from govreg.rules.rule import Found, RegisterRule, UnwordedProblems
from govreg.rules.run import limit_problems
from govreg.session.check import check_register, findings_for_audience, limit_findings
from govreg.session.load import audience_of, load_register
from govreg.yaml import positions
from govreg.yaml.nodes import Tree, compose


def findings(count: int, severity: Severity, code: str) -> list[Finding]:
    return [Finding(code, severity, "meetings/a.yaml", line, 1, "wrong", "mend it") for line in range(1, count + 1)]


def test_warnings_never_displace_errors() -> None:
    many = [
        *findings(MOST_SHOWN + 5, Severity.WARNING, "GR019"),
        Finding("GR105", Severity.ERROR, "meetings/a.yaml", 999, 1, "wrong", "mend it"),
    ]

    limited = limit_findings(many)

    assert [one.code for one in limited if one.severity is Severity.ERROR] == ["GR105"]
    assert [one.message for one in limited if one.code == "GR023"] == ["This file has 5 more warnings."]
    assert len(limited) == MOST_SHOWN + 2


def test_errors_over_the_limit_are_counted_in_an_error() -> None:
    limited = limit_findings(findings(MOST_SHOWN + 1, Severity.ERROR, "GR105"))

    assert [(one.severity, one.message) for one in limited if one.code == "GR021"] == [(Severity.ERROR, "This file has 1 more error.")]


def test_findings_of_rules_are_limited_too(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (tmp_path / "meetings" / "a.yaml").write_text(f"title: A\nlead: opcc\nparticipants: [{'nhs,' * 1000}]\n", encoding="utf-8")

    assert len(check_register(load_register(tmp_path)).findings) == MOST_SHOWN + 1


def test_mistakes_beyond_the_limit_are_counted(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    wrong = ", ".join(f"board-{number}" for number in range(MOST_SHOWN + 891))
    (tmp_path / "meetings" / "a.yaml").write_text(f"title: A\nlead: opcc\nsupersedes: [{wrong}]\n", encoding="utf-8")

    found = check_register(load_register(tmp_path)).findings

    assert [one.message for one in found if one.code == "GR021"] == ["This file has 891 more errors."]
    assert sum(one.code == "GR202" for one in found) == MOST_SHOWN


def test_of_ambiguous_texts_no_more_become_findings_than_are_shown(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    items = [f"1.{number}" for number in range(MOST_SHOWN + 7)]
    (tmp_path / "meetings" / "a.yaml").write_text(f"title: A\nlead: opcc\nfocus: [{', '.join(items)}]\n", encoding="utf-8")
    loaded = load_register(tmp_path)
    found = check_register(loaded).findings

    assert len(loaded.result.findings) == MOST_SHOWN
    assert [item for item in items if any(f"“{item}”" in one.message for one in found if one.code == "GR019")] == items[:MOST_SHOWN]
    assert [one.message for one in found if one.code == "GR023"] == ["This file has 7 more warnings."]


def test_no_more_findings_of_a_kind_are_kept_than_shown() -> None:
    place = Location("meetings/a.yaml", ("supersedes",))
    many = (Problem(place, "wrong", "mend it", code="GR202") for _ in range(MOST_SHOWN + 7))

    limited = limit_problems(many)

    assert (len(limited.kept), limited.more) == (MOST_SHOWN, {("meetings/a.yaml", Severity.ERROR): 7})


def test_only_problems_that_are_kept_are_worded() -> None:
    place = Location("meetings/a.yaml", ("supersedes",))
    made: list[int] = []

    def word(number: int) -> Problem:
        made.append(number)
        return Problem(place, "wrong", "mend it")

    found = [
        UnwordedProblems("meetings/a.yaml", numbers, lambda _: place, word, int, "GR202")
        for numbers in (range(30), range(30, MOST_SHOWN + 7), range(500, 505))
    ]
    limited = limit_problems(found)

    assert made == [*range(MOST_SHOWN)]
    assert (limited.kept[0].code, limited.more) == ("GR202", {("meetings/a.yaml", Severity.ERROR): 12})


@pytest.mark.parametrize("field", ["participants", "reports_to", "areas", "themes", "supersedes"])
def test_no_suggestion_is_sought_for_a_reference_that_is_not_shown(field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    wrong = ", ".join(f"unheard-of-{number}" for number in range(MOST_SHOWN + 100))
    (tmp_path / "meetings" / "a.yaml").write_text(f"title: A\nlead: opcc\n{field}: [{wrong}]\n", encoding="utf-8")
    sought: list[str] = []

    def nearest(_: EntryIndex[Record], word: str) -> None:
        sought.append(word)

    monkeypatch.setattr(EntryIndex, "nearest", nearest)
    check_register(load_register(tmp_path))

    assert {*sought} == {f"unheard-of-{number}" for number in range(MOST_SHOWN)}


def test_a_rule_that_found_nothing_is_not_asked_again_for_outsiders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (tmp_path / "meetings" / "a.yaml").write_text("title: A\nlead: opcc\nparticipants: [nobody]\n", encoding="utf-8")
    asked: list[str] = []

    def counted(rule: RegisterRule) -> RegisterRule:
        def function(context: RuleContext) -> Iterator[Found]:
            asked.append(rule.code)
            return rule.function(context)

        return replace(rule, function=function)

    monkeypatch.setattr(rules, "RULES", tuple(map(counted, RULES)))
    found = findings_for_audience(load_register(tmp_path, audience=audience_of("partners", people=False)))

    assert [one.code for one in found] == ["GR201"]
    assert [code for code, times in Counter(asked).items() if times > 1] == ["GR201"]


def test_a_file_is_taken_apart_for_its_lines_once_for_insiders_and_outsiders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    for number in range(100):  # more than are kept
        seats = "[{organisation: opcc, visibility: internal}, nobody]"
        text = f"title: Board {number}\nlead: opcc\nparticipants: {seats}\n"
        (tmp_path / "meetings" / f"m{number}.yaml").write_text(text, encoding="utf-8")
    loaded = load_register(tmp_path, audience=audience_of("partners", people=False))
    taken_apart: list[str] = []

    def counted(text: str) -> Tree:
        taken_apart.append(text)
        return compose(text)

    monkeypatch.setattr(positions, "compose", counted)
    found = findings_for_audience(loaded)

    assert [(one.code, one.line, one.column) for one in found if one.code == "GR201"] == [("GR201", 3, 60)] * 100
    assert max(Counter(taken_apart).values()) == 1


@pytest.mark.parametrize(("errors", "counted", "rest"), [(100, 0, None), (100, 1, 1), (101, 0, 1), (150, 7, 57), (1, 0, None)])
def test_a_hundred_errors_and_a_hundred_warnings_of_a_file_are_shown(errors: int, counted: int, rest: int | None) -> None:
    def found(severity: Severity, number: int, file: str = "a.yaml") -> Finding:
        return Finding("GR201" if severity is Severity.ERROR else "GR301", severity, file, number, 3, "It is wrong.", "Write another.")

    shown = limit_findings(
        [found(severity, number) for severity in Severity for number in range(errors, 0, -1)] + [found(Severity.ERROR, 1, "b.yaml")],
        {("a.yaml", Severity.ERROR): counted, ("a.yaml", Severity.WARNING): counted} if counted else {},
    )

    of_a = [one for one in shown if one.file == "a.yaml"]
    kept = min(errors, 100)
    assert [(one.line, one.code) for one in of_a if one.code in ("GR201", "GR301")] == [
        (number, code) for number in range(1, kept + 1) for code in ("GR201", "GR301")
    ]
    more = [(one.code, one.line, one.column, one.message) for one in of_a if one.code not in ("GR201", "GR301")]
    s = "" if rest == 1 else "s"
    expected = [("GR021", kept, 3, f"This file has {rest} more error{s}."), ("GR023", kept, 3, f"This file has {rest} more warning{s}.")]
    assert more == (expected if rest else [])
    assert [one.file for one in shown[len(of_a) :]] == ["b.yaml"]
