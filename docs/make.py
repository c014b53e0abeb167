"""Write what is made from the code: four pages of docs/, the picture of a session and the output that the README shows.

`python docs/make.py` writes them; with `--check` it writes nothing, names what is out of date and exits with 1.
"""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

from govreg.cli import COMMANDS
from govreg.diagnostics.rule import Rule
from govreg.model.entries import Organisation, Theme
from govreg.model.fields import Record
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.schema import FieldSpec, field_specs
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict
from govreg.render.markdown_text import escaped
from govreg.rules.catalogue import every_rule
from govreg.views.explain import FAMILIES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SHOWN = re.compile(r"^```console\n\$ (govreg [^\n]+)\n.*?^```$", re.MULTILINE | re.DOTALL)
"""A block of the README that shows a command's output."""

SESSION = ("govreg list --lead unclear", "govreg validate register/meetings/criminal-justice-board.yaml")
"""The commands in the picture."""

FILES: tuple[tuple[str, str, type[Record]], ...] = (
    (
        "meetings/<id>.yaml",
        "One file for each meeting. Only `title` and `lead` are required: a short entry is valid, and `review` lists its gaps.",
        Meeting,
    ),
    (
        "register.yaml",
        "The register's name, its areas and its settings. Each id under `areas` is an area.",
        RegisterFile,
    ),
    (
        "organisations.yaml",
        "Each id is an organisation: a body, an office, a post, or a collective such as “local authorities”.",
        Organisation,
    ),
    ("themes.yaml", "Each id is a theme.", Theme),
    ("verdicts.yaml", "A list of reviewers' decisions about pairs of meetings. The last verdict on a pair counts.", Verdict),
    ("minutes/<meeting id>/<day>.yaml", "The record of one sitting. A word may follow the day: `2018-04-04-extra.yaml`.", Minutes),
)

EXAMPLE = DOCS / "example"
"""An invented register that shows every field of every file."""

SHOWN_WHOLE = {
    "meetings/<id>.yaml": ("meetings/safer-streets-board.yaml", "meetings/local-safety-groups.yaml"),
    "minutes/<meeting id>/<day>.yaml": (
        "minutes/safer-streets-board/2026-02-04.yaml",
        "minutes/local-safety-groups/2026-03-11-eastport.yaml",
    ),
}
"""The files of the example that a section shows, where the section isn't named after its file."""

GLOSSARY = "The meaning of each abbreviation, or a list of meanings where it has several."

FORMAT = """\
# The files of a register

    register/
      register.yaml         name, date, areas, settings          (optional)
      organisations.yaml    the organisations
      themes.yaml           the subjects                         (optional)
      glossary.yaml         abbreviation: meaning, or a list of meanings   (optional)
      verdicts.yaml         reviewers' decisions about pairs     (optional)
      meetings/<id>.yaml    the meetings: one file for each
      minutes/<meeting id>/<day>.yaml                            (optional)

These rules apply to every file:

- **Ids** are lower-case letters and digits with single hyphens between them. They begin with a letter and have at most 64 characters.
  Write the id of an organisation, area, theme or meeting in files; names and aliases are for reading, and for the command line.
- **Text** is read exactly as written, even `no`, `12:30` and `1.10`. Put such a text in quotes all the same, because other programs read
  it as something else. `validate` says which texts need quotes.
- **Quotes** are needed where a text contains a colon and a space, or a space and a `#`, or begins with one of
  `[ ] { } & * ! | > % @ " ' ,`.
- **Dates** are `2016-11-10`, `2016-11` or `2016`. A month or a year counts from its first day for `from`, and to its last day for `until`
  and `due`.
- **Visibility** says who may see an entry or a part of it: `public`, `partners` (the default) or `internal`. `--for partners` leaves out
  what is internal, and `--for public` leaves out everything that isn't public. Without `--for`, an answer shows everything. `show` and
  `review` mark what is internal. Text such as a purpose or notes is shown or left out with its entry.
- **A field with nothing after it** is the same as no field. `~` and `null` are errors: leave the field out.
- **A file** is UTF-8, at most 1 MiB, and one YAML document without anchors, aliases, tags or merge keys. govreg reads at most 256 MiB and
  250,000 files of a register, and as much of its minutes. A finding names every file beyond that, and no answer includes it.

A field in **bold** is required. An id is that of an organisation, a meeting, an area or a theme of the register. The examples are
invented, and together make one register: [example](example).
"""


