"""Measures how long govreg takes to start: `list` and `validate` on small registers, against an empty Python and the bare stack."""

import sys
import tempfile
from pathlib import Path

from measure import costs, govreg, table
from synthetic import write

IMPORTS = "import typer, yaml, pydantic"
"""What the libraries take to import, before they do anything: Typer and pydantic import most of themselves when they are first used."""

BARE = """
import typer, yaml, pydantic
from govreg.model import entries, meeting, settings, verdict
for part in (meeting.Meeting, entries.Organisation, entries.Area, entries.Theme, settings.RegisterFile, verdict.Verdict):
    part.model_rebuild()
app = typer.Typer(rich_markup_mode=None)
@app.command()
def run() -> None: pass
app()
"""
"""One process that imports typer, yaml and pydantic, builds govreg's models and runs an empty command."""


def main() -> list[str]:
    """The lines of its table."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            IMPORTS: [sys.executable, "-c", IMPORTS],
            "the bare stack": [sys.executable, "-c", BARE],
            "list, register/": govreg("list", "--register", "register"),
        }
        for count in (10, 100):
            write(count, Path(folder, str(count)))
            where = ("--register", str(Path(folder, str(count), "register")))
            commands[f"list, {count} meetings"] = govreg("list", *where)
            commands[f"validate, {count} meetings"] = govreg("validate", *where)
        return ["## Start", "", *table(costs(commands), "python -c pass", IMPORTS, "the bare stack")]


if __name__ == "__main__":
    print("\n".join(main()))
