"""Plain texts that readers of YAML 1.1 or 1.2 read as another type: a boolean, a number, a time, a date or null."""

import re
from functools import lru_cache

NULLS = frozenset({"~", "null", "Null", "NULL"})

_FIRST = frozenset("-+.0123456789yYnNtTfFoO=<")

# The types of https://yaml.org/type/ (1.1, as PyYAML, Ruby and old Go readers follow it) and of the core schema of
# YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema, as editors and JavaScript readers follow it).
_KINDS = {
    "truth": ("true or false", r"[yY]|[nN]|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
    "time": ("a number of seconds", r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"),
    "number": (
        "a number",
        (
            r"[-+]?(?:0b[01_]+|0[0-7_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)"
            r"|[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
        ),
    ),
    "date": (
        "a date",
        r"\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?",
    ),
    "instruction": ("an instruction", r"=|<<"),
}
_LOOKALIKE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (_, pattern) in _KINDS.items()))


_PLAIN = r"[^\W\d_](?:[\w.()/&–’-]| (?=[\w(&–]))*"
"""A text that needs no quotes anywhere: words, and a few punctuation marks between them; compiled by those that write YAML."""


@lru_cache(maxsize=4096)
def written(text: str) -> str:
    """`text` as YAML on one line that reads back as the same text, in a list in brackets too: in quotes where that is needed."""
    if re.fullmatch(_PLAIN, text) and implicit_type(text) is None and text not in NULLS:
        return text
    import json  # noqa: PLC0415 - a run that corrects nothing writes no YAML

    return json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=4096)
def implicit_type(text: str) -> str | None:
    """What other readers would read the plain `text` as, such as “a number”; None if every reader reads it as text."""
    if not text or text[0] not in _FIRST:
        return None
    found = _LOOKALIKE.fullmatch(text)
    return _KINDS[found.lastgroup][0] if found is not None and found.lastgroup is not None else None
