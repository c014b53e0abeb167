"""Everything valid in a register is read, everything invalid is reported, and no file hides another's findings."""

from pathlib import Path

import pytest

from building import ORGANISATIONS, TreeOf, in_short, read_files, read_meeting, tree_of
from govreg.diagnostics.syntax import LARGEST
from govreg.storage import layout
from govreg.storage.reader import read_register, read_tree

GOOD = "title: Budget committee\nlead: opcc\n"


def test_a_good_register_has_its_parts_and_no_findings() -> None:
    reading = read_files(
        {
            "register.yaml": "name: Here\nas_at: 2016-11\nareas:\n  bristol: {name: Bristol}\n",
            "themes.yaml": "health: {name: Health, terms: [health]}\n",
            "glossary.yaml": "VRU: Violence Reduction Unit\nCSP: [Community Safety Partnership, Child Safety Plan]\n",
            "verdicts.yaml": "- {meetings: [b, a], verdict: distinct, on: 2016-10-01}\n",
            "meetings/budget.yaml": GOOD,
        }
    )
    register = reading.register

    assert reading.findings == ()
    assert (register.name, register.as_at, list(register.meetings)) == ("Here", "2016-11", ["budget"])
    assert (register.areas["bristol"].name, register.themes["health"].terms) == ("Bristol", ("health",))
    assert register.glossary == {"VRU": ("Violence Reduction Unit",), "CSP": ("Community Safety Partnership", "Child Safety Plan")}
    assert register.verdicts[0].meetings == ("a", "b")


def test_one_invalid_file_hides_no_other() -> None:
    reading = read_files(
        {"meetings/a.yaml": GOOD, "meetings/b.yaml": "title: [\n", "meetings/c.yaml": "title: C\n", "themes.yaml": "- x\n"}
    )

    assert list(reading.register.meetings) == ["a"]
    assert reading.register.unread == ("meetings/b.yaml", "meetings/c.yaml", "themes.yaml")
    assert [found.file for found in reading.findings] == ["meetings/b.yaml", "meetings/c.yaml", "themes.yaml"]
    assert {*reading.sources.texts} == {"organisations.yaml", "themes.yaml", *(f"meetings/{name}.yaml" for name in "abc")}


def test_everything_wrong_with_a_file_is_reported_in_one_run() -> None:
    reading = read_meeting("titel: A\nlead: opcc\nstatus: activ\nlast_met: 2016-13-01\nfocus: 3\nfrequency: {per_year: x}\n")

    assert in_short(reading.findings) == ["GR102 1:1", "GR103 1:1", "GR105 3:9", "GR106 4:11", "GR019 5:8", "GR104 5:8", "GR107 6:23"]


def test_a_file_that_names_an_unread_entry_is_right() -> None:
    reading = read_files({"organisations.yaml": "opcc: {name: OPCC}\nnhs: {nam: NHS}\n", "meetings/a.yaml": "title: A\nlead: nhs\n"})

    assert [found.file for found in reading.findings] == ["organisations.yaml", "organisations.yaml"]
    assert reading.register.organisations.knows("nhs")
    assert not reading.register.organisations.knows("fire")


def test_leftovers_of_a_write_at_the_top_are_reported_too() -> None:
    files = (".govreg-x.tmp", "meetings/.govreg-x.tmp")
    findings = read_files(dict.fromkeys(files, b"- [")).findings

    assert [(found.code, found.file) for found in findings] == [("GR022", file) for file in files]
    assert len({found.hint for found in findings}) == 1


def test_files_that_are_not_entries_are_reported_or_ignored() -> None:
    reading = read_files(
        {"meetings/README.md": "x", "meetings/.gitkeep": "", "meetings/notes.docx": "x", "meetings/b.yml": GOOD, "other.yaml": GOOD}
    )

    assert [(found.code, found.file) for found in reading.findings] == [
        ("GR003", "meetings/b.yml"),
        ("GR022", "meetings/notes.docx"),
        ("GR003", "other.yaml"),
    ]


def test_leftovers_of_an_interrupted_write_are_reported() -> None:
    assert [found.code for found in read_files({"meetings/.govreg-ab12.tmp": "x"}).findings] == ["GR022"]


