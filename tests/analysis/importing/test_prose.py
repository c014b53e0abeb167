"""Who leads, chairs and sits on a meeting, from the words of papers."""

import pytest

from building import a_register
from govreg.analysis.importing.chairs import read_chair
from govreg.analysis.importing.leads import read_lead
from govreg.analysis.importing.members import read_members
from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import without_persons
from papers import ORGANISATIONS

REGISTER = a_register(
    organisations={
        **ORGANISATIONS,
        "las": {"name": "Local authorities", "aliases": ["LAs"], "members": ["bcc", "nsc"]},
        "cps": {"name": "Crown Prosecution Service"},
        "yot": {"name": "Youth Offending Team", "aliases": ["YOT"]},
    }
)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("OPCC", "opcc"),
        ("the OPCC", "opcc"),
        ("OPCC led", "opcc"),
        ("OPCC-led", "opcc"),
        ("Led by the Constabulary", "constabulary"),
        ("Avon & Somerset Constabulary", "constabulary"),
        ("Police", "constabulary"),
        ("CPS", "cps"),
        ("Crown Prosecution Service (CPS)", "cps"),
        ("Sarah Crew, Constabulary", "constabulary"),
        ("Cllr Asher Craig (Bristol City Council)", "bcc"),
        ("Director of Public Health, Bristol City Council", "bcc"),
        ("OPCC Head of Commissioning", "opcc"),
        ("Chief Constable", "constabulary"),
        ("OPCC and Constabulary", ("opcc", "constabulary")),
        ("OPCC/ASC", ("opcc", "constabulary")),
        ("Joint - OPCC/Constabulary", ("opcc", "constabulary")),
        ("Jointly led by BCC & North Somerset Council", ("bcc", "nsc")),
        ("Bristol City Council, North Somerset Council", ("bcc", "nsc")),
        ("Joint", "unclear"),
        ("Joint attendance (Chair by vote)", "unclear"),
        ("Constabulary and OPCC attendance", "unclear"),
        ("OPCC or Constabulary", "unclear"),
        ("Varies by area", "unclear"),
        ("TBC", "not-stated"),
        ("n/a", "not-stated"),
        ("-", "not-stated"),
    ],
)
def test_a_lead(text: str, lead: object) -> None:
    organisations = Organisations(REGISTER)

    assert read_lead(organisations, text) == (lead, ())
    assert organisations.proposed == {}


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("OPCC with Constabulary support", "opcc", "constabulary"),
        ("PCC (with support from OPCC)", "pcc", "opcc"),
        ("Constabulary, supported by BCC", "constabulary", "bcc"),
        ("OPCC (lead), Constabulary (support)", "opcc", "constabulary"),
    ],
)
def test_a_lead_with_support(text: str, lead: str, support: str) -> None:
    assert read_lead(Organisations(REGISTER), text) == (lead, (support,))


@pytest.mark.parametrize("name", ["NHS England", "Somerset County Council", "Avon Fire & Rescue"])
def test_a_lead_that_the_register_does_not_have_is_proposed(name: str) -> None:
    organisations = Organisations(REGISTER)
    read = read_lead(organisations, name)

    assert [one.name for one in organisations.proposed.values()] == [name]
    assert read.lead in organisations.proposed


