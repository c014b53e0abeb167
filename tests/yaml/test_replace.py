"""A replaced value is the only thing that changes, and what would not be read as intended is left out."""

from hypothesis import given
from hypothesis import strategies as st

from govreg.yaml.replace import Replacement, replace_values

TEXT = "a: one  # a remark\nb: [two, {c: three}]\nd: |\n  four\n  five\ne: six\n"
VALUES = ("one", "two", "c", "three", "six")


def at(text: str, old: str, new: str) -> Replacement:
    return Replacement(text.index(old), text.index(old) + len(old), new)


@given(st.dictionaries(st.sampled_from(VALUES), st.sampled_from(["new", '"a, b"', "[new]", "2020-03-30"]), min_size=1))
def test_every_value_is_replaced_where_it_is(new: dict[str, str]) -> None:
    new = {old: "new" if old == "c" else written for old, written in new.items()}  # a key is no list
    wanted = [at(TEXT, old, written) for old, written in new.items()]

    after, done = replace_values(TEXT, wanted)

    expected = TEXT
    for one in sorted(wanted, reverse=True):
        expected = expected[: one.start] + one.new + expected[one.end :]
    assert (after, set(done)) == (expected, set(wanted))


def test_what_overlaps_or_would_be_read_otherwise_is_left_out() -> None:
    twice = [at(TEXT, "one", "1"), at(TEXT, "one  # a remark", "2")]
    odd = at(TEXT, "two", "new, more")  # two items, not one

    after, done = replace_values(TEXT, [*twice, odd])

    assert done == (twice[0],)
    assert after == TEXT.replace("one", "1")


def test_a_block_becomes_one_line() -> None:
    after, _ = replace_values(TEXT, [at(TEXT, "|\n  four\n  five", "[four]")])

    assert after == TEXT.replace("|\n  four\n  five", "[four]")
