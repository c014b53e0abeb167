"""The names of organisations in papers: which of those that are known a name means."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.importing.organisations import Organisations, initials
from govreg.analysis.importing.wording import is_body, is_name, is_role, may_be_name
from govreg.model.register import Register
from papers import planned


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


def test_initials_that_were_taken_for_an_organisation_are_a_name_of_it() -> None:
    register = a_register(organisations={"office": {"name": "Office of the Police and Crime Commissioner"}, "nhs": {"name": "NHS"}})
    organisations = Organisations(register)
    council = organisations.propose("Kent County Council")

    assert (organisations.find("kcc"), organisations.find("KCCs"), organisations.find("kcc")) == (None, council, council)
    assert (organisations.find("OPCC"), organisations.find("opcc"), organisations.find("nhs")) == ("office", "office", "nhs")
    assert [one.aliases for one in organisations.proposed.values()] == [("KCC",)]
    assert organisations.abbreviations == {"OPCC": "office"}


@pytest.mark.parametrize(
    "leads", [("KCC", "Kent County Council", "kcc"), ("Kent County Council", "kcc", "KCC"), ("kcc", "KCC", "Kent County Council")]
)
def test_initials_and_the_name_are_one_organisation_whichever_comes_first(leads: tuple[str, ...]) -> None:
    boards = "\n\n".join(f"{name} Board\nLead: {lead}\nMembers: Fire\nMeets: monthly" for name, lead in zip("ABC", leads, strict=True))
    plan = planned(boards)

    assert [(one.name, one.aliases) for one in plan.organisations] == [("Kent County Council", ("KCC",)), ("Fire", ())]
    assert [one.fields["lead"] for one in plan.meetings] == ["kent-county-council"] * 3


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


@pytest.mark.parametrize(
    ("words", "name", "aliases"),
    [
        ("Crown Prosecution Service (CPS)", "Crown Prosecution Service", ("CPS",)),
        ("Youth Offending Teams (YOTs)", "Youth Offending Teams", ("YOT",)),
        ("Fire & Rescue (F&R)", "Fire & Rescue", ("F&R",)),
        ("Office of the Police and Crime Commissioner (OPCC)", "Office of the Police and Crime Commissioner", ("OPCC",)),
        ("Crown Prosecution Service (XYZ)", "Crown Prosecution Service (XYZ)", ()),
        ("Crown Prosecution Service (CPS) South", "Crown Prosecution Service (CPS) South", ()),
        (" Harbour  Trust.,", "Harbour Trust", ()),
    ],
)
def test_an_abbreviation_in_brackets_is_another_name_if_it_is_the_initials(words: str, name: str, aliases: tuple[str, ...]) -> None:
    organisations = Organisations(Register())
    id_ = organisations.propose(words)

    assert id_ is not None
    assert (organisations.proposed[id_].name, organisations.proposed[id_].aliases) == (name, aliases)
    assert all(organisations.find(one) == id_ for one in (name, *aliases))


def test_an_organisation_is_proposed_once_with_each_place_and_name() -> None:
    organisations = Organisations(Register())
    for organisations.here, words in (
        ("line 1", "Harbour Trust"),
        ("line 2", "the Harbour Trust (HT)"),
        ("line 2", "Harbour trusts"),
        ("", "Harbour Trust"),
        ("line 3", "Harbour Trust (HT)"),
    ):
        assert organisations.propose(words) == "harbour-trust"
    assert organisations.proposed["harbour-trust"].places == ("line 1", "line 2", "line 3")
    assert organisations.proposed["harbour-trust"].aliases == ("HT",)


def test_an_id_is_numbered_where_another_has_it() -> None:
    organisations = Organisations(a_register(organisations={"nhs": {"name": "NHS"}}))

    assert [organisations.propose(name) for name in ("Café Trust", "Cafe Trust", "Cafe’ Trust", "Cafè Trust")] == [
        "cafe-trust",
        "cafe-trust-2",
        "cafe-trust-2",
        "cafe-trust-3",
    ]
    long = "Trust of " + "x" * 60
    assert [organisations.propose(name) for name in (long, f"{long}y")] == [f"trust-of-{'x' * 55}", f"trust-of-{'x' * 51}-2"]


@pytest.mark.parametrize("name", ["joint", "Unclear", "not stated", "–", "2016"])
def test_what_can_be_no_organisation_is_not_proposed(name: str) -> None:
    organisations = Organisations(Register())

    assert organisations.propose(name) is None
    assert organisations.proposed == {}


@pytest.mark.parametrize(
    ("names", "force"),
    [
        (["Kent Police"], "kent-police"),
        (["Kent Constabulary", "Police"], "kent-constabulary"),
        (["Police"], "police"),
        (["Kent Police", "Essex Police"], None),
        (["Police and Crime Panel", "British Transport Police", "Police Federation", "Policing Board"], None),
        (["Police Service", "Police Authority"], "police-service"),
    ],
)
def test_the_police_of_a_register_and_of_papers_are_the_one_force_that_they_name(names: list[str], force: str | None) -> None:
    register = a_register(organisations={name.casefold().replace(" ", "-"): {"name": name} for name in names})

    assert Organisations(register).police() == force
    assert Organisations(a_register(organisations={}), {name: name for name in names}).police() == force
    for words in ("Constabulary", "the Police Force", "force"):
        assert Organisations(register).find(words) == force


def test_a_general_word_for_the_force_becomes_another_name_of_the_proposed_one() -> None:
    organisations = Organisations(a_register(organisations={}), {"Kent Police": "Kent Police"})

    assert organisations.find("police") == "kent-police"
    assert organisations.find("Constabulary") == "kent-police"
    assert organisations.proposed["kent-police"].aliases == ("police",)


def test_a_name_at_the_beginning_or_the_end_of_words() -> None:
    organisations = Organisations(a_register(organisations={"bcc": {"name": "Bristol City Council"}, "nhs": {"name": "NHS"}}))

    assert organisations.leading("Bristol City Council – Leader") == ("bcc", "Leader")
    assert organisations.leading("the NHS, Head of Nursing") == ("nhs", "Head of Nursing")
    assert organisations.trailing("Leader, Bristol City Council") == ("bcc", "Leader")
    assert organisations.leading("Leader of Bristol City Council") is None
    assert organisations.trailing("Bristol City Council Leader") is None
    assert organisations.leading("NHS") is None
    assert organisations.trailing("NHS") is None


def test_a_meeting_is_found_by_its_titles_in_the_register_and_the_papers() -> None:
    register = a_register(a_meeting("streets-board", title="The Streets Boards", aliases=["SSB"]))
    organisations = Organisations(register, meeting_names={"farm forum": "Farm Forum"})

    assert [organisations.meeting(words) for words in ("streets board", "SSB", " ssb ", "the Farm Forums", "Port Board")] == [
        "streets-board",
        "streets-board",
        "streets-board",
        "Farm Forum",
        None,
    ]


@pytest.mark.parametrize(("words", "found"), [("CPS", "cps"), ("CPSs", "cps"), ("cps", None), ("CP", None), ("C4S", None), ("RBS", None)])
def test_initials_have_three_letters_at_least(words: str, found: str | None) -> None:
    register = a_register(organisations={"crown": {"name": "Crown Prosecution Service"}, "care": {"name": "Care Panel"}})

    assert Organisations(register).find(words) == ("crown" if found else None)
