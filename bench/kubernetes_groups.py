"""Converts Kubernetes' groups to a register: special interest, working and user groups and committees, with their leads as persons.

`python bench/kubernetes_groups.py CHECKOUT FOLDER` reads `sigs.yaml` of a checkout of github.com/kubernetes/community and writes a register
to FOLDER. A person's seat is that of the company that the file names, or of Kubernetes.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from remade import Remade, Text, as_text, folders, without_gaps

PROJECT = "Kubernetes"
GROUPS = {"sigs": "SIG {}", "workinggroups": "WG {}", "usergroups": "UG {}", "committees": "{} Committee"}
"""The lists of the file, and the titles of the groups in each."""
LEADERS = {"chairs": "Chair", "tech_leads": "Tech Lead"}
EVERY_TWO_WEEKS = re.compile("bi-?weekly", re.IGNORECASE)
"""`Biweekly`, which the project uses for every two weeks, never for twice a week."""


def remade(checkout: Path) -> Remade:
    """The groups of `checkout` as a register."""
    lists = yaml.safe_load((checkout / "sigs.yaml").read_text(encoding="utf-8"))
    register = Remade("Kubernetes groups")
    project = register.organisation(PROJECT)
    groups = [(kind, group) for kind in GROUPS for group in lists.get(kind) or ()]
    ids = {group["name"]: group["dir"] for kind, group in groups if kind == "sigs"}
    for kind, group in groups:
        entry = {
            "kind": "working-group" if kind == "workinggroups" else None,
            "lead": project,
            "purpose": as_text(group.get("mission_statement")),
            "focus": list(_focus(group)),
            "participants": list(_leaders(group, register)),
            "frequency": _frequency(group.get("meetings") or []),
            "links_to": [ids[name] for name in group.get("stakeholder_sigs") or () if name in ids],
            "sources": [{"document": Text("kubernetes/community"), "reference": Text("sigs.yaml")}],
        }
        register.meeting(group["dir"], GROUPS[kind].format(group["name"]), without_gaps(entry))
    return register


def _focus(group: dict[str, Any]) -> Iterator[Text]:
    for project in group.get("subprojects") or ():
        text = as_text(": ".join(filter(None, (project["name"], project.get("description")))))
        if text:
            yield text


def _leaders(group: dict[str, Any], register: Remade) -> Iterator[dict[str, str]]:
    for leaders, role in LEADERS.items():
        for person in group["leadership"].get(leaders) or ():
            yield {
                "organisation": register.organisation(person.get("company") or PROJECT),
                "role": Text(role),
                "person": Text(person["name"]),
            }


def _frequency(meetings: list[dict[str, Any]]) -> Text | dict[str, object] | None:
    """How often the group's regular meeting is held: of several meetings, the one called regular, else the first."""
    meetings = [meeting for meeting in meetings if meeting.get("frequency")]
    regular = next((meeting for meeting in meetings if "regular" in meeting["description"].lower()), next(iter(meetings), None))
    if regular is None:
        return None
    text = Text(regular["frequency"])
    return {"text": text, "per_year": 26} if EVERY_TWO_WEEKS.match(text) else text


if __name__ == "__main__":
    CHECKOUT, FOLDER = folders(sys.argv[1:], "usage: kubernetes_groups.py CHECKOUT FOLDER")
    remade(CHECKOUT).write(FOLDER)
