"""Texts that a regular expression may match, with each of its alternatives, options and repetitions in one of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from re import _constants as kinds  # type: ignore[attr-defined] # isort: skip
from re import _parser as parser  # type: ignore[attr-defined] # isort: skip

CATEGORIES = {kinds.CATEGORY_DIGIT: "7", kinds.CATEGORY_WORD: "q", kinds.CATEGORY_SPACE: " "}


def matching_texts(source: str) -> Iterator[str]:
    """Texts made from the parts of `source`; where a part looks ahead or behind, some may not match."""
    return iter(dict.fromkeys(_sequence(list(parser.parse(source)), {})))


def _sequence(parts: list[Any], groups: dict[int, str]) -> list[str]:
    """The plainest text first, then one for each choice that a part leaves, all else being plain."""
    each = [_part(kind, value, groups, edge=place in (0, len(parts) - 1)) for place, (kind, value) in enumerate(parts)]
    plain = [texts[0] for texts in each]
    return ["".join(plain)] + [
        "".join((*plain[:place], text, *plain[place + 1 :])) for place, texts in enumerate(each) for text in texts[1:]
    ]


def _part(kind: Any, value: Any, groups: dict[int, str], *, edge: bool) -> list[str]:
    match kind:
        case kinds.LITERAL:
            return [chr(value)]
        case kinds.IN:
            return [_character(value)]
        case kinds.BRANCH:
            return [text for parts in value[1] for text in _sequence(list(parts), groups)]
        case kinds.SUBPATTERN:
            found = _sequence(list(value[3]), groups)
            groups[value[0]] = found[0]
            return found
        case kinds.MAX_REPEAT | kinds.MIN_REPEAT:
            least, _, parts = value
            found = _sequence(list(parts), groups)
            return ["", *found] if not least else [text + found[0] * (least - 1) for text in found]
        case kinds.ASSERT if edge:
            return _sequence(list(value[1]), groups)
        case kinds.NOT_LITERAL | kinds.ANY:
            return [" "]
        case kinds.GROUPREF:
            return [groups[value]]
    return [""]


def _character(choices: Iterable[tuple[Any, Any]]) -> str:
    """A character that a class takes."""
    (kind, value), *_ = choices
    match kind:
        case kinds.LITERAL:
            return chr(value)
        case kinds.RANGE:
            return chr(value[0])
        case kinds.CATEGORY:
            return CATEGORIES.get(value, " ")
    return " "  # a class of all but some: punctuation everywhere here
