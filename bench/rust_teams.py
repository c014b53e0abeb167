"""Converts rust-lang/team to a register: a meeting for each team, with its members as persons.

`python bench/rust_teams.py CHECKOUT FOLDER` reads `teams/` and `people/` of a checkout of github.com/rust-lang/team and writes a register
to FOLDER. Archived teams are left out, and so are members that the project computes (everyone, all leads).
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

from govreg.model.names import as_id
from remade import Remade, Text, as_text, folders, without_gaps

PROJECT = "Rust Project"
KINDS = {"working-group": "working-group"}
"""The kind of meeting for each kind of team that has one."""


def remade(checkout: Path) -> Remade:
    """The teams of `checkout` as a register."""
    register = Remade("Rust teams")
    project = register.organisation(PROJECT)
    names = {path.stem.casefold(): str(_toml(path)["name"]) for path in sorted((checkout / "people").glob("*.toml"))}
    teams = [_toml(path) for path in sorted((checkout / "teams").glob("*.toml"))]
    ids = {str(team["name"]): as_id(team["name"]) for team in teams}
    for team in teams:
        website = team.get("website", {})
        entry = {
            "kind": KINDS.get(team.get("kind", "team")),
            "lead": project,
            "purpose": as_text(website.get("description")),
            "participants": [
                *_members(team, names, project),
                *({"meeting": ids[name]} for name in team["people"].get("included-teams", ()) if name in ids),
            ],
            "reports_to": [ids[name] for name in (team.get("subteam-of"),) if name in ids],
            "sources": [{"document": Text("rust-lang/team"), "reference": Text(f"teams/{team['name']}.toml")}],
        }
        register.meeting(ids[team["name"]], website.get("name", team["name"]), without_gaps(entry))
    return register


def _members(team: dict[str, Any], names: dict[str, str], project: str) -> list[dict[str, str]]:
    leads = {lead.casefold() for lead in team["people"]["leads"]}
    handles = [member if isinstance(member, str) else member["github"] for member in team["people"]["members"]]
    seats = []
    for handle in dict.fromkeys(handles):
        seat = {"organisation": project, "person": Text(names.get(handle.casefold(), handle))}
        seats.append({**seat, "role": Text("Lead")} if handle.casefold() in leads else seat)
    return seats


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    CHECKOUT, FOLDER = folders(sys.argv[1:], "usage: rust_teams.py CHECKOUT FOLDER")
    remade(CHECKOUT).write(FOLDER)
