"""What git is asked, and what is made of each of its answers, without a git that runs."""

import io
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from govreg.errors import GovregError
from govreg.storage import git

NAME = "a" * 40
LACKS = f"This copy of the repository lacks the object {NAME}, which the revision needs."
BROKEN = f"git couldn't read the object {NAME} in this repository."
OPTIONS = [
    "--no-pager --no-optional-locks --no-replace-objects -c core.commitGraph=false -c core.fsmonitor=false",
    f"-c core.hooksPath={os.devnull} -c safe.bareRepository=explicit",
]


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], list[tuple[list[str], dict[str, Any]]]]:
    """Has git answer as given, with a status and errors or by failing to start; what it is asked is in the list that comes back."""
    monkeypatch.setattr(git, "program", lambda: "/usr/bin/git")
    asked: list[tuple[list[str], dict[str, Any]]] = []

    def answers(answer: object) -> list[tuple[list[str], dict[str, Any]]]:
        def run(command: list[str], **how: Any) -> object:
            asked.append((command, how))
            if isinstance(answer, BaseException):
                raise answer
            return answer

        monkeypatch.setattr(subprocess, "run", run)
        return asked

    return answers


def done(status: int, out: bytes = b"", errors: str = "") -> subprocess.CompletedProcess[bytes]:
    return subprocess.CompletedProcess([], status, out, errors.encode())


def test_git_is_asked_without_anything_that_could_change_its_answer(answered: Callable[[object], Any]) -> None:
    asked = answered(done(0, b"yes\n"))

    assert git.ask(Path("x"), "rev-parse", "HEAD") == b"yes\n"
    assert git.ask(Path("x"), "rev-list", "HEAD") == b"yes\n"
    (command, how), (_, of_history) = asked
    assert command == ["/usr/bin/git", *" ".join(OPTIONS).split(), "-C", "x", "rev-parse", "HEAD"]
    assert (how["stdin"], how["capture_output"], how["timeout"], of_history["timeout"]) == (subprocess.DEVNULL, True, 20, 120)
    assert how["env"] == git.environment(os.environ)


def test_status_1_is_no_such_thing(answered: Callable[[object], Any]) -> None:
    answered(done(1, b"x"))

    assert git.ask(Path("x"), "cat-file") is None


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (subprocess.TimeoutExpired("git", 20), "git didn't answer within 20 seconds."),
        (PermissionError(13, "Permission denied"), "git couldn't be started: permission denied."),
        (OSError(), "git couldn't be started: oserror."),
        (ValueError("embedded null byte"), "The name of the revision contains a character that git doesn't allow."),
        (done(2), "git couldn't read the repository: it gives no reason."),
        (done(128, b"", "warning: a\nfatal: b\nerror: c\n"), "git couldn't read the repository: b."),
        (done(128, b"", "\n  error: c\n  fatal: b\n"), "git couldn't read the repository: c."),
        (done(128, b"", "hint: a\nb\n"), "git couldn't read the repository: hint: a."),
        (done(-9, b"", "fatal: \x1b[31m"), "git couldn't read the repository: \\x1b[31m."),
    ],
)
def test_a_failure_is_reported_with_its_reason(answer: object, message: str, answered: Callable[[object], Any]) -> None:
    answered(answer)

    with pytest.raises(GovregError) as refused:
        git.ask(Path("x"), "cat-file")
    assert refused.value.message == message


def test_gits_remedy_for_a_repository_of_another_is_passed_on(answered: Callable[[object], Any]) -> None:
    remedy = "git config --global --add safe.directory /x"
    answered(done(128, b"", f"fatal: dubious\nTo add an exception, call:\n\n\t{remedy}\n"))
    with pytest.raises(GovregError) as refused:
        git.ask(Path("x"), "cat-file")
    assert refused.value.hint == f"If you trust the repository's owner, run: {remedy}"

    answered(done(128, b"", "fatal: x\ngit config --global user.name\nsafe.directory\n"))
    with pytest.raises(GovregError) as refused:
        git.ask(Path("x"), "cat-file")
    assert refused.value.hint == ""


def test_only_what_is_trusted_and_where_the_configuration_is_comes_from_outside() -> None:
    inherited = {
        "PATH": "/bin",
        "git_dir": "x",
        "GIT_DIR": "x",
        "LC_ALL": "de",
        "GIT_CONFIG_GLOBAL": "g",
        "GIT_CONFIG_SYSTEM": "s",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": "3",
        "GIT_CONFIG_PARAMETERS": "x",
        "GIT_CONFIG_KEY_0": "Safe.Directory",
        "GIT_CONFIG_VALUE_0": "/a",
        "GIT_CONFIG_KEY_1": "core.pager",
        "GIT_CONFIG_VALUE_1": "x",
        "GIT_CONFIG_KEY_2": "safe.directory",
        "GIT_CONFIG_VALUE_2": "/b",
        "GIT_CONFIG_KEY_3": "safe.directory",
        "GIT_CONFIG_VALUE_3": "c",
    }

    assert git.environment(inherited) == {
        "PATH": "/bin",
        "GIT_CONFIG_GLOBAL": "g",
        "GIT_CONFIG_SYSTEM": "s",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "/a",
        "GIT_CONFIG_KEY_1": "safe.directory",
        "GIT_CONFIG_VALUE_1": "/b",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
    for count in ("", "x", "-1", "99999"):
        assert git.environment({**inherited, "GIT_CONFIG_COUNT": count})["GIT_CONFIG_COUNT"] == "0"


def reader(monkeypatch: pytest.MonkeyPatch, answers: dict[str, bytes], *, asked: io.BytesIO | None = None) -> git.ObjectReader:
    """A reader of objects for whom git answers so to each option."""
    processes = {option: SimpleNamespace(stdin=asked or io.BytesIO(), stdout=io.BytesIO(answer)) for option, answer in answers.items()}
    monkeypatch.setattr(git.ObjectReader, "_process", lambda _, option: processes[option])
    return git.ObjectReader(Path())


def test_an_object_is_looked_at_and_then_read(monkeypatch: pytest.MonkeyPatch) -> None:
    head, asked = f"{NAME} blob 3\n".encode(), io.BytesIO()
    objects = reader(monkeypatch, {"--batch-check": head, "--batch": head + b"a\nb\n"}, asked=asked)

    assert objects.read(NAME, "blob", 3) == b"a\nb"
    assert asked.getvalue() == f"{NAME}\n{NAME}\n".encode()


@pytest.mark.parametrize(
    ("head", "content", "message"),
    [
        ("blob 4", b"abcd\n", f"The blob {NAME} is too large to be read: it has 4 bytes."),
        ("blob 1234567", b"", f"The blob {NAME} is too large to be read: it has 1,234,567 bytes."),
        ("missing", b"", LACKS),
        ("tree 3", b"abc\n", BROKEN),
        ("blob 3 x", b"abc\n", BROKEN),
        ("", b"", BROKEN),
        ("blob 3", b"ab", BROKEN),
        ("blob 3", b"abc", BROKEN),
        ("blob 3", b"abcd", BROKEN),
    ],
)
def test_an_object_that_is_not_as_it_should_be_is_refused(head: str, content: bytes, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = f"{NAME} {head}\n".encode()

    with pytest.raises(GovregError) as refused:
        reader(monkeypatch, {"--batch-check": line, "--batch": line + content}).read(NAME, "blob", 3)
    assert refused.value.message == message
    assert "git" in refused.value.hint or isinstance(refused.value, git.ObjectTooLargeError)
