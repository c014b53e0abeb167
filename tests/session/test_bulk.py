"""The meetings that `--where` selects."""

from pathlib import Path

import pytest

from editing import write_register
from govreg.errors import GovregError
from govreg.session.bulk import matching
from govreg.session.load import load_register


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (["lead=OPCC"], ("budget-committee", "finance-board")),
        ([" lead = constabulary"], ("audit-panel", "finance-board")),
        (["lead=OPCC", "lead=constabulary"], ("audit-panel", "budget-committee", "finance-board")),
        (["lead=OPCC", "theme=mental-health"], ("finance-board",)),
        (["level=strategic"], ("budget-committee", "finance-board")),
        (["without=chair"], ("audit-panel", "finance-board")),
    ],
)
def test_meetings_match_all_filters_and_one_value_of_each(tmp_path: Path, where: list[str], found: tuple[str, ...]) -> None:
    assert set(matching(load_register(write_register(tmp_path)), where)) == set(found)


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("purpose=x", "--where has no “purpose”."),
        ("lead", "“lead” says no value to look for."),
        ("lead= ", "“lead= ” says no value to look for."),
        ("level=operational", "No meetings match."),
    ],
)
def test_other_filters_are_errors(tmp_path: Path, where: str, why: str) -> None:
    with pytest.raises(GovregError) as error:
        matching(load_register(write_register(tmp_path)), [where])
    assert str(error.value).startswith(why)
