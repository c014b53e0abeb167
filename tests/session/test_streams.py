"""What is printed is UTF-8 with plain line ends, whatever the locale, and what happens where it can't be written."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.session.streams import notify, use_utf8, write_stdout


def test_output_is_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    use_utf8()
    write_stdout("“é”\nlost \udce9\n")

    assert raw.getvalue() == "“é”\nlost \\udce9\n".encode()


class Full(io.StringIO):
    """A stream on a full disk."""

    def __init__(self, problem: Exception) -> None:
        super().__init__()
        self.problem = problem

    def write(self, _: str, /) -> int:
        """Fail."""
        raise self.problem


def closed() -> io.StringIO:
    stream = io.StringIO()
    stream.close()
    return stream


@pytest.mark.parametrize(
    ("stream", "why"),
    [
        (Full(OSError(28, "No space left on device")), "no space left on device"),
        (Full(OSError()), "it is closed"),
        (closed(), "it is closed"),
        (None, "it is closed"),
    ],
)
def test_output_that_cannot_be_written_says_why(stream: io.StringIO | None, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", stream)

    with pytest.raises(GovregError) as error:
        write_stdout("x")

    assert error.value.message == f"Standard output can't be written: {why}."


def test_a_reader_that_went_away_ends_the_program_as_a_shell_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Full(BrokenPipeError()))

    with pytest.raises(SystemExit) as end:
        write_stdout("x")

    assert end.value.code == 141


def test_a_message_has_one_line_and_at_most_4000_characters(capsys: pytest.CaptureFixture[str]) -> None:
    notify("a\nb", "c")
    notify("x" * 3992)
    notify("x" * 3993)
    lines = capsys.readouterr().err.splitlines()

    assert lines[0] == "govreg: a\\nb c"
    assert lines[1] == f"govreg: {'x' * 3992}"
    assert (len(lines[2]), lines[2][-1]) == (4000, "…")


def test_messages_are_lost_where_there_is_no_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (None, closed()):
        monkeypatch.setattr(sys, "stderr", stream)
        notify("x")


ENDS_WITH_1 = "import sys; from govreg.session.streams import notify, use_utf8; use_utf8(); notify('x'); notify('y'); sys.exit(1)"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/full, and other pipes")
def test_the_exit_status_is_the_same_where_standard_error_cannot_be_written() -> None:
    reading, closed_pipe = os.pipe()
    os.close(reading)
    full = [os.open("/dev/full", os.O_WRONLY)] if Path("/dev/full").exists() else []

    for errors in (*full, closed_pipe):
        assert subprocess.run([sys.executable, "-c", ENDS_WITH_1], stderr=errors, check=False).returncode == 1
        os.close(errors)
