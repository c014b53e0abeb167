"""Plain texts that readers of YAML 1.1 or 1.2 take for something else: a truth, a number, a time or nothing."""

import re

NULLS = frozenset({"~", "null", "Null", "NULL"})

_FIRST = frozenset("-+.0123456789yYnNtTfFoO=<")

# The types of https://yaml.org/type/ (1.1, as PyYAML, Ruby and old Go readers follow it) and of the core schema of
# YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema, as editors and JavaScript readers follow it).
_KINDS = (
    (re.compile(r"[yY]|[nN]|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"), "true or false"),
    (re.compile(r"[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"), "a number of seconds"),
    (re.compile(r"[-+]?(0b[01_]+|0[0-7_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)"), "a number"),
    (re.compile(r"[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?"), "a number"),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), "a number"),
    (re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?"), "a date"),
    (re.compile(r"=|<<"), "an instruction"),
)


def taken_for(text: str) -> str | None:
    """What other readers take the plain `text` for, or None where every reader takes it for text."""
    if not text or text[0] not in _FIRST:
        return None
    return next((what for kind, what in _KINDS if kind.fullmatch(text)), None)
