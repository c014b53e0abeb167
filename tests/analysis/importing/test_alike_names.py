"""Which of several new organisations may be one."""

import pytest

from govreg.analysis.importing.alike_names import alike


@pytest.mark.parametrize(
    ("names", "near"),
    [
        (("Probation", "Probation Service"), {0: 1, 1: 0}),
        (("Fire", "Fire & Rescue", "Fire and Rescue Service"), {0: 1, 1: 2, 2: 1}),
        (("Office of the PCC", "PCC's office"), {0: 1, 1: 0}),
        (("Health", "Public Health", "Mental Health"), {1: 0, 2: 0}),
        (("North Council", "South Council"), {}),
        (("Trust for the Coast", "Trust for the Hills", "The"), {}),
        ((), {}),
    ],
)
def test_one_name_has_all_words_of_the_other(names: tuple[str, ...], near: dict[int, int]) -> None:
    assert alike({str(at): name for at, name in enumerate(names)}) == {str(one): str(other) for one, other in near.items()}


@pytest.mark.parametrize(("count", "is_compared"), [(100, True), (101, False)])
def test_more_than_a_hundred_names_with_one_rarest_word_are_not_compared(count: int, is_compared: bool) -> None:  # noqa: FBT001
    words = [f"w{at}" for at in range(count)]
    growing = {f"g{at}": " ".join(["rare", *words[: at + 1]]) for at in range(count)}
    common = {f"c{at}": " ".join([f"own{at}", *words]) for at in range(count + 1)}

    assert ("g1" in alike({**growing, **common})) is is_compared
