"""Data as JSON: UTF-8, keys in the order they were given, no value that JSON doesn't have."""

import json
from collections.abc import Iterator
from functools import lru_cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any

from govreg.render.target import Target
from govreg.report import Report, Rows

_AT_ONCE = 1_000
"""How many rows make one piece."""
_LONG = 65_536
"""How many characters of other data make one."""
_ODD = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
"""Writes odd numbers; to make one for each takes longer than to write it."""
_WORDS: dict[bool | None, str] = {None: "null", True: "true", False: "false"}
_AT_HAND = 10_000
"""How many texts' JSON is kept, as one id is in many rows."""


def render(report: Report, _: Target) -> Iterator[str]:
    """The data of `report`, piece by piece."""
    return json_pieces(report.data())


def json_text(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """`data` as JSON, set in by two."""
    return "".join(json_pieces(data))


def json_pieces(data: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON can hold
    """The same, piece by piece, so that the text of a large answer is never in memory at once."""
    waiting: list[str] = []
    size = 0
    for part in _parts(data):
        waiting.append(part)
        size += len(part)
        if size >= _LONG:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join((*waiting, "\n"))


def _parts(data: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON can hold
    """The parts of `data`: each value of a mapping, each item of a list in it, and a thousand rows."""
    if not (data and isinstance(data, dict) and all(isinstance(key, str) for key in data)):
        yield _json(data)
        return
    before = "{"
    for key, value in data.items():
        yield f"{before}\n  {_json(key)}: "
        if isinstance(value, Rows):
            yield from _rows(value)
        elif value and isinstance(value, list | tuple):
            yield from (f"{',' if place else '['}\n    {_json(item, within='    ')}" for place, item in enumerate(value))
            yield "\n  ]"
        else:
            yield _json(value, within="  ")
        before = ","
    yield "\n}"


def _rows(rows: Rows) -> Iterator[str]:
    if not rows.rows:
        yield "[]"
        return
    rests: dict[int, str] = {}
    quoted = lru_cache(maxsize=_AT_HAND)(lambda text: _disarmed(encode_basestring(text)))
    heads = [f"\n      {_json(key)}: " for key in rows.keys]
    before = "["
    for start in range(0, len(rows.rows), _AT_ONCE):
        piece: list[str] = []
        for row in rows.rows[start : start + _AT_ONCE]:
            rest = rests.get(id(row[-1]))
            if rest is None:
                rest = _json(rows.rest(row[-1]), within="    ").removeprefix("{")
                if len(rests) < _AT_ONCE:
                    rests[id(row[-1])] = rest
            own = ",".join([head + quoted(text) for head, text in zip(heads, row, strict=False)])
            piece += (before, "\n    {", own, ",", rest)
            before = ","
        yield "".join(piece)
    yield "\n  ]"


def _json(data: Any, within: str = "") -> str:  # noqa: ANN401 - whatever JSON can hold
    return _disarmed(_set_in(data, f"\n{within}"))


def _set_in(data: Any, line: str) -> str:  # noqa: ANN401 - whatever JSON can hold
    """`data` as `json.dumps` sets it in, after the line break and blanks `line`.

    `json.dumps` is fast only without `indent`: with it, each text passes through a generator of each level above it.
    """
    if isinstance(data, str):
        return encode_basestring(data)
    if data is None or data is True or data is False:
        return _WORDS[data]
    if not data and isinstance(data, dict | list | tuple):
        return "{}" if isinstance(data, dict) else "[]"
    inner = f"{line}  "
    if isinstance(data, dict) and {*map(type, data)} == {str}:
        entries = [  # most values are texts, and there may be millions
            f"{inner}{encode_basestring(key)}: {encode_basestring(value) if type(value) is str else _set_in(value, inner)}"
            for key, value in data.items()
        ]
        return "{" + ",".join(entries) + line + "}"
    if isinstance(data, list | tuple):
        return "[" + ",".join([inner + _set_in(value, inner) for value in data]) + line + "]"
    if type(data) is int or (type(data) is float and isfinite(data)):
        return repr(data)
    if isinstance(data, int | float):
        return _ODD.encode(data)
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False).replace("\n", line)


def _disarmed(text: str) -> str:
    """The same data, without commands to GitHub's runner (`render/workflow_commands.py`)."""
    return text.replace("##[", r"\u0023#[")
