"""What is printed is UTF-8 with plain line ends, whatever the locale."""

import io
import sys

import pytest

from govreg.session.streams import use_utf8, write_stdout


def test_output_is_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    use_utf8()
    write_stdout("“é”\nlost \udce9\n")

    assert raw.getvalue() == "“é”\nlost \\udce9\n".encode()
