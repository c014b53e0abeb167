"""Who leads a meeting and who supports them, in the words of papers; a lead that is not clear stays so."""

import pytest

from building import a_register
from govreg.analysis.importing.leads import read_lead
from govreg.analysis.importing.organisations import Organisations

REGISTER = a_register(
    organisations={
        "opcc": {"name": "Office of the Police and Crime Commissioner", "aliases": ["OPCC", "(O)PCC"]},
        "pcc": {"name": "Police and Crime Commissioner", "aliases": ["PCC"]},
        "constabulary": {"name": "Avon and Somerset Constabulary", "aliases": ["Constabulary", "ASC"]},
        "bcc": {"name": "Bristol City Council", "aliases": ["BCC"]},
        "nsc": {"name": "North Somerset Council"},
        "nhs": {"name": "National Health Service", "aliases": ["NHS"]},
        "nps": {"name": "National Probation Service", "aliases": ["NPS", "Probation"]},
        "fire": {"name": "Avon Fire and Rescue Service", "aliases": ["AFRS", "Fire"]},
    }
)


@pytest.mark.parametrize(
    ("text", "lead", "support", "proposed"),
    [
        ("Jointly led by the OPCC", "opcc", (), []),
        ("Joint: OPCC, Constabulary", ("opcc", "constabulary"), (), []),
        ("Joint lead (OPCC and Constabulary)", ("opcc", "constabulary"), (), []),
        ("Shared between OPCC and BCC", ("opcc", "bcc"), (), []),
        ("Shared", "unclear", (), []),
        ("Co-led by OPCC & BCC", ("opcc", "bcc"), (), []),
        ("OPCC and BCC (joint)", ("opcc", "bcc"), (), []),
        ("OPCC, BCC jointly", ("opcc", "bcc"), (), []),
        ("OPCC jointly", "opcc", (), []),
        ("Harbour Trust and River Trust together", ("harbour-trust", "river-trust"), (), ["Harbour Trust", "River Trust"]),
        ("Lead: OPCC", "opcc", (), []),
        ("Lead agency is the OPCC", "opcc", (), []),
        ("hosted by BCC", "bcc", (), []),
        ("BCC hosts", "bcc", (), []),
        ("BCC (lead)", "bcc", (), []),
        ("OPCC leads", "opcc", (), []),
        ("is chaired by the PCC", "pcc", (), []),
        ("Owned by NHS", "nhs", (), []),
        ("OPCC supported by BCC", "opcc", ("bcc",), []),
        ("OPCC; assisted by BCC", "opcc", ("bcc",), []),
        ("OPCC (backed by the NHS)", "opcc", ("nhs",), []),
        ("OPCC with BCC in support", "opcc", ("bcc",), []),
        ("OPCC with the BCC assisting", "opcc", ("bcc",), []),
        ("OPCC with support of the NHS and BCC", "opcc", ("nhs", "bcc"), []),
        ("OPCC, BCC support", "opcc", ("bcc",), []),
        ("OPCC/BCC (support)", "opcc", ("bcc",), []),
        ("OPCC (NHS in support)", "opcc", ("nhs",), []),
        ("OPCC with OPCC support", "opcc", (), []),
        ("OPCC with whoever may help in support", "unclear", (), []),
        ("somebody else with BCC support", "unclear", (), []),
        ("OPCC with BCC", "unclear", (), []),
        ("OPCC (rotating)", "opcc", (), []),
        ("OPCC rotates", "unclear", (), []),
        ("BCC each year", "unclear", (), []),
        ("OPCC?", "opcc", (), []),
        ("formerly OPCC", "unclear", (), []),
        ("OPCC, no longer BCC", "unclear", (), []),
        ("not agreed", "unclear", (), []),
        ("()", "not-stated", (), []),
        ("(OPCC)", "opcc", (), []),
        ("OPCC (for now)", "opcc", (), []),
        ("harbour trust", "unclear", (), []),
        ("Harbour Trust; River Trust", ("harbour-trust", "river-trust"), (), ["Harbour Trust", "River Trust"]),
        ("Harbour Trust, River Trust", ("harbour-trust", "river-trust"), (), ["Harbour Trust", "River Trust"]),
        ("Harbour and River", "harbour-and-river", (), ["Harbour and River"]),
        ("Harbour and River Trust", "harbour-and-river-trust", (), ["Harbour and River Trust"]),
        ("Harbour Trust and River Trust", ("harbour-trust", "river-trust"), (), ["Harbour Trust", "River Trust"]),
        ("HT and RT", ("ht", "rt"), (), ["HT", "RT"]),
        ("Harbour/River", ("harbour", "river"), (), ["Harbour", "River"]),
        ("OPCC/Harbour", ("opcc", "harbour"), (), ["Harbour"]),
        ("Director of Streets, BCC", "bcc", (), []),
        ("Director, BCC and NHS", "unclear", (), []),
        ("Leader", "unclear", (), []),
        ("Head of Streets", "unclear", (), []),
        ("OPCC + BCC", ("opcc", "bcc"), (), []),
        ("OPCC; BCC; NHS", ("opcc", "bcc", "nhs"), (), []),
        ("OPCC\nBCC", ("opcc", "bcc"), (), []),
        ("OPCC,and BCC", ("opcc", "bcc"), (), []),
        ("OPCC.", "opcc", (), []),
        ("- OPCC -", "opcc", (), []),
        ("OPCC attend", "unclear", (), []),
        ("Fire and BCC", ("fire", "bcc"), (), []),
        ("Police and Crime Board and BCC", ("police-and-crime-board", "bcc"), (), ["Police and Crime Board"]),
        ("All partners", "unclear", (), []),
        ("Everyone", "unclear", (), []),
        ("Jane Smith", "not-stated", (), []),
        ("Jane Smith (BCC)", "bcc", (), []),
        ("ACC Watson", "constabulary", (), []),
        ("tbd", "not-stated", (), []),
        ("unknown", "not-stated", (), []),
        ("Joint (OPCC or BCC)", "unclear", (), []),
        ("Joint Harbour Trust", "unclear", (), []),
        ("Joint OPCC and Jane", "unclear", (), []),
    ],
)
def test_a_lead(text: str, lead: str | tuple[str, ...], support: tuple[str, ...], proposed: list[str]) -> None:
    organisations = Organisations(REGISTER)

    assert read_lead(organisations, text) == (lead, support)
    assert [one.name for one in organisations.proposed.values()] == proposed
