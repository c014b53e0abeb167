"""Good files changed at random end in a result or in findings with places, never in anything else."""

from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, read_files
from conftest import examples
from govreg.diagnostics.finding import Severity
from govreg.rules.context import RuleContext
from govreg.rules.run import placed, problems_of_drafts, run

REGISTER = Path(__file__).parents[2] / "register"
MEETINGS = [path.read_bytes() for path in sorted((REGISTER / "meetings").glob("*.yaml"))]
OTHERS = {name: (REGISTER / name).read_bytes() for name in ("register.yaml", "organisations.yaml", "themes.yaml", "glossary.yaml")}
PIECES = [
    *(
        b"- ",
        b": ",
        b" #",
        b"# ",
        b"{",
        b"}",
        b"[",
        b"]",
        b"&a ",
        b"*a",
        b"!x ",
        b"<<: ",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"\t",
        b"\r",
        b"\r\n",
    ),
    *(
        b"\n",
        b"  ",
        b"'",
        b'"',
        b"|\n",
        b">-\n",
        b"? ",
        b"~",
        b"null",
        b"NO",
        b"12:30",
        b"2016-13-45",
        b"0x1F",
        b"=",
        b"\x00",
        b"\x1b[31m",
        b"\x9b",
    ),
    *(
        b"\xff",
        b"\xc3\x28",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8b",
        b"\xf0\x9f\x98\x80",
        b"\xef\xbb\xbf",
        b"title: x\n",
        b"lead:\n",
        b"lead: []\n",
        b"id: x\n",
    ),
    *(b"participants: nhs\n", b"frequency: {}\n", b"review: [[]]\n", b"<<<<<<< HEAD\n", b"statutory: yes\n", b"\\", b'"\\e"', b"[" * 20),
]


@st.composite
def mutated(draw: st.DrawFn, contents: list[bytes]) -> bytes:
    """One of `contents` with some pieces put in, taken out or doubled."""
    content = draw(st.sampled_from(contents))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        match draw(st.sampled_from(["insert", "delete", "double", "replace"])):
            case "insert":
                content = content[:start] + draw(st.sampled_from(PIECES)) + content[start:]
            case "delete":
                content = content[:start] + content[end:]
            case "double":
                content = content[:end] + content[start:end] + content[end:]
            case _:
                content = content[:start] + draw(st.binary(max_size=4)) + content[end:]
    return content


def read_whole(files: dict[str, bytes]) -> None:
    """Read, and look at everything that came of it as a command does."""
    reading = read_files({**OTHERS, **files})
    subject = RuleContext(reading.register, TODAY)
    found = [*reading.findings, *run(subject, reading.sources.locate)]
    found += placed(problems_of_drafts(subject, reading.drafts, {}), reading.sources.locate)

    for one in found:
        assert one.message
        assert one.hint
        assert one.line is None or one.line >= 1
        assert all(character.isprintable() for character in one.message + one.hint + one.file)
        if one.line is not None and one.file in reading.sources.texts:
            line = reading.sources.line(one.file, one.line)
            assert line is not None
            assert one.column is not None
            assert 1 <= one.column <= len(line) + 1
    unread = {one.file for one in reading.findings if one.severity is Severity.ERROR}
    assert set(reading.register.unread) == unread
    for name in files:
        if name.startswith("meetings/") and name not in unread:
            assert name.removeprefix("meetings/").removesuffix(".yaml") in reading.register.meetings


@examples(Fraction(1, 2))
@given(mutated(MEETINGS))
def test_a_mutated_meeting_ends_in_a_result_or_in_findings(content: bytes) -> None:
    read_whole({"meetings/mutated.yaml": content})


@examples(Fraction(1, 2))
@given(st.sampled_from(sorted(OTHERS)), st.data())
def test_other_mutated_files_end_in_a_result_or_findings(name: str, data: st.DataObject) -> None:
    read_whole(
        {
            name: data.draw(mutated([OTHERS[name]])),
            "meetings/local-meetings.yaml": (REGISTER / "meetings" / "local-meetings.yaml").read_bytes(),
        }
    )


@examples(Fraction(1, 2))
@given(st.text(max_size=200))
def test_any_text_ends_in_a_result_or_in_findings(text: str) -> None:
    read_whole({"meetings/any.yaml": text.encode("utf-8", "surrogatepass")})
