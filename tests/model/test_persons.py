"""A person's name is recognised by the title or rank before it; a post isn't a name."""

import pytest

from govreg.model.persons import person_in


@pytest.mark.parametrize("text", ["ACC Smithson", "the chair is Mrs Jane Smith", "Cllr J. Jones and officers", "DI Marie Smith"])
def test_a_title_or_a_rank_shows_a_name(text: str) -> None:
    assert person_in(text)


@pytest.mark.parametrize("text", ["ACC Crime", "Chief Constable", "Lord-Lieutenant of Somerset", "Superintendent Operations", "PCC", ""])
def test_a_post_is_not_a_name(text: str) -> None:
    assert not person_in(text)
