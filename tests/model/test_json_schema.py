"""The schema of a file accepts exactly what the reader accepts, on every file of the tests."""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from building import TODAY, read_files, tree_of
from conftest import examples
from govreg.diagnostics.finding import Severity
from govreg.model.edits import Value
from govreg.model.entries import Organisation, Theme
from govreg.model.fields import Record
from govreg.model.json_schema import FILE_KINDS, FileKind, json_schema
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.model.schema import FieldSpec, field_specs
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict
from govreg.rules import references
from govreg.rules.context import RuleContext
from govreg.rules.run import placed, problems_of_drafts, run
from govreg.session.check import check_register
from govreg.session.load import LoadedRegister
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.reader import ReadResult, read_register, read_tree
from govreg.storage.tree import FolderTree
from govreg.yaml.nodes import MappingNode, Node, ScalarNode, compose
from govreg.yaml.parse import parse
from govreg.yaml.write import lines

ROOT = Path(__file__).parents[2]
REGISTERS = (ROOT / "register", ROOT / "examples/cambridgeshire", ROOT / "examples/devon-and-cornwall", ROOT / "docs/example")
HOSTILE = sorted((ROOT / "tests/hostile").glob("*/*.yaml"))
UNKNOWN = {rule.code for rule in references.RULES[:4]}
"""An id that no organisation, meeting, area or theme has."""


def in_an_editor(node: Node) -> object:
    """What a reader of YAML 1.2 takes `node` for (https://yaml.org/spec/1.2.2/#103-core-schema)."""
    if isinstance(node, MappingNode):
        return {key.value: in_an_editor(value) for key, value in zip(node.keys, node.values, strict=True)}
    if not isinstance(node, ScalarNode):
        return [in_an_editor(item) for item in node.items]
    text = node.value
    if node.style:
        return text.rstrip("\n") if node.style in "|>" else text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.lower() in ("true", "false") and text in (text.lower(), text.upper(), text.title()):
        return text.lower() == "true"
    return float(text) if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text) else text


def kind_of(file: str) -> FileKind:
    folder, _, name = file.rpartition("/")
    if folder:
        return "meeting" if folder == "meetings" else "minutes"
    return next(kind for kind in FILE_KINDS if f"{kind}.yaml" == name)


def complaints(register: Register, file: str, text: str) -> list[str]:
    root = compose(text).root
    assert root is not None
    errors = Draft7Validator(json_schema(kind_of(file), register)).iter_errors(in_an_editor(root))
    return [str(error).splitlines()[0] for error in errors]


def refused(reading: ReadResult, file: str) -> set[str]:
    """The codes of what is wrong with the shape of `file`, or with the ids in it."""
    subject = RuleContext(reading.register, TODAY)
    found = [
        *reading.findings,
        *run(subject, reading.sources.locate),
        *placed(problems_of_drafts(subject, reading.drafts, {}), reading.sources.locate),
    ]
    return {one.code for one in found if one.file == file and (one.code.startswith("GR1") or one.code in UNKNOWN)}


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_each_is_a_schema(kind: FileKind) -> None:
    for register in (Register(), read_register(ROOT / "register").register):
        Draft7Validator.check_schema(json_schema(kind, register))


@pytest.mark.parametrize("folder", REGISTERS, ids=lambda folder: folder.name)
def test_the_schema_accepts_the_files_of_a_valid_register(folder: Path) -> None:
    reading = read_register(folder)
    texts = {**reading.sources.texts, **read_minutes(FolderTree(folder)).sources.texts}
    assert not [one for one in reading.findings if one.severity is Severity.ERROR]
    validators = {kind: Draft7Validator(json_schema(kind, reading.register)) for kind in FILE_KINDS}
    for file, text in texts.items():
        root = compose(text).root
        assert root is not None
        assert [str(error) for error in validators[kind_of(file)].iter_errors(in_an_editor(root))] == [], file


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_hostile_file_with_a_valid_shape_is_accepted(path: Path) -> None:
    file = f"meetings/{path.name}"
    organisations = "org-a: {name: Organisation A}\norg-b: {name: Organisation B}\norg-c: {name: Organisation C}\n"
    reading = read_files({"organisations.yaml": organisations, file: path.read_bytes()})
    text = reading.sources.texts.get(file)
    if text is None or parse(text, "").data is None or parse(text, "").problems:
        return  # no reader gets as far as the shape

    complained, codes = complaints(reading.register, file, text), refused(reading, file)
    if codes:
        assert complained
    if complained:  # an editor also complains of a text that it takes for something else
        assert codes or "GR019" in {one.code for one in reading.findings}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("title: A\nlead: opcc\n", True),
        ("title: A\nlead: [opcc, fire]\nlevel:\nthemes: []\nchair: opcc\nparticipants: [fire, {meeting: a-board, people: 2}]\n", True),
        ("title: A\nlead: unclear\nstatutory: Fire Act 2004\nlast_met: 2016\nreview: {decided_on: 2016-02}\nfocus: [x]\n", True),
        ("title: A\nlead: OPCC\n", False),
        ("title: A\nlead: []\n", False),
        ("title: A\n", False),
        ("title: A\nlead: opcc\nlast_met: 2016-04-31\n", False),
        ("title: A\nlead: opcc\nparticipants: [{role: x}]\n", False),
        ("title: A\nlead: opcc\nparticipants: [{organisation: fire, people: 0}]\n", False),
        ("title: A\nlead: opcc\nparticipants: [{organisation: fire, meeting: a-board}]\n", False),
        ("title: A\nlead: opcc\nchair: {organisation: }\n", False),
        ("title: A\nlead: opcc\nstatutory: yes\n", False),
        ("title: 12\nlead: opcc\n", False),
        ("title: A\nlead: opcc\ncolour: red\n", False),
        ("title: A\nlead: opcc\nsupport: fire\n", False),
        (f"title: {'é' * 500}\nlead: opcc\npurpose: {'x' * 501}\n", True),
        (f"title: {'é' * 501}\nlead: opcc\n", False),
        (f"title: A\nlead: opcc\naliases: [{'x' * 501}]\n", False),
    ],
)
def test_the_schema_and_the_reader_agree(text: str, taken: bool) -> None:  # noqa: FBT001 - a column of the table
    files = {"organisations.yaml": "opcc: {name: O, aliases: [OPCC]}\nfire: {name: F}\n", "meetings/a-board.yaml": "title: B\nlead: opcc\n"}
    reading = read_files({**files, "meetings/a.yaml": text})

    assert (complaints(reading.register, "meetings/a.yaml", text) == []) is taken
    assert (not refused(reading, "meetings/a.yaml")) is (taken or "title: 12" in text)  # which is but a warning