def test_a_file_that_is_too_large_is_reported() -> None:
    assert [found.code for found in read_meeting(b"x" * (LARGEST + 1)).findings] == ["GR004"]


@pytest.mark.parametrize(
    ("locked", "found"),
    [
        ("", [("GR001", "."), ("GR020", "organisations.yaml")]),
        ("meetings", [("GR001", "meetings")]),
        ("papers", []),
    ],
)
def test_a_folder_of_the_register_that_cannot_be_listed_is_reported(locked: str, found: list[tuple[str, str]]) -> None:
    assert [(one.code, one.file) for one in read_tree(tree_of({"papers/x": ""}, locked)).findings] == found


def test_what_a_register_lacks_is_named() -> None:
    assert [(one.code, one.file, one.message, one.hint) for one in read_tree(TreeOf({})).findings] == [
        (
            "GR020",
            "meetings",
            "There is no folder “meetings”.",
            "Add folder “meetings”: it has a file for each meeting, named after its id.",
        ),
        (
            "GR020",
            "organisations.yaml",
            "There is no organisations.yaml.",
            "Add organisations.yaml: it lists each organisation's id and name.",
        ),
    ]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"meetings": "", "minutes": "-> a", ".editor.yaml": "x"}, {"meetings": "GR002", "minutes": "GR002"}),
        ({"meetings/a.yaml/b": "", "meetings/b.yaml": "-> a"}, {"meetings/a.yaml": "GR002", "meetings/b.yaml": "GR002"}),
        ({"meetings/meetings/a.yaml": ""}, {"meetings/meetings": "GR003"}),
        ({"old/meetings": "", "older/papers/a": "", ".govreg-x.tmp/a": ""}, {}),
        ({layout.JOURNAL: "{}"}, {layout.JOURNAL: "GR029"}),
    ],
)
def test_what_is_of_another_type_than_its_name_says_is_reported(files: dict[str, str], found: dict[str, str]) -> None:
    tree = TreeOf(
        {"organisations.yaml": b"opcc: {name: OPCC}\n", "meetings/.gitkeep": b"", **{name: text.encode() for name, text in files.items()}}
    )
    if "meetings" in files:
        tree = TreeOf({name: content for name, content in tree.files.items() if not name.startswith("meetings/")})

    assert {one.file: one.code for one in read_tree(tree).findings} == found


def test_hidden_files_of_other_tools_are_lost_meetings_only_where_there_are_no_meetings() -> None:
    tree = {".editor.yaml": b"x", "organisations.yaml": b"opcc: {name: OPCC}\n"}

    assert read_tree(TreeOf({**tree, "meetings/": b""})).findings == ()
    assert [one.file for one in read_tree(TreeOf(tree)).findings] == [".editor.yaml", "meetings"]


@pytest.mark.parametrize(
    ("text", "uncertain"),
    [
        ("title: A\nlead: opcc\nchair: {rol: x, role: y}\n", "chair"),
        ("title: A\nlead: opcc #1\nkind: board\n", "lead"),
        ("title: A\nlead: opcc #1\nchair: {rol: x}\nfocus: [yes]\n", "lead chair"),
        ("chair:\n  role: x\nlead: opcc\ntitle: A\nkind: board\nchair: opcc\n", "chair kind"),
        ("!x\ntitle: A\nlead: opcc\n", "title lead"),
        ("title: A\nlead: opcc\n", None),
        ("title: A\nlead: [\n", None),
    ],
)
def test_of_a_meeting_with_errors_the_keys_that_have_them_are_uncertain(text: str, uncertain: str | None) -> None:
    reading = read_meeting(text)

    assert dict(reading.uncertain_keys) == ({} if uncertain is None else {"budget-committee": {*uncertain.split()}})
    assert [draft.title for draft in reading.drafts.values()] == ["A"] * (uncertain is not None)


def test_a_key_that_is_unknown_may_be_meant_for_any_that_is_not_there() -> None:
    (uncertain,) = read_meeting("title: A\nlead: opcc\ncadence: x\n").uncertain_keys.values()

    assert {"frequency", "chair"} <= uncertain
    assert not {"title", "lead", "cadence", "id"} & uncertain


