"""Characters that nobody sees or that are taken for others, and names that differ only by them."""

import pytest

from building import a_meeting, a_register, found_at, problems, related
from govreg.rules.characters import mixed_scripts, names_look_alike, stray_spaces, unassigned_character, wrong_encoding


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Budget\tboard", "This text contains a tab."),
        ("\tBudget", "This text contains a tab."),
        (" Budget", "This text begins or ends with a space."),
        ("Budget ", "This text begins or ends with a space."),
        ("Budget\u00a0", "This text begins or ends with a space."),
    ],
)
def test_a_tab_or_a_space_at_the_edge_of_a_line(text: str, message: str) -> None:
    register = a_register(a_meeting(aliases=["Budget board", text]), glossary={"CC": ("County Council", text), text: ("x",)})

    assert found_at(stray_spaces, register) == [
        f"budget-committee aliases.1: {message}",
        f"glossary CC.1: {message}",
        f"glossary key {text}: {message}",
    ]


def test_prose_may_have_tabs_and_spaces_at_its_edges() -> None:
    assert found_at(stray_spaces, a_register(a_meeting(notes=" one\ttwo\n", purpose="Money "))) == []


def test_the_first_letter_from_another_script_is_named() -> None:
    (found,) = problems(mixed_scripts, a_register(a_meeting(purpose="Saf\u0435r str\u0435\u0435ts, café")))

    assert found.message == "“Saf\u0435r” contains a letter from another script: cyrillic small letter ie (U+0435)."
    assert found.hint == "Type the word again: “Safer”."


def test_a_bad_character_is_found_in_each_text_and_named_once() -> None:
    register = a_register(a_meeting(title="café", purpose="a \u0378 b \u0379", notes="\u0379"))

    assert [one.split(" in Unicode")[0] for one in found_at(unassigned_character, register)] == [
        "budget-committee purpose: U+0378 is not a character",
        "budget-committee notes: U+0379 is not a character",
    ]


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("Childrenâ€™s", "â€™", "Write “’” instead."),
        ("Â£3 million", "Â£", "Write “£” instead."),
        ("CafÃ©", "Ã©", "Write “é” instead."),
        ("â‚¬5", "â‚¬", "Write “€” instead."),
        ("Boardâ„¢", "â„¢", "Write “™” instead."),
        ("6â€“8", "â€“", "Write “–” instead."),
    ],
)
def test_text_in_the_wrong_encoding_is_shown_with_what_was_meant(text: str, shown: str, hint: str) -> None:
    (found,) = problems(wrong_encoding, a_register(a_meeting(title="café", purpose=text)))

    assert (found.message, found.hint) == (f"“{shown}” is a character that was read in the wrong encoding.", hint)


def test_names_that_look_alike_are_found_in_every_file_at_the_second() -> None:
    alike = {"a": {"name": "Victim Support", "aliases": ["x", "Safer-Space"]}, "b": {"name": "Victim-Support", "aliases": ["SaferSpace"]}}
    register = a_register(
        a_meeting("a", title="Victim Support", aliases=["x", "Safer-Space"]),
        a_meeting("b", title="Victim-Support", aliases=["y", "SaferSpace"]),
        organisations=alike,
        themes=alike,
        areas=alike,
    )

    assert [one.split(": ")[0] for one in found_at(names_look_alike, register)] == [
        "organisations b.name",
        "organisations b.aliases.0",
        "themes b.name",
        "themes b.aliases.0",
        "register areas.b.name",
        "register areas.b.aliases.0",
        "b title",
        "b aliases.1",
    ]
    assert related(problems(names_look_alike, register)[-1]) == ["a aliases.1: “a” is called “Safer-Space” here"]


def test_names_that_are_the_same_or_one_entrys_own_or_signs_only_are_another_rules_matter() -> None:
    entries = {
        "a": {"name": "Youth Service", "aliases": ["Youth-Service"]},
        "b": {"name": "YOUTH SERVICE"},
        "c": {"name": "–"},
        "d": {"name": "-"},
    }

    assert found_at(names_look_alike, a_register(organisations=entries)) == []