def seats(text: str) -> str:
    """The seats in `text`, in short: `organisation:role*attendance×people`; `+` marks one that is proposed."""
    organisations = Organisations(REGISTER)
    return ", ".join(
        f"{'+' if seat.organisation in organisations.proposed else ''}{seat.organisation}"
        + (f":{seat.role}" if seat.role else "")
        + (f"*{seat.attendance}" if seat.attendance else "")
        + (f"×{seat.people}" if seat.people else "")
        for seat in read_members(organisations, text).seats
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PCC, OPCC, Constabulary, NHS and CPS", "pcc, opcc, constabulary, nhs, cps"),
        ("OPCC; Bristol City Council (Director of Public Health)", "opcc, bcc:Director of Public Health"),
        ("Chief Executive, Bristol City Council; ACC (Constabulary); NPS", "bcc:Chief Executive, constabulary:ACC, nps"),
        ("ACC Watson, C/Supt Geoff Wessell", "constabulary:ACC, constabulary:C/Supt"),
        ("YOT rep(s), NHS rep", "yot:rep(s), nhs:rep"),
        ("Representatives of the Constabulary and Probation", "constabulary:representative, nps"),
        ("CPS / NPS / YOT", "cps, nps, yot"),
        ("- OPCC (chair)\n- NHS (by invitation)", "opcc*chair, nhs*by-invitation"),
        ("Members: OPCC, Constabulary\nBy invitation: NHS, CPS", "opcc, constabulary, nhs*by-invitation, cps*by-invitation"),
        ("Statutory partners are Police, LAs and Probation", "constabulary, las, nps"),
        ("Heads of agencies including CPS and NHS", "cps, nhs"),
        ("Constabulary (2), NHS x 3", "constabulary×2, nhs×3"),
        ("OPCC Lead, Local authority chief executives", "opcc:Lead, las:chief executives"),
        ("Senior officers from BCC, NHS", "bcc:Senior officers, nhs"),
        ("Fire & Rescue Service, LAs", "+fire-and-rescue-service, las"),
        ("NHS (as required)", "nhs*agenda-led"),
        ("Chief Executive Officers: BCC, NHS", "bcc:Chief Executive Officers, nhs:Chief Executive Officers"),
        ("PCC, CC, DCC", "pcc, constabulary:CC, constabulary:DCC"),
        ("Director of Children's Services", ""),
        ("All relevant partners", ""),
    ],
)
def test_members(text: str, expected: str) -> None:
    assert seats(text) == expected


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("PCC", {"organisation": "pcc"}),
        ("Independent Chair", {"role": "Independent Chair"}),
        ("Jane Smith, Director of Public Health, Bristol City Council", {"organisation": "bcc", "role": "Director of Public Health"}),
        ("PCC for the first year", {"organisation": "pcc", "basis": "for the first year"}),
        ("By vote, currently Constabulary", {"organisation": "constabulary", "basis": "By vote"}),
        ("Rotating", {"basis": "Rotating"}),
    ],
)
def test_a_chair(text: str, chair: object) -> None:
    assert read_chair(Organisations(REGISTER), text)[0] == chair


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ACC Watson", "ACC"),
        ("Cllr Jane Smith (Bristol City Council)", "Cllr (Bristol City Council)"),
        ("Sarah Crew, Marc Hole", ""),
        ("Jane Smith, Director of Public Health", "Director of Public Health"),
        ("Horfield Prison, Victim Support, ACC Crime, Age UK", "Horfield Prison, Victim Support, ACC Crime, Age UK"),
        ("- Supt. Richard Bell\n- NHS", "- Supt.\n- NHS"),
    ],
)
def test_names_of_persons_are_left_out(text: str, without: str) -> None:
    assert without_persons(text)[0] == without


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fire and Rescue Service", ["Fire and Rescue Service"]),
        ("Police and Crime Commissioner", ["Police and Crime Commissioner"]),
        ("Bath and North East Somerset Council", ["Bath and North East Somerset Council"]),
        ("Constabulary and Fire and Rescue Service (joint)", ["Constabulary", "Fire and Rescue Service"]),
        ("Devon County Council and ICB", ["Devon County Council", "ICB"]),
        ("Police/Council", ["Police", "Council"]),
        ("Director of Public Health", []),
    ],
)
def test_names_with_and_in_them_stay_together(text: str, names: list[str]) -> None:
    organisations = Organisations(a_register(organisations={}))
    read_lead(organisations, text)

    assert [one.name for one in organisations.proposed.values()] == names


def test_the_subject_of_a_post_is_not_an_organisation() -> None:
    assert seats("Director of Adult Services, a survivor representative, two providers") == ""
