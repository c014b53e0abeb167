"""Terms of themes, and abbreviations of the glossary."""

import pytest

from building import a_register, found_at, problems, related
from govreg.rules.vocabulary import abbreviation_defines_itself, abbreviation_twice, term_of_two_themes, term_too_short


@pytest.mark.parametrize(("term", "is_too_short"), [("h", True), (" H ", True), ("7", True), ("hq", False), ("-", False)])
def test_a_term_of_one_letter_or_figure_is_too_short(term: str, *, is_too_short: bool) -> None:
    expected = [f"themes housing.terms.1: The term “{term}” is a single character, which matches unrelated texts."]

    assert found_at(term_too_short, a_register(themes={"housing": {"terms": ["homes", term]}})) == expected * is_too_short


def test_a_term_belongs_to_the_theme_that_has_it_first_or_is_called_so() -> None:
    themes = {
        "a": {"name": "Roads", "terms": ["roads", "Streets", "streets", "Homes"]},
        "b": {"name": "Streets"},
        "c": {"name": "Housing", "terms": ["sheds", "HOMES"]},
    }
    found = problems(term_of_two_themes, a_register(themes=themes))

    assert found_at(term_of_two_themes, a_register(themes=themes)) == [
        "themes a.terms.1: The term “Streets” also belongs to “b”.",
        "themes a.terms.2: The term “streets” also belongs to “b”.",
        "themes c.terms.1: The term “HOMES” also belongs to “a”.",
    ]
    assert [related(one) for one in found] == [
        ["themes b.name: listed under “b” here"],
        ["themes b.name: listed under “b” here"],
        ["themes a.terms.3: listed under “a” here"],
    ]


def test_abbreviations_that_differ_by_case_dots_and_spaces_are_one() -> None:
    register = a_register(glossary={"CSP": ("a",), "CPS": ("b",), "c. s. p.": ("c",)})

    assert found_at(abbreviation_twice, register) == ["glossary key c. s. p.: “c. s. p.” and “CSP” look like the same abbreviation."]
    assert [(one.hint, related(one)) for one in problems(abbreviation_twice, register)] == [
        ("Keep one: `CSP: [its meaning, its other meaning]`.", ["glossary key CSP: the other one is here"])
    ]


def test_one_of_several_meanings_may_be_the_abbreviation_itself() -> None:
    register = a_register(glossary={"CC": ("Chief Constable", "cc"), "NHS": ("National Health Service",)})

    assert found_at(abbreviation_defines_itself, register) == ["glossary CC.1: “CC” is explained by itself."]


@pytest.mark.parametrize(("others", "through"), [(1, "“A1”"), (10, "“A9” and “A10”"), (11, "“A10” and 1 more")])
def test_a_loop_of_abbreviations_names_ten_and_counts_the_others(others: int, through: str) -> None:
    """Each is explained by the next, and the last by the first."""
    register = a_register(glossary={f"A{number}": (f"A{(number + 1) % (others + 1)}",) for number in range(others + 1)})

    (found,) = found_at(abbreviation_defines_itself, register)
    assert found.startswith("glossary A0.0: “A0” is explained by itself, through “A1”")
    assert found.endswith(f"{through}.")
