"""A meeting works on a theme where a person tagged it, or where a term of it stands in title, purpose or focus."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.text.themes import shows

THEME = a_register(themes={"mental-health": {"terms": ["mental health", "section 136", "s136"]}}).themes["mental-health"]


@pytest.mark.parametrize(
    "keys",
    [
        {"title": "Mental Health Concordat"},
        {"purpose": "Help people in mental-health crisis"},
        {"focus": ["Transport", "SECTION 136 and transport"]},
        {"focus": [{"text": "s136."}]},
    ],
)
def test_a_term_shows_a_theme_in_any_case_and_with_hyphens(keys: dict[str, Any]) -> None:
    shown = shows(a_meeting(**keys), THEME)

    assert shown is not None
    assert not shown.tagged


@pytest.mark.parametrize(
    "keys", [{"notes": "mental health"}, {"purpose": "s1360"}, {"purpose": "fundamental health"}, {"aliases": ["s136"]}]
)
def test_elsewhere_and_inside_a_word_it_does_not(keys: dict[str, Any]) -> None:
    assert shows(a_meeting(**keys), THEME) is None


def test_a_tag_shows_it_too_on_the_meeting_or_a_focus() -> None:
    for keys in ({"themes": ["mental-health"]}, {"focus": [{"text": "x", "themes": ["mental-health"]}]}):
        shown = shows(a_meeting(**keys), THEME)
        assert shown is not None
        assert shown.how == "tagged"
