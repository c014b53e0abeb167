"""An entry that is not found is explained by what was typed, by what could not be read, or by what there is."""

from dataclasses import replace
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.selection import Filters
from govreg.errors import GovregError
from govreg.model import register as registers
from govreg.model.meeting import Visibility
from govreg.model.register import LeftOut, Register
from govreg.session.resolve import entry_id, filters, meeting_id, meeting_or_organisation

REGISTER = a_register(
    *(a_meeting(f"board-{letter}", title=f"Board {letter}") for letter in "abcdefghijklmn"),
    themes={"crime": {"name": "Rural crime"}, "health": {"name": "Mental health"}},
)


def refused(index: object, word: str) -> tuple[str, str | None]:
    with pytest.raises(GovregError) as problem:
        entry_id(index, word)  # type: ignore[arg-type]
    return problem.value.message, problem.value.hint


def test_an_entry_is_found_by_id_and_name() -> None:
    assert entry_id(REGISTER.themes, "crime") == entry_id(REGISTER.themes, "Rural Crime") == "crime"


def test_what_is_near_is_suggested_and_else_what_there_is() -> None:
    assert refused(REGISTER.themes, "crimes") == ("“crimes” is not a theme in the register.", "Did you mean “crime”?")
    assert refused(REGISTER.themes, "zebras")[1] == "The register has crime and health."
    assert refused(REGISTER.meetings, "zebras")[1] == "“govreg list” shows them all."
    assert refused(REGISTER.organisations, "zebras")[0] == "“zebras” is not an organisation in the register."
    assert refused(REGISTER.areas, "zebras")[1] == "The register has no areas. “govreg new area NAME” adds one."
    assert refused(a_register(themes={}).themes, "z")[1] == "The register has no themes. “govreg new theme NAME” adds one."


@pytest.mark.parametrize(("visibility", "who"), [("partners", "partners"), ("public", "the public")])
@pytest.mark.parametrize("register", [REGISTER, a_register(a_meeting("board"))])
def test_what_an_audience_may_not_see_is_not_said_to_be_missing(register: Register, visibility: Visibility, who: str) -> None:
    seen = replace(register, left_out=LeftOut(visibility, 1))

    with pytest.raises(GovregError, match=f"“zebras” is not a meeting that {who} may see.") as problem:
        meeting_id(seen, "zebras")
    assert problem.value.hint == f"“govreg list --for {visibility}” shows those that they may see."


def test_of_many_the_file_is_named() -> None:
    many = a_register(organisations={f"body-{number}": {} for number in range(13)}, themes={f"theme-{number}": {} for number in range(13)})

    assert refused(many.organisations, "zebras")[1] == "All 13 are in organisations.yaml."
    assert refused(many.themes, "zebras")[1] == "All 13 are in themes.yaml. “govreg list --text WORD” looks for a word."


def test_a_file_with_errors_is_named() -> None:
    unread = registers.meetings(REGISTER.meetings, unread=["broken"])

    assert refused(unread, "Broken") == (
        "meetings/broken.yaml has errors, so “Broken” is not known.",
        "“govreg validate” says what is wrong.",
    )
    assert refused(unread, "zebras")[1] == "It may be one that could not be read. “govreg validate” says what is wrong."


def test_up_to_twelve_entries_are_named() -> None:
    def hint(count: int) -> str | None:
        return refused(a_register(areas={f"area-{number:02}": {} for number in range(count)}).areas, "zebras")[1]

    assert hint(12) == f"The register has {', '.join(f'area-{number:02}' for number in range(11))} and area-11."
    assert hint(13) == "All 13 are in register.yaml."
    assert hint(1) == "The register has area-00."


def test_entries_that_have_the_word_in_a_name_are_suggested() -> None:
    register = a_register(organisations={"a": {"name": "Zebra Trust"}, "b": {"name": "Friends of Zebra"}, "c": {"name": "NHS"}})

    assert refused(register.organisations, "zebra") == ("“zebra” is not an organisation in the register.", "Did you mean “a” or “b”?")
    many = a_register(organisations={f"trust-{number}": {"name": f"Zebra Trust {number}"} for number in range(13)})
    assert refused(many.organisations, "zebra")[1] == "All 13 are in organisations.yaml."


