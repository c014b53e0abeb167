"""Bytes become text only where they are sound UTF-8 without a character that hides or reorders what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.characters import odd_character
from govreg.model.location import Position
from govreg.yaml.text import InvalidTextError, encoded, name_at, name_of, position_at, text_of


def place(content: bytes) -> tuple[str, int, int]:
    with pytest.raises(InvalidTextError) as refused:
        text_of(content)
    problem = refused.value.problem
    assert isinstance(problem.place, Position)
    return (problem.code, *problem.place)


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert text_of(b"\xef\xbb\xbftitle: a") == "title: a"


@pytest.mark.parametrize("content", [b"title: caf\xe9\n", "title: café".encode("utf-16"), b"\xed\xa0\x80"])
def test_bytes_that_are_not_utf8_are_refused(content: bytes) -> None:
    assert place(content)[0] == "GR005"


def test_the_first_byte_that_is_wrong_has_its_line_and_column() -> None:
    assert place("a: ü\nb: é".encode() + b"\xff") == ("GR005", 2, 5)


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u200b", "\u202e", "\u2066", "\ufeff", "\ue000", "\U000e0041", "\u2028"]
)
def test_a_hidden_character_is_reported_at_its_position(character: str) -> None:
    assert place(f"a: b\nc: d{character}".encode()) == ("GR006", 2, 5)


@pytest.mark.parametrize(
    "text", ["naïve café", "עברית", "日本語", "e\u0301", "👩\u200d⚕️", "க்\u200cஷ", "a\r\nb", "a\tb", "½ – “quoted” …", "\u00a0"]
)
def test_what_people_write_is_accepted(text: str) -> None:
    assert text_of(text.encode()) == text


def test_a_lone_carriage_return_is_not_a_line_end() -> None:
    assert place(b"a: b\rc: d")[0] == "GR006"


@given(st.text())
def test_whatever_is_accepted_is_the_same_text(text: str) -> None:
    if odd_character(text) is None and not text.startswith("\ufeff"):
        assert text_of(text.encode("utf-8", "surrogatepass")) == text


@pytest.mark.parametrize(
    "text",
    ["é\u200cé", "“\u200d”", "é\ufe0f", "\U0001bca0", "\U00013430", "\u2800", "a\U000e0067\U000e007f", "\U0001f3f4\U000e0067"],
)
def test_an_idle_joiner_is_an_odd_character(text: str) -> None:
    assert odd_character(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "👨\u200d👩\u200d👧",
        "👩🏽\u200d🚒",
        "🏳\ufe0f\u200d🌈",
        "1\ufe0f⃣",
        "葛\ufe00",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ],
)
def test_scripts_emoji_and_flags_that_need_invisible_signs_have_them(text: str) -> None:
    assert odd_character(text) is None


@pytest.mark.parametrize("text", ["e" + "\u0301" * 30, ("e" + "\u0327\u0301" * 15) * 100, "\u0924\u094d\u0930" * 50])
def test_a_letter_may_have_thirty_marks(text: str) -> None:
    assert text_of(text.encode()) == text


@pytest.mark.parametrize("marks", ["\u0301" * 31, "\u0327\u0301" * 100_000])
def test_more_marks_on_a_letter_are_refused_at_the_first_that_is_too_many(marks: str) -> None:
    assert place(f"a: b\nc: e{marks}".encode()) == ("GR006", 2, 35)


def test_the_byte_that_is_wrong_is_shown_as_old_windows_programs_meant_it() -> None:
    with pytest.raises(InvalidTextError) as refused:
        text_of(b"title: Comit\xe9s\n")

    assert "the byte e9 here, which is “é” in Windows-1252" in refused.value.problem.message


def test_a_byte_order_mark_is_written_again_and_none_is_added() -> None:
    mark = b"\xef\xbb\xbf"

    assert encoded("é", like=None) == encoded("é", like=b"a") == encoded("é", like=b"") == "é".encode()
    assert encoded("é", like=mark + b"a") == encoded("é", like=mark) == mark + "é".encode()


def test_other_encodings_are_named_at_the_first_place() -> None:
    for content in ("a".encode("utf-16"), b"\xfe\xff\0a", b"\0\0\xfe\xff\0\0\0a"):
        with pytest.raises(InvalidTextError, match="UTF-16 or UTF-32") as refused:
            text_of(content)
        assert refused.value.problem.place == (1, 1)


@pytest.mark.parametrize(("index", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2)), (5, (3, 1))])
def test_a_line_end_is_the_last_character_of_its_line(index: int, place: tuple[int, int]) -> None:
    assert position_at("ab\nc\nd", index) == place


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("é", "U+00E9 (latin small letter e with acute)"),
        ("\r", "U+000D (a carriage return alone)"),
        ("\x1b", "U+001B (escape)"),
        ("\x07", "U+0007"),
        ("\ue000", "U+E000"),
        ("\U000e0041", "U+E0041 (tag latin capital letter a)"),
    ],
)
def test_a_character_is_called_by_its_code_point_and_name(character: str, name: str) -> None:
    assert name_of(character) == name_at(f"a{character}", 1) == name


def test_a_mark_is_one_too_many_on_its_letter() -> None:
    assert name_at("e\u0301", 1) == "U+0301 (combining acute accent) on a letter that already has 30 marks"
