"""A bar is shown on standard error to somebody at a terminal, once something takes long; the items are the same."""

import io
import sys

import pytest

from govreg.render import progress
from govreg.render.progress import track


class Terminal(io.StringIO):
    """A standard error that somebody looks at."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_no_progress_is_shown_without_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)

    assert list(track(range(5), "Comparing")) == list(range(5))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("patience", "shown"), [(-1.0, ["Comparing [all]"]), (60.0, [])])
def test_a_slow_task_shows_a_progress_bar_with_its_name(patience: float, shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(progress, "PATIENCE", patience)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")

    assert list(track(range(5), "Comparing [all]")) == list(range(5))
    assert [text for text in ("Comparing [all]",) if text in screen.getvalue()] == shown
