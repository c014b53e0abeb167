"""Two meetings, whichever is named first."""

Pair = tuple[str, str]
"""Two ids, the lower first."""


def pair_of(one: str, other: str) -> Pair:
    """Two ids as a pair."""
    return (one, other) if one < other else (other, one)
