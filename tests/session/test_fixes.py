"""A finding that can be fixed names the text to replace and what to write, and then it is gone and nothing else has changed."""

from pathlib import Path

import pytest

from govreg.diagnostics.finding import Severity
from govreg.session.check import CheckResult, check_register
from govreg.session.load import load_register

ORGANISATIONS = (
    "opcc: {name: Office of the PCC, aliases: [OPCC]}\nfire: {name: Fire service}\nherefordshire-council: {name: Herefordshire Council}\n"
)
AREAS = "areas:\n  south-glos: {name: South Gloucestershire}\n  bath: {name: Bath}\n"


def checked(folder: Path, text: str) -> CheckResult:
    (folder / "meetings").mkdir(exist_ok=True)
    (folder / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (folder / "register.yaml").write_text(AREAS, encoding="utf-8")
    (folder / "meetings" / "a-board.yaml").write_text(text, encoding="utf-8")
    return check_register(load_register(folder, "2026-11-27"))


def fixed(result: CheckResult, text: str) -> str:
    """`text` with every finding fixed that can be, from the last to the first."""
    edits = [(result.sources.span(one.fix.place), one.fix.text) for one in result.findings if one.fix is not None]
    for span, new in sorted((span, new) for span, new in edits if span is not None)[::-1]:
        text = text[: span[0]] + new + text[span[1] :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("lead: OPCC\n", "lead: opcc\n"),
        ("lead: [OPCC, fire]\n", "lead: [opcc, fire]\n"),
        ("lead: not stated\n", "lead: not-stated\n"),
        ("lead: Unclear\n", "lead: unclear\n"),
        ("lead: “opcc”\n", "lead: opcc\n"),
        ("lead: opcc\nlast_met: 30 March 2020   # by phone\n", "lead: opcc\nlast_met: 2020-03-30   # by phone\n"),
        ("lead: opcc\nsupport: fire\n", "lead: opcc\nsupport: [fire]\n"),
        ("lead: opcc\nfocus: Care, custody\n", 'lead: opcc\nfocus: ["Care, custody"]\n'),
        ("lead: opcc\nfocus: >-\n  Care of\n  victims\nlevel: tactical\n", "lead: opcc\nfocus: [Care of victims]\nlevel: tactical\n"),
        ("lead: opcc\nfreqency: monthly\n", "lead: opcc\nfrequency: monthly\n"),
        ("lead: opcc\nlast-met: 2020\n", "lead: opcc\nlast_met: 2020\n"),
        ("lead: opcc\nMembers: [fire]\n", "lead: opcc\nparticipants: [fire]\n"),
        ("lead: opcc\nMembership: NHS, CPS\n", "lead: opcc\nparticipants_as_written: NHS, CPS\n"),
        ("organisation: opcc\n", "lead: opcc\n"),
        ("lead: opcc\nHow often: monthly\n", "lead: opcc\nfrequency: monthly\n"),
        ("lead: opcc\naim: Keep people safe\n", "lead: opcc\npurpose: Keep people safe\n"),
        ("lead: opcc\ntor: {agreed_on: 2020}\n", "lead: opcc\nterms_of_reference: {agreed_on: 2020}\n"),
        ("lead: opcc\nstatus: dissolved\n", "lead: opcc\nstatus: ended\n"),
        ("lead: opcc\nstatus: Closed\n", "lead: opcc\nstatus: ended\n"),
        ("lead: opcc\nstatus: “active”\n", "lead: opcc\nstatus: active\n"),
        ("lead: opcc\nlevel: Tactical\n", "lead: opcc\nlevel: tactical\n"),
        ("lead: opcc\naliases: [NO]\n", 'lead: opcc\naliases: ["NO"]\n'),
        (
            "lead: opcc\ninstances: per-area\nfrequency: {text: Quarterly, exceptions: {Bath: 3}}\n",
            "lead: opcc\ninstances: per-area\nfrequency: {text: Quarterly, exceptions: {bath: 3}}\n",
        ),
        ("lead: opcc\nparticipants:\n  - Fire service\n", "lead: opcc\nparticipants:\n  - fire\n"),
        ("lead: opcc\nchair: OPCC\nlevel: strategc\n", "lead: opcc\nchair: opcc\nlevel: strategic\n"),
    ],
)
def test_a_finding_with_one_right_answer_is_fixed_in_place(tmp_path: Path, wrong: str, right: str) -> None:
    before = checked(tmp_path, "title: A board\n" + wrong)
    after = checked(tmp_path, "title: A board\n" + right)

    assert fixed(before, "title: A board\n" + wrong) == "title: A board\n" + right
    assert [one for one in after.findings if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    "text",
    [
        "lead: fir\n",  # a guess
        "lead: opcc\nMembers: [fire]\nparticipants: [opcc]\n",  # the field is there already
        "lead: opcc\ntor: agreed in May\n",  # terms of reference are no text
        "lead: opcc\nsupport: fire, police\n",  # one organisation, or two
        "lead: telford-council\n",  # nothing near it
        "lead: opcc\nchair: Jane Smith\n",
        "lead: opcc\nfrequency: monthly\nfreqency: weekly\n",  # the field is there already
        "lead: opcc\nlast_met: 31 April 2020\n",
        "lead: opcc\nsources: A paper\n",  # a source is no text
        "lead: opcc\npurpose: ~\n",
        "lead: opcc\non: 2020\n",
    ],
)
def test_a_guess_is_left_to_a_person(tmp_path: Path, text: str) -> None:
    result = checked(tmp_path, "title: A board\n" + text)

    assert result.findings
    assert [one for one in result.findings if one.fix is not None] == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("lead: opcc\nchair: Jane Smith\n", "For a post, write `chair: {role: …}`; for an organisation, write its id."),
        ("lead: opcc\nparticipants: [Jane Smith]\n", "For a post, write `{organisation: …, role: …}`; for an organisation, write its id."),
        ("lead: telford-council\n", "Add it to organisations.yaml, or use the id of one that is listed there."),
        ("lead: opcc\ntor: agreed in May\n", "Write `terms_of_reference`, for the founding paper."),
        ("lead: opcc\nMembers: [fire]\nparticipants: [opcc]\n", "“participants” is there too: keep one of them."),
        ("lead: opcc\npurpse: Parks\naim: Parks\n", "Several fields here may mean “purpose”: keep one of them."),
        (
            "lead: opcc\nfocus: End to end support, which includes prevention\n",
            'Write a list: `focus:`, and on the next line `  - "End to end support, which includes prevention"`.',
        ),
        (
            "lead: opcc\nsupport: fire, police\n",
            "Write a list: `support:`, and on the next line `  - fire`, and so on, each on a line of its own.",
        ),
    ],
)
def test_a_hint_does_not_change_the_meaning(tmp_path: Path, text: str, hint: str) -> None:
    assert hint in [one.hint for one in checked(tmp_path, "title: A board\n" + text).findings]


def test_every_fix_has_text_to_replace(tmp_path: Path) -> None:
    result = checked(tmp_path, "title: A board\nlead: Opcc\nlast_met: 3 May 2020\nlevl: tactical\nreports_to: OPCC\n")
    fixable = [one for one in result.findings if one.fix is not None]

    assert len(fixable) == 4
    assert all(one.fix is not None and result.sources.span(one.fix.place) is not None for one in fixable)
