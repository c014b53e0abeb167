"""What is asked for a new meeting at a terminal, and what an answer becomes."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from building import a_register
from govreg.errors import GovregError
from govreg.model.register import Register
from govreg.session import new_values
from govreg.session.new_values import ask_for_missing, new_organisations, new_value, with_organisations


@dataclass
class Dialogue:
    """What came of a person's answers at a terminal."""

    asked: list[str] = field(default_factory=list)
    fields: list[tuple[str, list[str]]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)


Answer = Callable[..., Dialogue]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Gives what comes of asking for a meeting's fields, when a person at a terminal gives these answers."""

    def answered(register: Register, *answers: str, given: tuple[str, ...] = (), agrees: bool = True) -> Dialogue:
        left, found = list(answers), Dialogue()

        def ask(question: str) -> str:
            found.asked.append(question)
            return left.pop(0)

        def agreed(question: str) -> bool:
            found.asked.append(question)
            return agrees

        monkeypatch.setattr(new_values, "can_ask", lambda: True)
        monkeypatch.setattr(new_values, "ask", ask)
        monkeypatch.setattr(new_values, "agreed", agreed)
        fields = [(key, ["given"]) for key in given]
        ask_for_missing(register, fields, found.added)
        assert left == []
        found.fields = fields[len(given) :]
        return found

    return answered


REGISTER = a_register(organisations={"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}})


def test_enter_leaves_a_field_out_and_a_lead_not_stated(answer: Answer) -> None:
    found = answer(REGISTER, "", "", "", "")

    assert (found.fields, found.added) == ([("lead", ["not-stated"])], [])
    assert found.asked == [
        "Who leads it? Press Enter if no source says.\n  NHS (nhs)\n  OPCC office (opcc)",
        "What is it for? Press Enter to leave it out.",
        "How often does it meet? (quarterly, six monthly …) Press Enter to leave it out.",
        "Who sits on it? (names, separated by commas) Press Enter to leave it out.",
    ]


def test_answers_are_fields_and_several_participants_are_separated_by_commas(answer: Answer) -> None:
    found = answer(REGISTER, "Unclear", "Money, and more", "Quarterly", "NHS, , OPCC office,")

    assert found.fields == [
        ("lead", ["Unclear"]),
        ("purpose", ["Money, and more"]),
        ("frequency", ["Quarterly"]),
        ("participants", ["NHS", "OPCC office"]),
    ]
    assert found.added == []


def test_what_was_given_is_not_asked(answer: Answer) -> None:
    found = answer(REGISTER, "opcc", "Quarterly", given=("Purpose", "participants"))

    assert found.fields == [("lead", ["opcc"]), ("frequency", ["Quarterly"])]
    assert len(found.asked) == 2


def test_an_unknown_organisation_is_added_once_if_the_person_agrees(answer: Answer) -> None:
    found = answer(REGISTER, "Youth Council", "", "", "Youth Council, NSH, nhs")

    assert found.fields == [("lead", ["Youth Council"]), ("participants", ["Youth Council", "NSH", "nhs"])]
    assert found.added == ["Youth Council", "NSH"]
    assert [question for question in found.asked if "new organisation" in question] == [
        "“Youth Council” is not in the register. Add it as a new organisation?",
        "“NSH” is not in the register. The nearest is “nhs”. Add it as a new organisation?",
    ]
    assert answer(REGISTER, "Youth Council", "", "", "", agrees=False).added == []


@pytest.mark.parametrize(("count", "lines"), [(1, 2), (12, 13), (13, 14), (14, 14)])
def test_twelve_organisations_are_offered(answer: Answer, count: int, lines: int) -> None:
    register = a_register(organisations={f"body-{number:02}": {} for number in range(count)})
    offered = answer(register, "", "", "", "").asked[0].split("\n")

    assert len(offered) == lines
    assert (offered[-1] == "  …") == (count > 12)


def test_a_new_organisation_has_a_name_of_its_own() -> None:
    assert new_organisations(REGISTER, ["Youth Council", "Fire Service"]) == {
        "youth-council": "Youth Council",
        "fire-service": "Fire Service",
    }
    with pytest.raises(GovregError, match="There is an organisation “nhs” already: nhs") as error:
        new_organisations(REGISTER, ["Youth Council", "nhs"])
    assert error.value.hint == "Leave out --new-organisation."
    assert (
        with_organisations(REGISTER, {"youth-council": "Youth Council", "blank": " "}).organisations.find("youth council")
        == "youth-council"
    )
    assert "blank" not in with_organisations(REGISTER, {"blank": " "}).organisations


def test_fields_of_a_new_entry_have_ids_and_dates() -> None:
    fields = [
        ("lead", ["OPCC office"]),
        ("focus", ["Savings"]),
        ("focus", ["Reserves"]),
        ("last_met", ["1/10/2026"]),
        ("level", ["strategic"]),
    ]
    made = new_value(REGISTER, "meeting", "board", "Board", fields)

    assert made.value == {
        "title": "Board",
        "lead": "opcc",
        "level": "strategic",
        "focus": ("Savings", "Reserves"),
        "last_met": "2026-10-01",
    }
    assert made.dates == (("1/10/2026", "2026-10-01"),)
    assert new_value(REGISTER, "area", "town", "Town", [("aliases", ["City"]), ("aliases", ["T"])]).value == {
        "name": "Town",
        "aliases": ("City", "T"),
    }
    assert new_value(REGISTER, "organisation", "trust", "Trust", [("part_of", ["NHS"])]).value == {"name": "Trust", "part_of": "nhs"}
