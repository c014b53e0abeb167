"""Texts that are only figures: they count something, and don't describe a meeting."""

import re
from collections.abc import Iterable

from govreg.analysis.importing.labels import Label
from govreg.analysis.importing.wording import is_not_stated

WORDED = frozenset({"frequency", "participants", "lead", "chair", "purpose", "focus", "reports_to", "support", "secretariat", "links_to"})
"""The fields whose values are words; a figure under one of their labels counts something."""
_AROUND = re.compile(
    r"\bnot (?:known|stated|recorded|counted|held|applicable)\b|\b(?:unknown|about|around|approximately|approx|circa|ca|over|under|at least|"
    r"at most|up to|more|fewer|less|than|no change|now|then|before|after|of|to|and|or|plus|n/?a)\b",
    re.IGNORECASE,
)
"""Words around figures in a table of them."""


def is_missing_figure(text: str) -> bool:
    """Whether `text` is in a figure's place and gives none: `not known`, `not held`."""
    return is_not_stated(text) or is_not_stated(_AROUND.sub("", text))


def is_figure(text: str) -> bool:
    """Whether `text` is only figures, such as `8.7`, `+2` or `about 41; 26 not known`."""
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, _AROUND.sub(" ", text)))


def are_figures(texts: Iterable[str]) -> bool:
    """Whether all of `texts` that say anything are figures; false if none of them is one."""
    stated = [text for text in texts if not is_missing_figure(text)]
    return bool(stated) and all(map(is_figure, stated))


def as_evidence(label: Label, texts: Iterable[str]) -> Label:
    """`label` as evidence of a meeting: without its key if it means words and has only figures, unless the person gave its meaning."""
    return label._replace(key=None) if label.key in WORDED and not label.mapped and are_figures(texts) else label
