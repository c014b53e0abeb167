"""Everything that is fetched when govreg is installed or checked is pinned: packages by hash, actions by commit."""

import re
from pathlib import Path
from typing import Any

import pytest

import yaml
from conftest import ROOT

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "bench/requirements.txt")
PINNED = re.compile(r"([a-z0-9-]+==[^\s;]+(?: ; [^\\]+?)?)((?: --hash=sha256:[0-9a-f]{64})+)")
"""A package with its version, perhaps a marker, and the hash of each of its files."""

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = [ROOT / "action.yml", *WORKFLOWS]
OWN = "./"
"""The action of this repository, as a workflow in it calls it."""


def requirements(file: str) -> list[str]:
    """The requirements in `file`, each in one line with single blanks."""
    joined = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", "")
    return [re.sub(r" +", " ", line).strip() for line in joined.splitlines()]


def data(path: Path) -> Any:
    """What a YAML file holds, as GitHub and pre-commit read it."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def uses(part: Any) -> list[str]:
    """Every action that a workflow or action uses."""
    if isinstance(part, list):
        return [one for item in part for one in uses(item)]
    if not isinstance(part, dict):
        return []
    return [one for key, value in part.items() for one in ([value] if key == "uses" else uses(value))]


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_every_requirement_has_a_version_and_hashes(file: str) -> None:
    lines = requirements(file)

    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_the_requirements_agree() -> None:
    run, develop, measure = (set(requirements(file)) for file in REQUIREMENTS)

    assert run < develop < measure


def test_the_hook_installs_the_versions_of_the_requirements() -> None:
    (hook,) = data(ROOT / ".pre-commit-hooks.yaml")

    assert hook["additional_dependencies"] == [re.sub(r" --hash=.*", "", line) for line in requirements("requirements.txt")]


@pytest.mark.parametrize("file", ACTIONS, ids=lambda file: file.name)
def test_every_action_used_is_pinned_to_a_commit(file: Path) -> None:
    used = uses(data(file))

    assert used
    assert [action for action in used if action != OWN and not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_may_only_read(file: Path) -> None:
    workflow = data(file)

    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values() if job["permissions"] != {"contents": "read"}] == []


def test_the_documentation_pins_what_it_shows() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)]
    revisions = [repo["rev"] for block in blocks if "repos" in block for repo in block["repos"] if "rev" in repo]
    pinned = [action.partition("@")[2] for action in uses(blocks)]

    assert revisions
    assert pinned
    assert [one for one in (*revisions, *pinned) if one != "COMMIT" and not re.fullmatch("[0-9a-f]{40}", one)] == []