OTHERS = {
    "register.yaml": "areas: {bristol: {name: Bristol}}\n",
    "organisations.yaml": "opcc: {name: O, aliases: [OPCC]}\nfire: {name: F}\n",
    "themes.yaml": "crime: {name: Crime, terms: [theft]}\n",
    "meetings/a-board.yaml": "title: B\nlead: opcc\n",
    "meetings/b-board.yaml": "title: C\nlead: fire\n",
}
ATOMS = [
    *("opcc", "OPCC", "a-board", "b-board", "bristol", "crime", "nobody", "unclear", "joint", "active", "Active"),
    *("2016", "2016-02", "2016-02-30", "2016-11-10", "0", "1.5", "-1", "true", "no", "next meeting", "1:ab"),
    *("Quarterly", "x: y", "two\nlines", "", " ", " lead", "é", "https://x.org"),
    *("𝐁" * 500, "𝐁" * 501),
]
TEXTS = st.one_of(st.sampled_from(ATOMS), st.none())
ANY: st.SearchStrategy[Value] = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=2).map(tuple) | st.dictionaries(st.sampled_from(ATOMS[:8]), inner, max_size=2),
    max_leaves=4,
)


def values_of(spec: FieldSpec) -> st.SearchStrategy[Value]:
    """What may be typed behind the key of `spec`: often what belongs there, at times what doesn't."""
    one: st.SearchStrategy[Value] = TEXTS
    if spec.record is not None:
        one = st.one_of(records_of(spec.record), one)
    if spec.words:
        one = st.one_of(st.sampled_from(spec.words), one)
    if spec.kind == "number":  # elsewhere no reader of YAML tells 3 from the year 0003
        one = st.one_of(st.sampled_from(["3", "03", "12"]), one)
    several = st.dictionaries(st.sampled_from(ATOMS[:8]), one, max_size=2) if spec.mapping else st.lists(one, max_size=3).map(tuple)
    return st.one_of(several, one, ANY) if spec.many or spec.mapping else st.one_of(one, one, one, ANY)


@cache
def records_of(part: type[Record]) -> st.SearchStrategy[Value]:
    specs = field_specs(part)
    needed = {name: values_of(spec) for name, spec in specs.items() if spec.required}
    free = {name: values_of(spec) for name, spec in specs.items() if not spec.required}
    return st.lists(st.sampled_from(sorted(free)), max_size=3, unique=True).flatmap(
        lambda names: st.fixed_dictionaries(needed, optional={name: free[name] for name in names})
    )


def by_id(part: type[Record]) -> st.SearchStrategy[Value]:
    return st.dictionaries(st.sampled_from(["opcc", "fire", "x-1", "X", "joint", "1a"]), records_of(part), min_size=1, max_size=3)


FILES: dict[str, st.SearchStrategy[Value]] = {
    "meetings/a-board.yaml": records_of(Meeting),
    "minutes/a-board/2016-11-10.yaml": records_of(Minutes),
    "organisations.yaml": by_id(Organisation),
    "themes.yaml": by_id(Theme),
    "register.yaml": records_of(RegisterFile),
    "verdicts.yaml": st.lists(records_of(Verdict), min_size=1, max_size=2).map(tuple),
    "glossary.yaml": st.dictionaries(st.sampled_from(ATOMS), ANY, min_size=1, max_size=2),
}


@pytest.mark.parametrize("file", FILES)
@examples(Fraction(1, 4))
@given(data=st.data())
def test_whatever_is_typed_the_schema_takes_what_the_reader_takes(file: str, data: st.DataObject) -> None:
    value = data.draw(FILES[file])
    text = "".join(f"{line}\n" for line in lines(file, value))
    files = {**OTHERS, file: text}
    tree = tree_of(files)
    reading = read_tree(tree)
    found = check_register(LoadedRegister(Path(), reading, TODAY.isoformat(), tree)).findings
    wrong = {one.code for one in found if one.file == file and one.severity is Severity.ERROR}

    complained = complaints(reading.register, file, text)
    if complained:
        assert wrong, text
    if {one for one in wrong if one.startswith("GR1")}:
        assert complained, text
