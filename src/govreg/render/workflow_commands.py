"""Disarms text that the runner of GitHub Actions, which reads every job's log, would carry out as a command.

It takes `::name …::` at the start of a line, white space aside, and the older `##[name …]` anywhere in a line:
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
"""

import re

_AT_LINE_START = re.compile(r"((?:^|(?<=[\r\n]))[^\S\r\n]*:)(?=:)")
_ANYWHERE = re.compile(r"#(?=#\[)")


def disarmed(text: str) -> str:
    """`text` with a space in whatever the runner would read as a command, so that it is shown and not carried out."""
    if "::" in text:
        text = _AT_LINE_START.sub(r"\1 ", text)
    return _ANYWHERE.sub("# ", text) if "##[" in text else text