def test_a_file_that_is_missing_or_has_errors_explains_what_is_not_known() -> None:
    unread = registers.organisations(REGISTER.organisations, unread=["fire"])
    gone = registers.organisations({}, complete=False)

    assert refused(unread, "Fire")[0] == "organisations.yaml has errors, so “Fire” is not known."
    assert refused(gone, "Fire") == (
        "organisations.yaml is missing or cannot be read, so “Fire” is not known.",
        "“govreg validate” says what is wrong.",
    )


def test_a_title_of_two_meetings_names_neither() -> None:
    register = a_register(
        a_meeting("a", title="Panel"), a_meeting("b", title="PANEL"), a_meeting("panel", title="Other"), a_meeting("c", title="Single")
    )

    assert meeting_id(register, "panel") == "panel"
    assert meeting_id(register, "single") == "c"
    with pytest.raises(GovregError) as problem:
        meeting_id(register, "Panel")
    assert (problem.value.message, problem.value.hint) == ("2 meetings are called “Panel”.", "Write the id: a, b.")


def test_a_word_is_a_meeting_before_it_is_an_organisation() -> None:
    register = a_register(
        a_meeting("nhs", title="NHS board"), a_meeting("audit"), organisations={"nhs": {"name": "NHS"}, "police": {"name": "Audits"}}
    )

    assert [meeting_or_organisation(register, word) for word in ("nhs", "Police", "AUDIT", "audits")] == [
        "nhs",
        "police",
        "audit",
        "police",
    ]


def test_a_word_that_is_neither_is_explained_by_both() -> None:
    register = a_register(a_meeting("estates-board"), organisations={"estates-trust": {"name": "Estates Trust"}, "nhs": {"name": "NHS"}})

    def refused_as(word: str, known: Register = register) -> tuple[str, str | None]:
        with pytest.raises(GovregError) as problem:
            meeting_or_organisation(known, word)
        return problem.value.message, problem.value.hint

    assert refused_as("estates") == (
        "“estates” is neither a meeting nor an organisation in the register.",
        "Did you mean the meeting “estates-board” or the organisation “estates-trust”?",
    )
    assert refused_as("zebras")[1] == "“govreg list” shows the meetings."
    broken = replace(register, meetings=registers.meetings(register.meetings, unread=["broken"]))
    assert refused_as("Broken", broken)[0] == "meetings/broken.yaml has errors, so “Broken” is not known."
    gone = replace(register, organisations=registers.organisations({}, complete=False))
    assert refused_as("NHS", gone)[0] == "organisations.yaml is missing or cannot be read, so “NHS” is not known."


def test_filters_take_ids_names_aliases_and_words_in_any_case() -> None:
    register = a_register(
        areas={"town": {"aliases": ["City"]}},
        themes={"crime": {"name": "Rural crime"}},
        organisations={"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}},
    )
    found = filters(
        register,
        lead=["OPCC office", "Joint", "Not stated"],
        support=["NHS"],
        participant=["nhs", "opcc"],
        area=["city"],
        theme=["RURAL CRIME"],
        text=["Roads"],
        level=["Strategic"],
        kind=["Task and finish", "SUB_GROUP"],
        status=["Active", "ended"],
        statutory=True,
        without=["purpose"],
        exact=True,
    )

    assert found == Filters(
        lead=("opcc", "joint", "not-stated"),
        support=("nhs",),
        participant=("nhs", "opcc"),
        area=("town",),
        theme=("crime",),
        text=("Roads",),
        level=("strategic",),
        kind=("task-and-finish", "sub-group"),
        status=("active", "ended"),
        statutory=True,
        without=("purpose",),
        exact=True,
    )
    assert filters(register) == Filters()
    assert filters(register, status=["active", "all"]).status == ()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"exact": True}, "--exact goes with --lead, --support or --participant. Add one of these, or leave --exact out."),
        ({"text": ["roads", " "]}, "--text needs a word to look for. Write one, or leave --text out."),
        (
            {"status": ["current"]},
            "“current” is not a valid value for --status. Did you mean “active”? It takes proposed, shadow, active, suspended, ended, all.",
        ),
        (
            {"level": ["stratgic"]},
            "“stratgic” is not a valid value for --level. Did you mean “strategic”? It takes strategic, tactical, operational.",
        ),
        ({"level": ["zebra"]}, "“zebra” is not a valid value for --level. It takes strategic, tactical, operational."),
    ],
)
def test_a_filter_takes_the_words_of_its_field(options: dict[str, Any], message: str) -> None:
    with pytest.raises(GovregError) as problem:
        filters(REGISTER, **options)

    assert f"{problem.value.message} {problem.value.hint}" == message
