"""The GitHub action and the pre-commit hook: nothing in the checkout runs as code, and no edit is missed."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

import yaml
from conftest import ROOT

EVIL = ("venv", "ensurepip", "logging", "json", "sitecustomize", "usercustomize", "pip", "yaml", "typer", "govreg", "hatchling")
"""Modules that a pull request may bring in the hope that they are imported."""

PIP = """
import json, logging, os, sys
seen = {"isolated": sys.flags.isolated, "words": sys.argv[1:], "python": [name for name in os.environ if name.startswith("PYTHON")]}
with open(os.environ["PIP_LOG"], "a", encoding="utf-8") as file:
    print(json.dumps(seen), file=file)
"""
"""Takes the place of pip, which would need the network: it writes down how it was called."""

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None, reason="the action needs bash and a venv with bin/"
)


def steps() -> list[dict[str, Any]]:
    """The steps of the action that run a script."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return [step for step in action["runs"]["steps"] if "run" in step]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pull request with a good register, in which each module says so when it is imported."""
    folder = tmp_path_factory.mktemp("action") / "checkout"
    shutil.copytree(ROOT / "docs" / "example", folder / "register")
    for name in EVIL:
        (folder / f"{name}.py").write_text(f"open({str(folder.parent / 'imported')!r}, 'a').write({name + ' '!r})\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def environment(checkout: Path) -> dict[str, str]:
    """What a runner gives the scripts: a Python that makes environments with our pip in them, and the checkout on PYTHONPATH too."""
    temporary, scripts = checkout.parent / "temp", checkout.parent / "bin"
    temporary.mkdir()
    scripts.mkdir()
    (scripts / "pip.py").write_text(PIP, encoding="utf-8")
    (scripts / "here.pth").write_text(f"{sysconfig.get_path('purelib')}\n{ROOT / 'src'}\n", encoding="utf-8")
    python = scripts / "python"
    making = (
        f'"{sys.executable}" "$@" --without-pip\ncp "{scripts}/pip.py" "{scripts}/here.pth" "{temporary}"/govreg/lib/python3*/site-packages'
    )
    python.write_text(f"#!/bin/sh\nset -e\n{making}\n", encoding="utf-8")
    python.chmod(0o755)
    return {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(checkout),
        "RUNNER_TEMP": str(temporary),
        "INTERPRETER": str(python),
        "ACTION": str(ROOT),
        "PIP_LOG": str(checkout.parent / "pip.log"),
        "FAIL_ON": "error",
        "REGISTER": "",
    }


def run_step(number: int, checkout: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one of the action's scripts in the checkout, as a runner does."""
    words = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", steps()[number]["run"]]
    return subprocess.run(words, cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def installed(checkout: Path, environment: dict[str, str]) -> list[dict[str, Any]]:
    """The calls of pip with which the action's first script installed govreg."""
    done = run_step(0, checkout, environment)

    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in Path(environment["PIP_LOG"]).read_text(encoding="utf-8").splitlines()]


@pytest.mark.usefixtures("installed")
def test_the_action_imports_nothing_of_the_checkout(checkout: Path, environment: dict[str, str]) -> None:
    done = run_step(1, checkout, environment)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Northshire partnership register" in done.stdout
    assert not (checkout.parent / "imported").exists()


def test_the_action_installs_by_hash_and_builds_without_the_network(installed: list[dict[str, Any]]) -> None:
    packages, govreg = installed

    assert packages["isolated"] == govreg["isolated"] == 1
    assert packages["python"] == govreg["python"] == []
    assert {"--require-hashes", "--only-binary", str(ROOT / "requirements.txt")} <= set(packages["words"])
    assert {"--no-index", "--no-deps", "--no-build-isolation", str(ROOT)} <= set(govreg["words"])


@pytest.mark.usefixtures("installed")
def test_an_input_of_the_action_stays_one_argument(checkout: Path, environment: dict[str, str]) -> None:
    done = run_step(1, checkout, {**environment, "REGISTER": "--help; touch 'pwned' $(touch pwned)"})

    assert done.returncode == 2
    assert "touch 'pwned' $(touch pwned)" in done.stderr
    assert not (checkout / "pwned").exists()


def test_the_scripts_take_inputs_from_the_environment_only() -> None:
    assert [step["run"] for step in steps() if "${{" in step["run"]] == []


def test_the_hook_runs_whatever_a_commit_changes() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    assert hook["always_run"] is True
    assert hook["pass_filenames"] is False
    assert "commit-msg" not in hook["stages"]