def test_an_entry_that_could_not_be_read_may_be_named() -> None:
    mixed = "b: x\nC: {name: C}\na: {name: A, size: 3}\n"
    register = read_files({"register.yaml": f"areas: {{{mixed.strip().replace(chr(10), ', ')}}}\n", "organisations.yaml": mixed}).register

    for index in (register.areas, register.organisations):
        assert [entry.name for entry in index.values()] == ["A"]
        assert [index.knows(id_) for id_ in "abcd"] == [True, True, False, False]


@pytest.mark.parametrize(
    ("files", "of_areas", "of_organisations"),
    [
        ({"register.yaml": "areas: x\n"}, True, False),
        ({"register.yaml": "- x\n"}, True, False),
        ({"organisations.yaml": "- x\n"}, False, True),
        ({}, False, False),
    ],
)
def test_of_a_file_that_says_nothing_any_entry_may_be_named(files: dict[str, str], *, of_areas: bool, of_organisations: bool) -> None:
    register = read_files(files).register

    assert (register.areas.knows("x"), register.organisations.knows("x"), register.name) == (of_areas, of_organisations, "")


def test_a_folder_without_organisations_is_reported_once() -> None:
    reading = read_tree(type(tree_of({}))({"meetings/a.yaml": GOOD.encode()}))

    assert [found.code for found in reading.findings] == ["GR020"]
    assert list(reading.register.meetings) == ["a"]
    assert reading.register.organisations.knows("opcc")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_of_windows_are_line_ends(ending: str) -> None:
    reading = read_meeting(GOOD.replace("\n", ending) + f"focus:{ending}  - a{ending}  - b{ending}")

    assert reading.findings == ()
    assert [focus.text for focus in reading.register.meetings["budget-committee"].focus] == ["a", "b"]


def test_the_same_files_give_the_same_findings_whatever_their_order(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    for name in ("c", "a", "b"):
        (tmp_path / "meetings" / f"{name}.yaml").write_text("title: [\n", encoding="utf-8")

    assert [found.file for found in read_register(tmp_path).findings] == [f"meetings/{name}.yaml" for name in "abc"]


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("Minutes/a/2018-04-04.yaml", "Rename it to “minutes”."),
        ("minute/a/2018-04-04.yaml", "Rename it to “minutes”."),
        ("Meetings/b.yaml", "Rename it to “meetings”."),
        ("meeting/b.yaml", "Rename it to “meetings”."),
        ("verdicts", "Rename it to “verdicts.yaml”."),
        ("register/meetings/x.yaml", "Move them into “meetings/” beside it."),
    ],
)
def test_a_folder_or_file_with_a_nearly_valid_name_is_reported(file: str, hint: str) -> None:
    reading = read_files({"meetings/a.yaml": "title: A\nlead: opcc\n", file: "title: B\nlead: opcc\n"})

    assert [(one.code, one.file, one.hint) for one in reading.findings] == [("GR003", file.split("/", maxsplit=1)[0], hint)]


def test_other_folders_beside_the_meetings_are_ignored() -> None:
    assert read_files({"meetings/a.yaml": "title: A\nlead: opcc\n", "papers/b.yaml": "x", "README": "x"}).findings == ()


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ("chair:\n  organisation:\n  role: PCC\n", "GR103 4:3"),
        ("participants:\n- organisation:\n  meeting: budget-committee\n", "GR103 4:3"),
    ],
)
def test_an_organisation_needs_a_name(rest: str, code: str) -> None:
    assert in_short(read_meeting(f"title: A\nlead: opcc\n{rest}").findings)[0].split(":")[0] == code.split(":", maxsplit=1)[0]


def test_a_glossary_entry_needs_a_word() -> None:
    assert in_short(read_files({"glossary.yaml": '"": nothing\n'}).findings) == ["GR109 1:1"]


def test_a_duty_that_looks_like_a_boolean_is_reported() -> None:
    assert in_short(read_meeting("title: A\nlead: opcc\nstatutory: [yes, Act]\n").findings) == ["GR019 3:13"]
    assert in_short(read_meeting("title: A\nlead: opcc\nstatutory: true\n").findings) == []


