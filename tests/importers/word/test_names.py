"""Values of WordprocessingML: numbers are bounded."""

from govreg.importers.word.names import whole


def test_a_number_is_between_minus_one_and_a_million() -> None:
    assert [whole(text, 7) for text in ("3", "-5", "9" * 40, "1000001", "", "x", None)] == [3, -1, 1_000_000, 1_000_000, 7, 7, 7]