def commands_page() -> str:
    """docs/commands.md: the help of each command."""
    lines = ["# Commands", "", "The help that `govreg COMMAND --help` prints."]
    for name in COMMANDS:
        lines += ["", f"## govreg {name}", "", "```text", _run(["govreg", name, "--help"]).strip("\n"), "```"]
    return "\n".join(lines) + "\n"


def format_page() -> str:
    """docs/file-format.md: every field of every file."""
    lines = [FORMAT, *(line for title, says, part in FILES for line in _file(title, says, part))]
    return "\n".join([*lines, "## glossary.yaml", "", GLOSSARY, "", *_example("glossary.yaml")])


def findings_page() -> str:
    """docs/findings.md: the page of every rule."""
    lines = ["# Findings", "", "Everything that `govreg validate` can report, in the words of `govreg explain CODE`.", ""]
    family = ""
    for rule in every_rule():
        if not rule.code.startswith(family) or not family:
            family = rule.code[:3]
            lines += [f"## {FAMILIES[family]} ({family}xx)", ""]
        lines += _finding(rule)
    return "\n".join(lines).rstrip() + "\n"


DUPLICATES = """\
# How duplicates are weighed

`govreg duplicates` compares each meeting with those that share something uncommon with it. Each sign that two meetings do the same work
adds to a sum, and each sign that they don't takes from it. The parts are rounded to hundredths before they are added, so the printed
parts add up to the printed sum. The weights are fixed, and the same for every register.

    score = 1 / (1 + e^(1.5 - sum))

The score rises with the sum and is never capped: 0.18 where nothing was found, 0.5 at a sum of 1.5, 0.7 at 2.35. A pair is *likely* the
same work from 0.7, *possible* from 0.5, and *weak* below that. The words say where to look first. They are not probabilities.

Similarity counts what two entries share: themes and subjects, words, phrases, items of work, names. Some pairs are bound to be similar,
such as a parent and its sub-group, or the same partnership in two towns, so similarity shows little about them. Signs of that kind
reduce the similarity by a share. A pair is at most *related*, and isn't raised unless you ask for it, where one reports to the other, the
two are linked, they work for different areas or tiers, one is a working group, or one ended and the other took its place.

Some words count for nothing: small words, places, names of organisations, words that are common in this field, and words that a fifth of
the meetings use. An abbreviation counts as its meaning where the glossary has one meaning for it, and never where it has several.

Two meetings of different areas are compared only where one entry names the other, or where you ask for the pair. A `per-area` entry
counts as one meeting. Case conferences and one-offs are left out unless you ask for them. A verdict settles its pair until the entries
change.
"""


def duplicates_page() -> str:
    """docs/duplicates.md: how a sum is made, with every weight."""
    lines = [DUPLICATES]
    source = (ROOT / "src/govreg/analysis/duplicates/weights.py").read_text(encoding="utf-8")
    parts = re.split(r"^# (For|Against): (.*)$", source.partition("\nLIKELY =")[0], flags=re.MULTILINE)
    for title, says, constants in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        lines += [f"## {title}", "", f"{says[:1].upper()}{says[1:]}", "", "| weight | of | meaning |", "|---:|---|---|"]
        for name, value, meaning in re.findall(r'^([A-Z_]+) = (.+)\n"""(.+)"""$', constants, re.MULTILINE):
            lines.append(f"| {value} | {name.lower().replace('_', ' ')} | {escaped(meaning)} |")
        lines.append("")
    return "\n".join(lines)


def readme(text: str) -> str:
    """The README with the output of its commands as it is now, as a terminal of 80 columns shows it."""
    return SHOWN.sub(lambda block: f"```console\n$ {block[1]}\n{_run([*shlex.split(block[1]), '--color=always']).rstrip()}\n```", text)


def _file(title: str, says: str, part: type[Record]) -> Iterator[str]:
    yield from (f"## {title}", "", says, "")
    yield from _example(title)
    yield from _keys(part)
    for key in field_specs(part).values():
        if key.record is not None:
            yield from (f"### {title.split('.', maxsplit=1)[0]}: {key.name}", "", (key.record.__doc__ or "").strip().replace("\n", " "), "")
            yield from _keys(key.record)


