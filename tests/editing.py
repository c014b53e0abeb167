"""A small register on the disk, for tests of the commands that change one."""

from pathlib import Path

from building import ORGANISATIONS

FILES = {
    "register.yaml": """\
name: Test  # ours
as_at: 2026-11-21
areas:
  bristol: {name: Bristol}
  somerset: {name: Somerset, aliases: [the county]}
""",
    "organisations.yaml": f"# Who there is\n{ORGANISATIONS}",
    "themes.yaml": "mental-health: {name: Mental health, terms: [crisis care]}\n",
    "meetings/budget-committee.yaml": """\
# Checked in May
title: Budget committee   # as in the paper
lead: opcc
chair: pcc
level: strategic
focus:
  # the first thing
  - Savings

  - 'Reserves: how much'
participants:
  - nhs
  - {organisation: constabulary, role: ACC}  # was a DCC
reports_to: [finance-board]
""",
    "meetings/finance-board.yaml": """\
title: Finance Board
lead: [opcc, constabulary]
areas: [bristol]
themes: [mental-health]
level: strategic
""",
    "meetings/audit-panel.yaml": """\
title: Audit Panel
lead: constabulary
links_to: [budget-committee]
participants:
  - {meeting: budget-committee, role: chair}
review: {recommendation: merge, into: [finance-board], reason: Two do the same}
""",
    "minutes/budget-committee/2026-10-01.yaml": "attended: [constabulary]\nactions: [{text: Look again, owner: nhs}]\n",
}


def write_register(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the register's files into `folder`."""
    for name, text in (FILES if files is None else files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
