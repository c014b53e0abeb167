"""The names of organisations in papers: which of those that are known a name means."""

import pytest

from building import a_register
from govreg.analysis.importing.organisations import Organisations, initials
from govreg.analysis.importing.wording import is_body, is_name, is_role, may_be_name
from govreg.model.register import Register


def test_a_proposed_organisation_is_found_by_its_initials() -> None:
    organisations = Organisations(Register())
    id_ = organisations.propose("Crown Prosecution Service")

    assert [organisations.find(words) for words in ("CPS", "Crown Prosecution Services", "the crown prosecution service")] == [id_] * 3
    assert organisations.find("CPA") is None


def test_initials_that_two_organisations_have_mean_neither() -> None:
    organisations = Organisations(Register())
    organisations.propose("Crown Prosecution Service")
    organisations.propose("Child Protection Service")

    assert organisations.find("CPS") is None


def test_initials_are_taken_with_and_without_small_words() -> None:
    assert initials("Office of the Police and Crime Commissioner") == {"OOTPACC", "OPCC"}
    assert initials("Office for Students in the City") == {"OFSITC", "OSC"}


@pytest.mark.parametrize(("meanings", "found"), [(["Police Service"], "met"), (["Police Service", "Meteorology"], None)])
def test_a_word_of_the_glossary_with_one_meaning_is_that_organisation(meanings: list[str], found: str | None) -> None:
    register = a_register(organisations={"met": {"name": "Police Service"}}, glossary={"Yard": meanings})

    assert Organisations(register).find("the Yard") == found


@pytest.mark.parametrize("name", ["Trust for Harbours and Quays of Bristol", "Harbours Trust", "Zebra Quays"])
def test_the_nearest_organisation_has_all_words_of_a_name_or_only_words_of_it(name: str) -> None:
    register = a_register(organisations={"quays": {"name": "Harbours and Quays Trust", "aliases": ["Quays"]}, "nhs": {"name": "NHS"}})
    organisations = Organisations(register)
    id_ = organisations.propose(name)

    assert id_ is not None
    assert organisations.proposed[id_].nearest == "quays"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Harbour Watch", True),
        ("harbour watch", False),
        ("One two three", False),
        ("North B C D E F G Trust", True),
        ("North B C D E F G H Trust", False),
        ("T" * 90, True),
        ("T" * 91, False),
        ("2016", False),
        ("Chief Executive", False),
        ("Various others", False),
        ("TBC", False),
    ],
)
def test_words_that_are_written_as_a_name(words: str, name: bool) -> None:  # noqa: FBT001 - the fact
    assert is_name(words) is name
    assert may_be_name(words) is (name or words[0].islower())


def test_words_that_are_a_role() -> None:
    assert [words for words in ("Chief Executive", "rep", "DCI", "Chair and", "Head of", "Fire", "") if is_role(words)] == [
        "Chief Executive",
        "rep",
        "DCI",
    ]


def test_a_body_is_an_abbreviation_or_says_what_it_is() -> None:
    assert [words for words in ("OPCC", "YOTs", "Bristol City Council", "Fire", "Housing") if is_body(words)] == [
        "OPCC",
        "YOTs",
        "Bristol City Council",
    ]
