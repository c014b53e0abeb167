"""Who chairs a meeting, from when until when, and how they are chosen."""

import pytest

from building import a_register
from govreg.analysis.importing.chairs import read_chair
from govreg.analysis.importing.organisations import Organisations
from govreg.model.register import Register
from papers import only, planned

BOARD = "Safer Streets Board\nLead: Council\nMembers: PCC\nFrequency: monthly\n"


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("PCC until November 2017", {"organisation": "pcc", "until": "2017-11"}),
        ("PCC (up to November 2017)", {"organisation": "pcc", "until": "2017-11"}),
        ("PCC, since 12/5/2016", {"organisation": "pcc", "from": "2016-05-12"}),
        ("PCC from May 2016 to November 2017", {"organisation": "pcc", "from": "2016-05", "until": "2017-11"}),
        ("PCC until the election", {"organisation": "pcc", "basis": "until the election"}),
        ("Leader of the Council since 2016", {"role": "Leader of the Council", "from": "2016"}),
        ("PCC until May 2017, then Chief Constable", {"role": "PCC until May 2017, then Chief Constable"}),
        ("PCC until May 2016 until May 2017", {"role": "PCC until May 2016", "until": "2017-05"}),
        ("Clerk to the Council", {"role": "Clerk to the Council"}),
        ("elected annually, since 2016", {"basis": "elected annually", "from": "2016"}),
        ("PCC, by vote until the election", {"organisation": "pcc", "basis": "by vote, until the election"}),
        ("PCC (by rotation)", {"organisation": "pcc", "basis": "by rotation"}),
        ("Currently Chief Constable", {"role": "Chief Constable"}),
        ("Ada Quill", {"person": "Ada Quill"}),
        ("not known", {}),
        ("", {}),
    ],
)
def test_a_chair(text: str, chair: dict[str, str]) -> None:
    assert read_chair(Organisations(Register()), text)[0] == chair


def test_what_may_be_the_name_of_a_chair_is_left_out_unless_names_are_kept() -> None:
    for text, rest in (("Ada Quill", None), ("Ada Quill until May 2017", {"until": "2017-05"})):
        plan = planned(f"{BOARD}Chair: {text}")
        assert only(plan).fields.get("chair") == rest
        assert "Ada Quill" in [one.text for one in plan.not_understood]
        assert only(planned(f"{BOARD}Chair: {text}", people=True)).fields["chair"] == {**(rest or {}), "person": "Ada Quill"}


KNOWN = a_register(
    organisations={"bcc": {"name": "Bristol City Council", "aliases": ["BCC"]}, "nhs": {"name": "NHS"}, "police": {"name": "Police"}}
)


@pytest.mark.parametrize(
    ("text", "chair", "is_all", "proposed"),
    [
        ("Clerk, Port Council", {"organisation": "port-council", "role": "Clerk"}, True, ["Port Council"]),
        (
            "Assistant Chief Constable – Port Police",
            {"organisation": "port-police", "role": "Assistant Chief Constable"},
            True,
            ["Port Police"],
        ),
        ("Lead Officer, Council", {"role": "Lead Officer, Council"}, True, []),
        ("Lead Officer, Port Studies", {"role": "Lead Officer, Port Studies"}, True, []),
        ("Vice-President of the NHS", {"organisation": "nhs", "role": "Vice-President"}, True, []),
        ("Vacant", {}, False, []),
        ("Post currently vacant", {}, False, []),
        ("Chaired by the BCC", {"organisation": "bcc"}, True, []),
        ("The Board is chaired by the Leader of the BCC. The chair rotates.", {"organisation": "bcc", "role": "Leader"}, False, []),
        ("We meet monthly. The chair will be the Clerk. She votes.", {"role": "Clerk"}, False, []),
        ("The chair will be elected. Members vote.", {}, False, []),
        ("Clerk to the Council", {"role": "Clerk to the Council"}, True, []),
        ("Clerk to the BCC", {"organisation": "bcc", "role": "Clerk"}, True, []),
        ("BCC Leader", {"organisation": "bcc", "role": "Leader"}, True, []),
        ("Leader, BCC", {"organisation": "bcc", "role": "Leader"}, True, []),
        ("BCC (interim)", {"basis": "interim", "organisation": "bcc"}, True, []),
        ("BCC, elected by members", {"basis": "elected by members", "organisation": "bcc"}, True, []),
        ("Elected", {"basis": "Elected"}, True, []),
        ("By election", {"basis": "By election"}, True, []),
        ("for 2 years", {"basis": "for 2 years"}, True, []),
        ("alternates between NHS and BCC", {"basis": "alternates between NHS and BCC"}, True, []),
        ("NHS on rotation", {"basis": "on rotation", "organisation": "nhs"}, True, []),
        ("Rotating chair", {"basis": "Rotating chair"}, True, []),
        ("BCC since 2016 until 2018", {"until": "2018", "from": "2016", "organisation": "bcc"}, True, []),
        ("BCC till May 2017", {"until": "2017-05", "organisation": "bcc"}, True, []),
        ("BCC to 2017", {"until": "2017", "organisation": "bcc"}, True, []),
        ("BCC (from May 2016)", {"from": "2016-05", "organisation": "bcc"}, True, []),
        ("since 2016", {"from": "2016"}, True, []),
        ("Harbour Trust", {"organisation": "harbour-trust"}, True, ["Harbour Trust"]),
        ("Harbour Trust, River Trust", {"role": "Harbour Trust, River Trust"}, True, []),
        ("Ada B. Quill", {"person": "Ada B. Quill"}, True, []),
        ("Ada Quill-Smith", {"person": "Ada Quill-Smith"}, True, []),
        ("Ada Board", {"organisation": "ada-board"}, True, ["Ada Board"]),
        ("Ada Director", {"role": "Ada Director"}, True, []),
        ("One Two Three Four", {"role": "One Two Three Four"}, True, []),
        ("Currently: BCC", {"organisation": "bcc"}, True, []),
        ("presently the BCC", {"organisation": "bcc"}, True, []),
        ("current Leader", {"role": "Leader"}, True, []),
        ("TBC", {}, False, []),
        ("-", {}, False, []),
        ("Cllr Smith (BCC)", {"organisation": "bcc", "role": "Cllr"}, True, []),
        ("Mr Smith (NHS)", {"organisation": "nhs"}, True, []),
        ("Dr A Smith", {}, True, []),
        ("Chief Constable", {"organisation": "police", "role": "Chief Constable"}, True, []),
        ("BCC and NHS", {"role": "BCC and NHS"}, True, []),
    ],
)
def test_a_chair_of_a_known_organisation(text: str, chair: dict[str, str], is_all: bool, proposed: list[str]) -> None:  # noqa: FBT001
    organisations = Organisations(KNOWN)

    assert read_chair(organisations, text) == (chair, is_all)
    assert [one.name for one in organisations.proposed.values()] == proposed