def test_the_name_of_an_area_that_looks_like_a_boolean_is_reported() -> None:
    text = "title: A\nlead: opcc\nfrequency: {text: monthly, exceptions: {no: 3}}\n"

    assert in_short(read_meeting(text).findings) == ["GR019 3:41"]


@pytest.mark.parametrize(
    ("wrong", "place"),
    [("frequency: {text: monthly, exceptions: {bristol: {no: 3}}}", "3:50"), ("sources: [2016-11-10]", "3:11"), ("review: [yes]", "3:10")],
)
def test_quotes_are_not_advised_where_no_text_belongs(wrong: str, place: str) -> None:
    assert in_short(read_meeting(f"title: A\nlead: opcc\n{wrong}\n").findings) == [f"GR104 {place}"]


@pytest.mark.parametrize("areas", ['""', "''", "bristol", "[bristol]"])
def test_areas_must_be_a_mapping(areas: str) -> None:
    (found,) = read_files({"register.yaml": f"areas: {areas}\n"}).findings

    where = (found.file, found.line, found.column)
    assert (found.code, found.message.split(",")[0], *where) == (
        "GR104",
        "This should be a mapping of names to values",
        "register.yaml",
        1,
        8,
    )


def test_the_areas_are_a_key_of_the_register() -> None:
    reading = read_files({"register.yaml": "area: {}\nname: Here\n"})

    assert [found.hint for found in reading.findings] == ["Did you mean “areas”?"]
    assert reading.register.name == "Here"


def test_a_fingerprint_is_written_by_a_program() -> None:
    text = "- {meetings: [a, b], verdict: distinct, on: 2026-01-31, of: x}\n"

    assert in_short(read_files({"verdicts.yaml": text}).findings) == ["GR104 1:61"]


def test_thousands_of_ids_that_look_like_numbers_take_no_time() -> None:
    text = "".join(f"o{number}: {{name: 1{number}}}\n" for number in range(2000))

    assert len(read_files({"organisations.yaml": text}).findings) == 2000


def test_organisations_among_the_meetings_are_one_finding_that_says_where_they_belong() -> None:
    files = {"meetings/z-board.yaml": "title: A board\nlead: opcc\n", "meetings/organisations.yaml": "opcc: {name: OPCC}\n"}
    reading = read_tree(TreeOf({name: text.encode() for name, text in files.items()}))
    (found,) = reading.findings

    assert (found.file, found.hint) == ("meetings/organisations.yaml", "Move it one folder up.")
    assert list(reading.register.meetings) == ["z-board"]


def test_a_meeting_may_be_called_by_the_name_of_a_file_of_the_register() -> None:
    read = read_files({"meetings/themes.yaml": "title: Themes\nlead: not-stated\n"})

    assert "themes" in read.register.meetings


def test_a_blank_abbreviation_hides_nothing() -> None:
    meanings = '" ": Nothing\nVRU: Violence Reduction Unit\nCSP: ""\nA: {b: c}\nB: []\nC: [[d]]\nD: NO\n'
    reading = read_files({"glossary.yaml": meanings})

    assert in_short(reading.findings) == ["GR109 1:1", "GR104 3:6", "GR104 4:4", "GR104 5:4", "GR104 6:4", "GR019 7:4"]
    assert reading.findings[2].message == "This should be a meaning, but it is a mapping."
    assert list(reading.register.glossary) == ["VRU", "D"]


def test_verdicts_are_a_list() -> None:
    reading = read_files({"verdicts.yaml": "meetings: [a, b]\n"})

    assert [one.message for one in reading.findings] == ["The file should contain a list, but it contains a mapping."]
    assert reading.register.verdicts == ()


def test_a_text_that_yaml_reads_otherwise_is_found_once_where_it_is_a_key_or_a_name() -> None:
    board = {"meetings/budget-committee.yaml": "title: A\nlead: not-stated\n"}
    for organisations, code in (("fire: {name: NO}\n", "GR019 1:14"), ("NO: {name: Fire}\n", "GR111 1:1"), ("fire: NO\n", "GR104 1:7")):
        assert in_short(read_files({"organisations.yaml": organisations, **board}).findings) == [code]
