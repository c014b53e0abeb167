"""Run commands by turns and say what each costs: median CPU time and memory, and how they compare."""

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
    """What a command costs."""

    seconds: float
    """CPU time of its process and those that it started: the median."""
    mebibytes: float
    """The most memory that its process held at once: the median."""
    against: Mapping[str, float]
    """Its CPU time divided by that of each other command, the median over the rounds: what drifts in a round drifts for both."""


def costs(commands: Mapping[str, Sequence[str]], rounds: int = 5, **environment: str) -> dict[str, Cost]:
    """The costs of `commands`, by name, each run `rounds` times by turns after one round that is thrown away."""
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
    """A command of govreg, as an installed one runs."""
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
