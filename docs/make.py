"""Write what is made from the code: pages of docs/, the picture of a session and the output that the README shows.

`python docs/make.py` writes them; with `--check` it writes nothing, names what is out of date and exits with 1.
"""

import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.text import Text

from govreg.analysis.duplicates import signals
from govreg.analysis.duplicates.profile import MOST_COMPARED, MOST_TOPICS
from govreg.analysis.duplicates.search import score_pair
from govreg.cli import COMMANDS
from govreg.cli import main as govreg
from govreg.diagnostics.rule import Rule
from govreg.model.beginnings import MOST_WORDS
from govreg.model.entries import Organisation, Theme
from govreg.model.fields import Record
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.schema import FieldSpec, field_specs
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict
from govreg.render.markdown_text import escaped
from govreg.rules.catalogue import every_rule
from govreg.storage.reader import read_register
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
- **Titles, names and aliases** have at most 500 characters, on one line.
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
- **A file** is UTF-8, at most 1 MiB, and one YAML document without anchors, aliases, tags or merge keys. It has at most 16 levels and
  50,000 values; a list within an entry has at most 1,000 items, and a text 50,000 characters. govreg reads at most 250,000 files
  of a register and 24 MiB, or 10 KiB per file where that is more, up to 256 MiB; and as much of its minutes. A finding names every file
  beyond that, and no answer includes it.

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
# How possible duplicates are found

`govreg duplicates` asks of every two meetings that could do one piece of work: **how surprising is what they have in common?** Two
entries that share a word which a third of the register uses, or a member who sits everywhere, have nothing surprising in common. Two
that share a rare subject, several rare words, a name or a run of copied text do.

## The measure

The unit is a factor of ten. A part that adds 1.00 is one that a pair shows by chance once in ten, 2.00 once in a hundred. These are the
weights of record linkage (I. P. Fellegi and A. B. Sunter, *A Theory for Record Linkage*, JASA 64, 1969), with how often each thing
agrees by chance counted in the register itself (W. E. Winkler, 1989). The parts are rounded to hundredths and added; the printed sum is
their sum.

**Comparable** are two meetings whose areas are the same, or of which one's area lies in the other's. Pairs of one area and pairs of an
area and one in it are counted apart: a county board and the district bodies below it are bound to share their subject. Copies of one
entry are counted once. Counts are taken beside those of {UNSEEN} further entries that say none of it, so that a register of five can't
make everything look rare.

- **Subjects, names, members, items of work**: half the logarithm of how few comparable pairs share it. Half, because a pair could have
  agreed on any of the things that either has.
- **Words and members**: each counts by how few others have it, less 0.48, and each of the shorter entry's that is *not* in common takes
  0.18 away. That is Fellegi and Sunter's sum where two papers about one body share a third of their words. An entry is taken to have
  {FEWEST_WORDS} telling words at least, so one word in common adds next to nothing, however short the entry. Of an entry,
  the first {MOST_WORDS} words are read, and of these {MOST_COMPARED} telling words, {MOST_COMPARED} runs of three and the
  {MOST_TOPICS} plainest subjects are compared.
- **Copied text**: 0.30, a coin toss, for each run of three words, in whatever order, that hardly any other entry has, beside the words.
- The rest are facts that a register has too seldom to count. They have round weights, each with its reason, in the tables below.

What explains likeness otherwise takes a share of it away. Where several do, each takes its share of what is left.

