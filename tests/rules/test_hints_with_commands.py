"""A hint that gives a command gives one that works: with its placeholder filled in, the finding is gone or the register is no worse."""

import re
from pathlib import Path

from conftest import Run
from editing import contents, write_register

FILES = {
    "register.yaml": "name: Test\nas_at: 2026-11-21\n",
    "organisations.yaml": "opcc: {name: Office of the PCC}\nnhs: {name: NHS}\n",
    "meetings/unclear.yaml": "title: Unclear\nlead: unclear\n",
    "meetings/both.yaml": "title: Both\nlead: [opcc, nhs]\n",
    "meetings/overdue.yaml": (
        "title: Overdue\nlead: opcc\nterms_of_reference: {review_due: 2017-09}\n"
        "review: [{recommendation: continue}, {recommendation: continue, next_due: 2018}]\n"
    ),
    "meetings/over.yaml": "title: Over\nlead: opcc\nstatus: ended\n",
    "meetings/old.yaml": "title: Old\nlead: opcc\n",
    "meetings/new.yaml": "title: New\nlead: opcc\nsupersedes: [old]\n",
    "meetings/rare.yaml": "title: Rare\nlead: opcc\nfrequency: Quarterly\nlast_met: 2025-10-01\n",
    "meetings/duty.yaml": "title: Duty\nlead: opcc\nstatutory: true\nreview: {recommendation: end, reason: Few come}\n",
    "meetings/past.yaml": "title: Past\nlead: opcc\nfrequency: Quarterly\nnext_meets: 2024-12\n",
    "meetings/bi.yaml": "title: Bi\nlead: opcc\nfrequency: Bi monthly\n",
}
FILLED = {"WHO": "nhs", "POST": "'Chief Executive'", "DATE": "1/10/2026", "TEXT": "'The work is done'"}


def test_the_commands_in_hints_work(tmp_path: Path, run: Run) -> None:
    folder = write_register(tmp_path / "register", FILES)
    commands = dict.fromkeys(re.findall(r"“govreg ((?:set|end) [^”]*)”", run("validate --format csv", cwd=folder).out))
    before = contents(folder)

    assert {command.split()[1] for command in commands} == {Path(file).stem for file in FILES if "/" in file} - {"new"}
    for command in commands:
        words = " ".join(FILLED.get(word, word) for word in command.split())
        ran = run(words, cwd=folder)
        assert ran.status == 0, (words, ran.err)
        for file, content in before.items():
            (folder / file).write_bytes(content)
