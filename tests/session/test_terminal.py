"""Questions at a terminal, through a pseudo-terminal: what is asked, and what each answer does."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from conftest import ROOT
from editing import contents, write_register
from forked import ForkedGovreg
from govreg.storage.reader import read_register

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import pty  # Windows has no such module
import select

LONGEST = 90
"""Seconds after which a program that says nothing has failed: a busy machine starts Python slowly."""

PATIENCE = 1
"""Seconds after which an interrupt is typed again, as people do: Python doesn't notice one that comes just before it waits for input."""

END_OF_INPUT, INTERRUPT = b"\x04", b"\x03"
MANY = ["set", "--where", "lead=opcc", "level", "tactical"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_register(tmp_path / "register")


Asked = Callable[[Sequence[str], Sequence[tuple[str, bytes]], Path], tuple[int, str]]


@pytest.fixture
def asked(forked: ForkedGovreg) -> Asked:
    """Gives the status of `govreg WORDS` at a terminal, and what it shows; each answer is typed once its question has been shown."""

    def status_and_said(words: Sequence[str], answers: Sequence[tuple[str, bytes]], folder: Path) -> tuple[int, str]:
        terminal, inside = pty.openpty()
        output, left, typed = bytearray(), list(answers), b""
        end = time.monotonic() + LONGEST
        with forked.run(words, folder, {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TERM": "dumb"}, inside) as running:
            os.close(inside)
            while (seconds := end - time.monotonic()) > 0:
                if not select.select([terminal], [], [], min(seconds, PATIENCE))[0]:
                    if typed == INTERRUPT:
                        os.write(terminal, INTERRUPT)
                    continue
                try:
                    more = os.read(terminal, 65536)
                except OSError:  # how Linux says that the program has ended
                    break
                if not more:
                    break
                output += more
                if left and left[0][0].encode() in output:
                    typed = left.pop(0)[1]
                    os.write(terminal, typed)
            else:
                pytest.fail(f"it didn't end: {bytes(output)!r}")
            status = int(running.recv(9))
        os.close(terminal)
        assert left == [], bytes(output)
        return status, output.decode(errors="replace").replace("\r\n", "\n")

    return status_and_said


@pytest.mark.parametrize("answer", [b"y\n", b"YES\n"])
def test_many_meetings_are_changed_where_the_person_says_yes(answer: bytes, folder: Path, asked: Asked) -> None:
    status, output = asked(MANY, [("Change them? [y/N]", answer)], folder)

    assert status == 0
    assert "-level: strategic\n+level: tactical" in output
    assert "2 meetings would be changed." in output
    assert output.endswith("Changed 2 meetings. Next: govreg validate\n")
    assert {one.level for one in read_register(folder).register.meetings.values()} == {"tactical", None}


@pytest.mark.parametrize(
    ("answer", "status"),
    [(b"\n", 2), (b"n\n", 2), (b"yes please\n", 2), (b"\xff\n", 2), (b"\x1b[A\n", 2), (END_OF_INPUT, 2), (INTERRUPT, 130)],
)
def test_any_answer_but_yes_changes_nothing(answer: bytes, status: int, folder: Path, asked: Asked) -> None:
    before = contents(folder)
    came, output = asked(MANY, [("Change them? [y/N]", answer)], folder)

    assert came == status
    assert "Traceback" not in output
    assert contents(folder) == before


def test_a_new_meeting_is_made_of_what_is_answered(folder: Path, asked: Asked) -> None:
    answers = [
        ("Who leads it?", "Constabulary\n"),
        ("What is it for?", "Oversee the vans: all of them\n"),
        ("How often does it meet?", "\n"),
        ("Who sits on it?", "NHS, Youth Council\n"),
        ("Add it as a new organisation? [y/N]", "y\n"),
    ]
    status, output = asked(["new", "Van board"], [(question, answer.encode()) for question, answer in answers], folder)

    assert status == 0, output
    assert contents(folder)["meetings/van-board.yaml"].decode() == (
        'title: Van board\nlead: constabulary\npurpose: "Oversee the vans: all of them"\nparticipants:\n  - nhs\n  - youth-council\n'
    )
    assert read_register(folder).register.organisations["youth-council"].name == "Youth Council"


def test_enter_leaves_out_what_is_asked(folder: Path, asked: Asked) -> None:
    questions = ["Who leads it?", "What is it for?", "How often does it meet?", "Who sits on it?"]
    status, output = asked(["new", "Van board"], [(question, b"\n") for question in questions], folder)

    assert status == 0, output
    assert contents(folder)["meetings/van-board.yaml"] == b"title: Van board\nlead: not-stated\n"


@pytest.mark.parametrize(
    "answers",
    [
        [("Who leads it?", END_OF_INPUT)],
        [("Who leads it?", INTERRUPT)],
        [("Who leads it?", b"\xc3\n")],
        [("Who leads it?", b"NHS\n"), ("What is it for?", END_OF_INPUT)],
        [("Who leads it?", b"Nowhere\n"), ("as a new organisation? [y/N]", b"n\n"), ("What is it for?", b"\n")],
    ],
)
def test_an_unfinished_answer_creates_no_meeting(answers: list[tuple[str, bytes]], folder: Path, asked: Asked) -> None:
    before = contents(folder)
    if answers[-1][1] == b"\n":
        answers = [*answers, ("How often does it meet?", b"\n"), ("Who sits on it?", b"\n")]
    status, output = asked(["new", "Van board"], answers, folder)

    assert status in (2, 130)
    assert "Traceback" not in output
    assert contents(folder) == before


@pytest.mark.parametrize("words", [MANY, ["new", "Van board"]])
def test_without_any_input_nobody_is_asked(words: list[str], folder: Path) -> None:
    """Input that is closed, as a service has it, is no terminal. It is closed when Python starts."""
    before = contents(folder)
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.close(0)
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
        os.execve(sys.executable, [sys.executable, "-m", "govreg", *words], environment)  # noqa: S606 - it is what is tested
    output = bytearray()
    try:
        while more := os.read(terminal, 65536):
            output += more
    except OSError:  # how Linux says that the program has ended
        pass
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.close(terminal)

    assert status == 2
    assert b"Traceback" not in output
    assert contents(folder) == before