**Work, not mention.** A subject counts where a title, a tag, the purpose or an item of focus says that the body works on it. What a
purpose only names (“receives reports from …”, “links with …”, a partner's name) is a mention and makes no subject, no duty and no home
for work. What is said across an “and” counts: “protect children and adults” is work on both. A wider word in a title (“Public
Protection Committee”) means all that it stands for. The register's own themes come first; the built-in subjects
(`src/govreg/analysis/text/lexicon.toml`) fill in, and one that a theme is about is part of that theme, so nothing is counted twice.

**Names.** Two names are one where they differ in places, small words, abbreviations and the kind of body only: a board that is made a
partnership keeps its name. “One Newport” and “One Newport Partnership” are one name too: where nothing else is left, the place counts.

**Layers.** County and district, board and forum, board and working group, scrutiny and what is scrutinised, strategy and delivery are
not one body twice, nor are several bodies (“Partnerships”) and one. They get a list of their own, a line each: which reports to
which? Only a recorded report or kind, or another area, makes two meetings with one copied text layers: names and levels then don't.

**From sum to grade.** With a hundred others to compare it with, what one pair in a hundred has by chance comes up once for each
meeting. So the bar is the logarithm of how many others a meeting can be compared with on average (at least ten). From the bar on a pair
is *possible*, from one above it (ten times rarer) *likely*, below it *weak*. The score puts the sum between 0 and 1, 0.5 at the bar and
0.7 one above it:

    score = 0.5 + x / (2 (1.5 + |x|)),   x = sum - bar

It rises strictly and never reaches 1. These are words for where to look first, not chances that a pair is a duplicate.

**Which pairs are compared.** All in a register of up to 300 meetings. In a larger one, those with something rare in common, or of
which one names the other: pairs are then counted as “at least” so many. Case conferences, one-offs and ended meetings with a recorded
successor are left out unless asked for; a `per-area` entry is one meeting. A fresh verdict settles its pair, and what follows from it:
duplicates of one body are duplicates of each other, and what is distinct from one is distinct from all. How well this finds duplicates
that people labelled, and what it costs, is in [bench/labels/README.md](../bench/labels/README.md).
"""

WORKED = ("criminal-justice-board", "criminal-justice-transformation-programme-executive-board")
"""The pair of register/ that docs/duplicates.md works through."""


def duplicates_page() -> str:
    """docs/duplicates.md: how a sum is made, with every weight, and one pair worked through."""
    named = {
        "UNSEEN": signals.UNSEEN,
        "FEWEST_WORDS": signals.FEWEST_WORDS,
        "MOST_COMPARED": MOST_COMPARED,
        "MOST_WORDS": MOST_WORDS,
        "MOST_TOPICS": MOST_TOPICS,
    }
    text = DUPLICATES
    for name, number in named.items():
        text = text.replace(f"{{{name}}}", str(number))
    lines = [text, *_worked()]
    for title in ("For", "Layers of one subject", "Against"):
        amount = "adds" if title == "For" else "explains"
        lines += [f"## {title}", "", f"| signal | {amount} | what it says |", "|---|---:|---|"]
        for signal, meaning in signals.SIGNALS.items():
            here = "For" if not meaning.explains else "Layers of one subject" if meaning.layer else "Against"
            if here == title:
                value = f"{meaning.explains:.0%}" if meaning.explains else "counted" if meaning.adds is None else f"{meaning.adds:.2f}"
                lines.append(f"| `{signal.value}` | {value} | {escaped(meaning.says)} |")
        lines.append("")
    return "\n".join(lines)


def _worked() -> Iterator[str]:
    """One pair worked through, from the counts of the register to the sum."""
    register = read_register(ROOT / "register").register
    found = score_pair(register, *WORKED)
    pair, comparison = found.pairs[0], found.comparison
    one, other = (comparison.by_id[id_] for id_ in WORKED)
    counts, common = comparison.scorer.frequencies, comparison.scorer.common(one, other)
    level = min(one.topics[common.topics[0]], other.topics[common.topics[0]])
    agreeing, pairs = counts.share(("topic", level, common.topics[0]), same_area=True)
    unseen = round(signals.UNSEEN * 2 * pairs / counts.entries + signals.UNSEEN**2 / 2)
    size = max(signals.FEWEST_WORDS, min(len(one.terms), len(other.terms)))
    others = counts.entries - 1 + signals.UNSEEN
    added = {part.signal: part.weight for part in (*pair.evidence, *pair.against)}
    words = [f"“{stem}” is said by {counts.document_frequency[stem]}" for stem in sorted(common.words)]
    each = " + ".join(f"(log10({others} / {max(1, counts.document_frequency[stem] - 1)}) - 0.48)" for stem in sorted(common.words))
    yield from ("## One pair worked through", "", f"`govreg duplicates {' '.join(WORKED)}`, in the register here:", "")
    yield (
        f"*{one.meeting.title}* and *{other.meeting.title}*. The register has {counts.entries} entries; {pairs} pairs are of one area.\n\n"
        f"- Subject: both titles have {comparison.topics.name(common.topics[0])}, as have {agreeing} of the {pairs} pairs; the "
        f"{signals.UNSEEN} further entries stand for {unseen} more. "
        f"log10(({pairs} + {unseen}) / {agreeing}) / 2 = **{added[signals.Signal.THEME]:+.2f}**\n"
        f"- Words: of the {size} telling words of the shorter entry, {len(common.words)} are in common (as stems: {', '.join(words)} of "
        f"the {counts.entries} entries). {each} - {size - len(common.words)} × 0.18 = **{added[signals.Signal.WORDS]:+.2f}**\n"
        f"- One names the other in its notes: **{added[signals.Signal.NAMED]:+.2f}**\n"
        f"- One is linked to the other, which explains a tenth of this likeness: **{added[signals.Signal.LINKED]:+.2f}**\n\n"
        f"Together **{pair.total:+.2f}**. A meeting can be compared with {counts.comparable:.0f} others on average, so the bar is "
        f"log10({counts.comparable:.0f}) = {comparison.scale.bar:.2f}: the pair is *{pair.grade}*, with a score of {pair.score:.3f}. "
        f"{found.rank(pair)} of {comparison.comparable} comparable pairs in the register add up to as much.\n"
    )


def readme(text: str) -> str:
    """A page, such as the README, with the output of its commands as it is now, as a terminal of 80 columns shows it."""
    return SHOWN.sub(lambda block: f"```console\n$ {block[1]}\n{_run([*shlex.split(block[1]), '--color=always']).rstrip()}\n```", text)


def _file(title: str, says: str, part: type[Record]) -> Iterator[str]:
    yield from (f"## {title}", "", says, "")
    yield from _example(title)
    yield from _keys(part)
    yield from _parts(title.split(".", maxsplit=1)[0], part)


def _parts(above: str, part: type[Record]) -> Iterator[str]:
    """The fields of the parts of `part`, and of theirs."""
    for key in field_specs(part).values():
        if key.record is not None:
            yield from (f"### {above}: {key.name}", "", " ".join((key.record.__doc__ or "").split()), "")
            yield from _keys(key.record)
            yield from _parts(f"{above}: {key.name}", key.record)


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
    environment = patch.dict(os.environ, {"COLUMNS": "80", "GOVREG_REGISTER": str(ROOT / "register")})
    out, errors = io.StringIO(), io.StringIO()
    with environment, chdir(ROOT), patch.object(sys, "argv", words), redirect_stdout(out), redirect_stderr(errors), suppress(SystemExit):
        govreg()
    if errors.getvalue():
        raise SystemExit(f"{' '.join(words)}: {errors.getvalue()}")
    return out.getvalue()


def made() -> dict[Path, str]:
    """What each file that is made from the code should hold."""
    return {
        DOCS / "commands.md": commands_page(),
        DOCS / "file-format.md": format_page(),
        DOCS / "findings.md": findings_page(),
        DOCS / "duplicates.md": duplicates_page(),
        DOCS / "import.md": readme((DOCS / "import.md").read_text(encoding="utf-8")),
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
