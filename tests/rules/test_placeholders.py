"""What is only a placeholder: in a name, in a text, in the source's own words and in the glossary."""

from typing import Any

import pytest

from building import a_meeting, a_register, found_at, problems
from govreg.model.settings import Settings
from govreg.rules.placeholders import name_is_placeholder, text_is_placeholder


def test_names_are_found_where_they_are() -> None:
    entries = {"a": {"name": "TBC", "aliases": ["x", "n/a"]}, "b": {"name": "Roads"}}
    register = a_register(
        a_meeting("a", title="???", aliases=["Budget", "-"], purpose="TBC"),
        organisations=entries,
        areas=entries,
        themes={"c": {"name": "Roads", "terms": ["road", "tbd"]}},
        settings=Settings.model_validate({"house_words": ("board", "none")}),
        name="Untitled",
        glossary={"TBC": ("To be confirmed",), "?": ("Unknown",)},
    )

    assert found_at(name_is_placeholder, register) == [
        "register settings.house_words.1: “none” is not a name.",
        "register areas.a.name: “TBC” is not a name.",
        "register areas.a.aliases.1: “n/a” is not a name.",
        "organisations a.name: “TBC” is not a name.",
        "organisations a.aliases.1: “n/a” is not a name.",
        "themes c.terms.1: “tbd” is not a name.",
        "a title: “???” is not a name.",
        "a aliases.1: “-” is not a name.",
        "register name: “Untitled” is not a name.",
        "glossary key ?: “?” is not an abbreviation.",
    ]
    hints = {one.message.split("”")[0][1:]: one.hint for one in problems(name_is_placeholder, register)}
    assert (hints["???"], hints["-"]) == ("Write the name.", "Write the name, or delete this field.")


@pytest.mark.parametrize("name", ["", "Avon and Somerset"])
def test_a_register_may_have_a_name_or_none(name: str) -> None:
    assert found_at(name_is_placeholder, a_register(name=name)) == []


@pytest.mark.parametrize("word", ["true", "false", "yes", "no", "y", "n", "No", "TBC", "-"])
def test_a_word_for_yes_or_no_is_no_duty(word: str) -> None:
    assert found_at(text_is_placeholder, a_register(a_meeting(statutory=["Care Act 2014", word], purpose="No"))) == [
        f"budget-committee statutory.1: “{word}” is only a placeholder."
    ]


@pytest.mark.parametrize(
    "keys",
    [
        {"lead_as_written": "TBC"},
        {"purpose_as_written": "None"},
        {"participants_as_written": "unknown"},
        {"frequency": "TBC"},
        {"frequency": {"text": "n/a"}},
        {"last_met": "2020"},
    ],
)
def test_the_sources_own_words_may_be_a_placeholder(keys: dict[str, Any]) -> None:
    assert found_at(text_is_placeholder, a_register(a_meeting(**keys))) == []


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"lead_as_written": "?"}, "lead_as_written"),
        ({"frequency": "?"}, "frequency.text"),
        ({"focus": ["Savings", {"text": "TBC"}]}, "focus.1.text"),
        ({"purpose": "TBC"}, "purpose"),
        ({"duration": "n/a"}, "duration"),
    ],
)
def test_texts_are_found_where_they_are(keys: dict[str, Any], place: str) -> None:
    found = found_at(text_is_placeholder, a_register(a_meeting(**keys)))

    assert [one.split(": ")[0] for one in found] == [f"budget-committee {place}"]


def test_a_meaning_in_the_glossary_has_letters() -> None:
    register = a_register(glossary={"TBC": ("To be confirmed", "TBC"), "CC": ("Chief Constable", "—", "to be confirmed")})

    assert found_at(text_is_placeholder, register) == [
        "glossary CC.1: “—” is only a placeholder.",
        "glossary CC.2: “to be confirmed” is only a placeholder.",
    ]