def _example(title: str) -> Iterator[str]:
    for name in SHOWN_WHOLE.get(title, (title,)):
        if (EXAMPLE / name).is_file():
            yield from ("```yaml", f"# {name}", (EXAMPLE / name).read_text(encoding="utf-8").rstrip("\n"), "```", "")


def _keys(part: type[Record]) -> Iterator[str]:
    yield from ("| field | value | meaning |", "|---|---|---|")
    for key in field_specs(part).values():
        name = f"**{key.name}**" if key.required else key.name
        yield f"| {name} | {_holds(key)} | {key.description} |"
    yield ""


def _holds(key: FieldSpec) -> str:
    if key.words:
        return " \\| ".join(f"`{word}`" for word in key.words)
    kind = {"part": "fields of its own", "truth": "`true`, `false`, a text, or a list of texts"}.get(key.kind, key.kind)
    if key.mapping:
        return f"names, each with {'a ' if key.record is None else ''}{kind}"
    short = f", or a {field_specs(key.record)[key.record.short].kind}" if key.record is not None and key.record.short is not None else ""
    if not key.many or key.kind == "truth":
        return kind + short
    if key.record is None:
        return f"a {kind}, or a list of {kind}s" if key.single else f"a list of {kind}s"
    return f"{kind}, or a list of such" if key.single else f"a list, each with {kind}{short}"


def _finding(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.code}: {escaped(rule.doc.title)}", "", f"*{rule.severity.value.capitalize()}.*", "")
    for why in rule.doc.why:
        yield from (why, "")
    for title, files in (("Wrong", rule.doc.wrong), ("Right", rule.doc.right)):
        if files:
            yield from (f"{title}:", "", "```yaml")
            yield "\n".join(f"# {name}\n{text}" for name, text in files.items()).rstrip("\n")
            yield from ("```", "")


def picture(commands: tuple[str, ...]) -> str:
    """The SVG picture of a terminal of 80 columns in which `commands` were run; it asks for no font from the web."""
    console = Console(width=80, record=True, file=io.StringIO(), force_terminal=True, color_system="standard", legacy_windows=False)
    for command in commands:
        console.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
        console.print(Text.from_ansi(_coloured([*shlex.split(command), "--color=always"])))
    drawn = console.export_svg(title="govreg", unique_id="session")
    drawn = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL).replace("Fira Code,", "ui-monospace, Menlo, Consolas,")
    return re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE).rstrip("\n") + "\n"


def _run(words: list[str]) -> str:
    """The output of a command at a terminal of 80 columns, without its colours."""
    return re.sub(r" +$", "", re.sub(r"\x1b\[[0-9;]*m", "", _coloured(words)), flags=re.MULTILINE)


def _coloured(words: list[str]) -> str:
    """The output of a command at a terminal of 80 columns."""
    environment = {**os.environ, "COLUMNS": "80", "GOVREG_REGISTER": str(ROOT / "register")}
    program = f"import sys; sys.argv[0] = {words[0]!r}; from govreg.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *words[1:]], capture_output=True, cwd=ROOT, env=environment, encoding="utf-8", check=False
    )
    if done.stderr:
        raise SystemExit(f"{' '.join(words)}: {done.stderr}")
    return done.stdout


def made() -> dict[Path, str]:
    """What each file that is made from the code should hold."""
    return {
        DOCS / "commands.md": commands_page(),
        DOCS / "file-format.md": format_page(),
        DOCS / "findings.md": findings_page(),
        DOCS / "duplicates.md": duplicates_page(),
        DOCS / "session.svg": picture(SESSION),
        ROOT / "README.md": readme((ROOT / "README.md").read_text(encoding="utf-8")),
    }


def stale() -> list[str]:
    """The files that are out of date."""
    return [path.name for path, text in made().items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def main() -> None:
    """Write the files, or with `--check` say which are out of date."""
    if sys.argv[1:] == ["--check"]:
        old = stale()
        if old:
            sys.exit(f"Out of date: {', '.join(old)}. Run: make docs")
        return
    for path, text in made().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
