"""How a text is written: as a block where a reader sees every character of it, and else in quotes."""

import pytest

from govreg.yaml.write import fits_block


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("one\ntwo", True),
        ("one\n  two\nthree", True),
        ("one\n\ntwo", True),
        ("one", False),
        ("one \ntwo", False),
        ("one\ttwo\nthree", False),
        ("one\r\ntwo", False),
        (" one\ntwo", False),
        ("\none", False),
        ("one\n", False),
    ],
)
def test_a_text_of_several_lines_is_a_block_unless_characters_would_not_be_seen(text: str, *, fits: bool) -> None:
    assert fits_block(text) == fits
