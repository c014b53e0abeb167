"""Measures commands that run in turn: the median CPU time and memory of each, and their ratios."""

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Cost:
    """The cost of a command."""

    seconds: float
    """CPU time of its process and those that it started: the median."""
    mebibytes: float
    """The most memory that its process used at once: the median."""
    against: Mapping[str, float]
    """Its CPU time divided by that of each other command: the median over the rounds, as a busy machine slows both in the same round."""


def rounds_for(meetings: int) -> int:
    """How many rounds to measure on a register of so many `meetings`."""
    return 5 if meetings <= 1000 else 3  # noqa: PLR2004


def costs(commands: Mapping[str, Sequence[str]], rounds: int = 5, **environment: str) -> dict[str, Cost]:
    """The costs of `commands`, by name: each runs once in each of the `rounds`, after a round that isn't counted."""
    whole = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "", **environment}
    for command in commands.values():
        _run(command, whole)
    seen = [{name: _run(command, whole) for name, command in commands.items()} for _ in range(rounds)]
    return {
        name: Cost(
            statistics.median(one[name][0] for one in seen),
            statistics.median(one[name][1] for one in seen),
            {other: statistics.median(one[name][0] / one[other][0] for one in seen) for other in commands},
        )
        for name in commands
    }


def _run(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def govreg(*words: str) -> list[str]:
    """The command line for `govreg` with `words`, as an installed program runs it."""
    return [sys.executable, "-c", "import sys; sys.argv[0] = 'govreg'; from govreg.__main__ import main; main()", *words]


def table(found: Mapping[str, Cost], *against: str) -> list[str]:
    """The costs as a Markdown table, with the ratio to each of `against`."""
    lines = [
        f"| | CPU, s | MiB |{''.join(f' × {other} |' for other in against)}",
        f"|---|---:|---:|{'---:|' * len(against)}",
    ]
    for name, cost in found.items():
        ratios = "".join(f" {cost.against[other]:.2f} |" for other in against)
        lines.append(f"| {name} | {cost.seconds:.3f} | {cost.mebibytes:.0f} |{ratios}")
    return lines
