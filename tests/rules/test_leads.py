"""Leads that are unclear, and joint leads without a chair."""

from building import a_meeting, a_register, found_at
from govreg.rules.leads import joint_without_chair, lead_unclear


def test_an_unclear_lead_is_reported_with_the_words_of_the_source_until_the_meeting_ends() -> None:
    register = a_register(
        a_meeting("a", lead="unclear", lead_as_written="Attendance only"),
        a_meeting("b", lead="unclear"),
        a_meeting("c", lead="unclear", status="ended"),
        a_meeting("d", lead="not-stated"),
        a_meeting("e", lead_as_written="OPCC"),
    )

    assert found_at(lead_unclear, register) == [
        "a lead: It is unclear who leads this meeting: the source says “Attendance only”.",
        "b lead: It is unclear who leads this meeting.",
    ]


def test_a_joint_lead_is_enough_with_a_chair_or_a_participant_who_chairs() -> None:
    joint = ["opcc", "constabulary"]
    register = a_register(
        a_meeting("a", lead=joint),
        a_meeting("b", lead=joint, chair={"role": "Chief Executive"}),
        a_meeting("c", lead=joint, participants=["nhs", {"organisation": "nhs", "attendance": "chair"}]),
        a_meeting("d", lead=joint, status="ended"),
        a_meeting("e", lead=["opcc", "opcc"]),
        a_meeting("f"),
    )

    assert found_at(joint_without_chair, register) == ["a lead: The lead is joint, but no chair is recorded."]
