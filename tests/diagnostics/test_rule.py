"""A rule's page is read from its docstring: title, reasons and examples."""

import pytest

from govreg.diagnostics.finding import Problem, Severity
from govreg.diagnostics.rule import RuleDoc, reader_rule, rule_doc
from govreg.diagnostics.schema import blank
from govreg.model.location import Position

PAGE = """A title is wrong.

It matters,
because of this.

And of that.

Wrong:

    meetings/a.yaml
    title: A
      indented: x

    themes.yaml
    meetings/link.yaml -> a.yaml

Right:

    meetings/a.yaml
    title: B
"""


def test_a_page_has_a_title_reasons_and_examples() -> None:
    assert rule_doc(PAGE) == RuleDoc(
        "A title is wrong.",
        ("It matters, because of this.", "And of that."),
        {"meetings/a.yaml": "title: A\n  indented: x\n", "themes.yaml": "", "meetings/link.yaml -> a.yaml": ""},
        {"meetings/a.yaml": "title: B\n"},
    )
    assert rule_doc("A title.") == RuleDoc("A title.")
    assert rule_doc("A title.\n\nWhy.") == RuleDoc("A title.", ("Why.",))


def test_a_rule_signs_what_it_finds_and_only_good_governance_may_be_off() -> None:
    def found(word: str) -> Problem:
        """A word is wrong."""
        return Problem(Position(1, 2), f"“{word}” is wrong.", "Write b.", ((Position(3, 4), "here"),), "b")

    rule = reader_rule("GR301", Severity.WARNING)(found)

    assert rule("a") == Problem(Position(1, 2), "“a” is wrong.", "Write b.", ((Position(3, 4), "here"),), "b", "GR301", Severity.WARNING)
    assert rule.doc.title == "A word is wrong."
    assert rule.may_be_off
    assert not reader_rule("GR201", Severity.ERROR)(found).may_be_off


def test_a_page_is_there_where_python_removes_docstrings(monkeypatch: pytest.MonkeyPatch) -> None:
    page = blank.doc
    monkeypatch.setattr(blank.function, "__doc__", None)

    assert reader_rule("GR109", Severity.ERROR)(blank.function).doc == page
    assert page.title == "A text is empty."
