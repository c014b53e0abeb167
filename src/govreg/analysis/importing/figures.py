"""Values of a paper that are only figures, or say nothing: they are no words about a meeting."""

import re
from collections.abc import Iterable

from govreg.analysis.importing.labels import Label

WORDED = frozenset({"frequency", "participants", "lead", "chair", "purpose", "focus", "reports_to", "support", "secretariat", "links_to"})
"""The fields whose values are words; a figure under one of their labels counts something."""
_UNSAID = re.compile(
    r"(?:not (?:yet )?(?:known|stated|recorded|given|specified|available|provided)|unknown|unstated|none recorded|no data|[\W_]*)\.?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\bnot (?:known|stated|recorded|counted|held|applicable)\b|\b(?:unknown|about|around|approximately|approx|circa|ca|over|under|at least|"
    r"at most|up to|more|fewer|less|than|no change|now|then|before|after|of|to|and|or|plus|n/?a)\b",
    re.IGNORECASE,
)
"""What stands around figures in a table of them."""


def is_unsaid(text: str) -> bool:
    """Whether `text` only says that nothing is known: a dash, `not stated`."""
    return _UNSAID.fullmatch(text.strip()) is not None


def is_uncounted(text: str) -> bool:
    """Whether `text` stands for a figure that there isn't: `not known`, `not held`."""
    return is_unsaid(text) or is_unsaid(_AROUND.sub("", text))


def is_figure(text: str) -> bool:
    """Whether `text` is only figures, such as `8.7`, `+2` or `about 41; 26 not known`."""
    rest = _AROUND.sub(" ", text)
    return any(character.isdigit() for character in text) and not any(character.isalpha() for character in rest)


def are_figures(texts: Iterable[str]) -> bool:
    """Whether `texts` are figures, apart from those that say nothing; no figure at all is none."""
    said = [text for text in texts if not is_uncounted(text)]
    return bool(said) and all(map(is_figure, said))


def weighed(label: Label, texts: Iterable[str]) -> Label:
    """`label` as evidence of a meeting: one of words over mere figures is none, unless the person said what it means."""
    return label._replace(key=None) if label.key in WORDED and not label.mapped and are_figures(texts) else label
