"""How a text is written: as a block where a reader sees every character of it, and else in quotes."""

import pytest

from govreg.model.edits import Value
from govreg.yaml.parse import parse
from govreg.yaml.scalars import implicit_type, written
from govreg.yaml.write import fits_block, in_line, lines, scalar


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


@pytest.mark.parametrize(
    ("text", "in_block", "in_brackets"),
    [
        ("Budget committee", "Budget committee", "Budget committee"),
        ("a, b", "a, b", '"a, b"'),
        ("a,b", '"a,b"', '"a,b"'),
        ("a,  b", '"a,  b"', '"a,  b"'),
        ("12:30 to 13:30", "12:30 to 13:30", '"12:30 to 13:30"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("a:", '"a:"', '"a:"'),
        ("http://x", "http://x", '"http://x"'),
        ("why?", "why?", '"why?"'),
        ("a ", '"a "', '"a "'),
        (" a", '" a"', '" a"'),
        ("-a", '"-a"', '"-a"'),
        ("a #b", '"a #b"', '"a #b"'),
        ("it's", "it's", "it's"),
        ('say "a"', '"say \\"a\\""', '"say \\"a\\""'),
        ("a\\b", '"a\\\\b"', '"a\\\\b"'),
        ("a\nb", '"a\\nb"', '"a\\nb"'),
        ("a\tb\rc\x85d", '"a\\tb\\rc\\Nd"', '"a\\tb\\rc\\Nd"'),
        ("", '""', '""'),
        ("no", '"no"', '"no"'),
        ("null", '"null"', '"null"'),
        ("2016", '"2016"', '"2016"'),
        ("é", "é", "é"),
        ("½", "½", "½"),
    ],
)
def test_a_text_is_in_quotes_only_where_it_must_be(text: str, in_block: str, in_brackets: str) -> None:
    assert (scalar(text), scalar(text, brackets=True)) == (in_block, in_brackets)
    assert parse(f"- {in_block}\n- [{in_brackets}]\n", "").data == (text, (text,))


def test_a_date_or_a_number_is_plain_where_the_schema_expects_one() -> None:
    assert (scalar("2016-11-10", plain=True), scalar("2016-11-10")) == ("2016-11-10", '"2016-11-10"')
    assert (scalar("null", plain=True), scalar("a: b", plain=True)) == ('"null"', '"a: b"')


VALUE: Value = {
    "title": "A, b",
    "themes": ("x", "y: z"),
    "chair": {"organisation": "pcc", "until": "2016"},
    "focus": ({"text": "one\ntwo", "themes": ()}, ("p", ("q",)), {}),
    "notes": "one\n\ntwo",
    "purpose": None,
}


def test_a_value_is_written_line_by_line() -> None:
    text = "".join(f"{line}\n" for line in lines("meetings/a.yaml", VALUE))

    assert text == (
        "title: A, b\n"
        'themes:\n  - x\n  - "y: z"\n'
        "chair:\n  organisation: pcc\n  until: 2016\n"
        "focus:\n  - text: |-\n      one\n      two\n    themes: []\n  - - p\n    - - q\n  - {}\n"
        "notes: |-\n  one\n\n  two\n"
        "purpose:\n"
    )
    assert parse(text, "").data == VALUE


def test_a_value_is_written_in_one_line() -> None:
    assert in_line("meetings/a.yaml", VALUE, ()) == (
        '{title: "A, b", themes: [x, "y: z"], chair: {organisation: pcc, until: 2016}, '
        'focus: [{text: "one\\ntwo", themes: []}, [p, [q]], {}], notes: "one\\n\\ntwo", purpose: }'
    )
    assert [*lines("meetings/a.yaml", ())] == ["[]"]
    assert [*lines("meetings/a.yaml", "a, b", ("title",))] == ["a, b"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        *((word, "true or false") for word in "y N yes Yes YES no No NO true True TRUE false False FALSE on On ON off Off OFF".split()),
        *((word, "a number of seconds") for word in ("12:30", "1:00:00", "-9:5", "+1_0:59.5_")),
        *(
            (word, "a number")
            for word in "0b11 017 0o17 0x1F 12 1_000 +12 -12 1.5 1. .5 1e3 1.5E-3 .inf -.INF +.Inf .nan .NaN .NAN".split()
        ),
        *((word, "a date") for word in ("2016-11-10", "2016-1-1 1:02:03", "2016-11-10T10:00:00.5Z", "2016-11-10 10:00:00 +01:00")),
        *((word, "an instruction") for word in ("=", "<<")),
        *((word, None) for word in "yEs nO tRUE oN yess 12:60 0:30 0b12 0x1G .in -.nan 1e 2016-1-1 2016-11 == < _1 ~ null".split()),
        ("", None),
    ],
)
def test_what_other_readers_take_a_plain_text_for(text: str, type_: str | None) -> None:
    assert implicit_type(text) == type_


@pytest.mark.parametrize(
    ("text", "yaml"),
    [
        ("Savings", "Savings"),
        ("A (b) & c/d", "A (b) & c/d"),
        ("A b-c’s", "A b-c’s"),
        ("a, b", '"a, b"'),
        ("a  b", '"a  b"'),
        ("a ", '"a "'),
        ("2 boards", '"2 boards"'),
        ("no", '"no"'),
        ("null", '"null"'),
        ("é", "é"),
        ("“é”", '"“é”"'),
        ('a "b"', '"a \\"b\\""'),
    ],
)
def test_what_a_correction_writes_reads_back_in_brackets(text: str, yaml: str) -> None:
    assert written(text) == yaml
    assert parse(f"a: [{yaml}]\n", "").data == {"a": (text,)}
