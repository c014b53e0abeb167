"""Whatever counts thousands writes them one way: 1,001, never 1001. Only years, and the numbers of lines, have no separator."""

import re
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

import pytest

from conftest import Run

MANY = 1_001
WORDS = ["".join(letters) for letters in islice(product("bcdfghjklm", "aeiou", "npqrst", "aeiou"), MANY)]
"""Words without digits that no lexicon knows, one for each meeting."""

BARE = re.compile(r"(?<![\d,.])\d{4,}(?!\d)")
NO_COUNT = re.compile(r"<style>.*?</style>|<[^>]*>|1 January 2020", re.DOTALL)
"""The style sheet and the tags of HTML, and the day that the register describes."""


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes a register of more than a thousand of each thing; every entry has a word of its own and one that is given."""
    top = tmp_path_factory.mktemp("crowded")

    def made(word: str) -> Path:
        folder = top / word
        if not folder.exists():
            (folder / "meetings").mkdir(parents=True)
            (folder / "register.yaml").write_text('name: Crowded\nas_at: "2020-01-01"\n')
            organisations = (f"{name}: {{name: {name.title()} Council}}\n" for name in WORDS)
            (folder / "organisations.yaml").write_text(
                "hub: {name: Hub}\nsub: {name: Sub, part_of: hub}\nreader: {name: Reader}\n" + "".join(organisations)
            )
            (folder / "themes.yaml").write_text(
                "all: {name: All, terms: [sprocket, flange]}\n" + "".join(f"{name}: {{name: {name.title()}}}\n" for name in WORDS)
            )
            for place, name in enumerate(WORDS):
                (folder / "meetings" / f"{name}.yaml").write_text(
                    f"title: {name.title()} {word}\n"
                    f"lead: {'unclear' if place == 0 else 'hub'}\n"
                    f"focus: [{word} {name}]\n"
                    f"themes: [{name}]\n"
                    f"participants: [hub, sub, {name}, {{organisation: reader, attendance: observer}}]\n"
                    f"frequency: {'As required' if place % 2 else 'Weekly'}\n"
                    "review: {recommendation: end}\n" + ("purpose: Clear the oxbow of silt below the weir\n" if place < 2 else "")
                )
        return folder

    return made


@pytest.mark.parametrize(
    "words",
    [
        "list --lead hub",
        "organisation hub",
        "overlaps --limit 1001",
        "load --recommended --limit 1001",
        "coverage",
        "review",
        "whatif --recommended",
        "duplicates",
        "duplicates --by workstream --limit 1001",
        "validate",
        "export --format markdown",
        "review --format markdown",
        "coverage --format html",
    ],
)
def test_every_count_has_its_separators(words: str, crowded: Callable[[str], Path], run: Run) -> None:
    ran = run(f"{words} --register {crowded('sprocket')}")

    assert bare(ran.out) == [], ran.out
    assert bare(ran.err) == [], ran.err


def bare(text: str) -> list[str]:
    """The numbers in `text` of four digits or more that have no separator, each with what is around it."""
    prose = NO_COUNT.sub("", text)
    return [prose[max(0, found.start() - 40) : found.end() + 20] for found in BARE.finditer(prose)]


def test_a_difference_of_thousands_has_its_separators(crowded: Callable[[str], Path], run: Run) -> None:
    before, after = crowded("sprocket"), crowded("flange")

    for words in ("diff", "diff --brief"):
        ran = run(f"{words} {before} {after}")

        assert "1,001 with another remit or level" in ran.out
        assert bare(ran.out) == []


def test_evidence_counts_entries_with_separators(crowded: Callable[[str], Path], run: Run) -> None:
    assert "2 of 1,001 entries use “" in " ".join(run(f"duplicates --register {crowded('sprocket')}").out.split())


def test_programs_read_counts_without_separators(crowded: Callable[[str], Path], run: Run) -> None:
    read = run(f"load --format csv --register {crowded('sprocket')}").out

    assert "\r\nHub,,,,1001," in read
    assert "1,001" not in read
