"""Data as JSON: UTF-8, keys in the order they were given, no value that JSON doesn't have."""

import json
from typing import Any


def json_text(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """`data` as JSON, set in by two."""
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
