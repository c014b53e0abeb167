"""The work of the rules grows with the doubtful ids of a register, not with the correct ones."""

from building import TODAY, a_meeting, a_register
from govreg.model.location import in_meeting
from govreg.rules.context import RuleContext
from govreg.rules.references import unknown_organisation


def test_the_id_of_a_known_entry_is_not_a_text() -> None:
    register = a_register(a_meeting("a", lead="opcc", reports_to=["b", "tbc"], participants=["constabulary"]), a_meeting("b"))

    written = {(place, text) for place, _, text in RuleContext(register, TODAY).texts(str) if place.file.startswith("meetings/")}

    assert written == {(in_meeting("a", "title"), "A"), (in_meeting("a", "reports_to", 1), "tbc"), (in_meeting("b", "title"), "B")}


def test_the_place_of_an_id_is_looked_for_only_if_an_id_is_unknown() -> None:
    correct, wrong = (RuleContext(a_register(a_meeting("a", lead=lead)), TODAY) for lead in ("opcc", "opc"))

    assert list(unknown_organisation(correct)) == []
    assert len(list(unknown_organisation(wrong))) == 1
    assert "references" not in vars(correct)


def test_a_list_of_ids_is_kept_as_one_value() -> None:
    ids = [f"m-{number}" for number in range(300)]
    register = a_register(*(a_meeting(one, reports_to=ids) for one in ids))

    fields = [field for one in RuleContext(register, TODAY).references for field in one.fields if field.path == ("reports_to",)]

    assert [len(field.ids) for field in fields] == [300] * 300


def test_the_seats_of_a_meeting_are_kept_as_one_value() -> None:
    meeting = a_meeting("a", participants=["constabulary", {"meeting": "b"}, "nhs"])
    ((_, fields),) = ((one.file, one.fields) for one in RuleContext(a_register(meeting), TODAY).references if one.file == "meetings/a.yaml")

    assert [(field.kind, field.ids) for field in fields if field.holder == "parts"] == [
        ("organisation", ("constabulary", "nhs")),
        ("meeting", ("b",)),
    ]


def test_only_unknown_ids_become_references() -> None:
    register = a_register(a_meeting("a", reports_to=["a", "c", "a"]))
    (located,) = [one for one in RuleContext(register, TODAY).references if one.file == "meetings/a.yaml"]

    unknown = located.unknown("meeting or organisation", register.meetings.known)

    assert [(one.place, one.id) for one in unknown] == [(in_meeting("a", "reports_to", 1), "c")]
