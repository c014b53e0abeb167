"""Data as JSON: UTF-8, keys in the order they were given, no value that JSON doesn't have."""

import json
from typing import Any


def json_text(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """`data` as JSON, set in by two."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return text.replace("##[", r"\u0023#[")  # the same text, but no command to GitHub's runner (render/workflow_commands.py)
