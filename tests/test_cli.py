"""The command line: exit statuses, what goes where, and that nothing ends in a traceback."""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from inspect import unwrap
from pathlib import Path
from types import ModuleType
from typing import Annotated, cast

import pytest
import typer

from building import ORGANISATIONS
from conftest import ROOT, Run
from govreg.cli import COMMANDS, CommandEntry

GOOD = "title: Budget committee\nlead: opcc\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds a register with one good meeting and one that can't be read."""
    meetings = tmp_path / "register" / "meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (meetings / "budget-committee.yaml").write_text(GOOD, encoding="utf-8")
    (meetings / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    return tmp_path


NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
NOT_ON_MACOS = pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes no file name that isn't UTF-8")
QUESTIONS = [
    *("list", "show budget-committee", "duplicates", "overlaps", "review", "whatif --end budget-committee"),
    *("organisation opcc", "load", "coverage"),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_from_the_readable_files(question: str, folder: Path, run: Run) -> None:
    ran = run(question, cwd=folder)

    assert ran.status == 0
    assert "1 file has errors and is left out" in ran.err
    assert "meetings/broken.yaml" in ran.out
    assert run(f"{question} --strict", cwd=folder).status == 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_names_the_missing_files(question: str, folder: Path, run: Run) -> None:
    assert '"unread": [\n    "meetings/broken.yaml"\n  ]' in run(f"{question} --format json", cwd=folder).out


def test_validate_fails_on_errors_and_on_warnings_if_asked(folder: Path, run: Run) -> None:
    assert run("validate", cwd=folder).status == 1
    (folder / "register" / "meetings" / "broken.yaml").write_text("title: Board\nlead: unclear\n", encoding="utf-8")
    assert run("validate", cwd=folder).status == 0
    assert run("validate --fail-on warning", cwd=folder).status == 1


def test_validate_of_a_file_shows_findings_in_it_and_caused_by_it(folder: Path, run: Run) -> None:
    meetings = folder / "register" / "meetings"
    (meetings / "old.yaml").write_text("title: Old board\nlead: opcc\nstatus: ended\nreview: {reason: Done}\n", encoding="utf-8")
    (meetings / "new.yaml").write_text(f"{GOOD}reports_to: [old]\n".replace("Budget", "New"), encoding="utf-8")

    assert run("validate register/meetings/budget-committee.yaml", cwd=folder).status == 0
    assert "GR309" in run("validate register/meetings/new.yaml", cwd=folder).out
    assert "GR309" in run("validate old.yaml", cwd=meetings).out
    assert run("validate broken.yaml", cwd=meetings).status == 1


def test_validate_of_a_file_shows_only_its_gaps_with_its_path_from_here(folder: Path, run: Run) -> None:
    meetings = folder / "register" / "meetings"
    (meetings / "whole.yaml").write_text(
        "title: Whole board\nlead: opcc\npurpose: Decide\nparticipants: [nhs]\nfrequency: Quarterly\nstatus: active\n"
        "chair: {role: PCC}\nterms_of_reference: {review_due: 2030}\n",
        encoding="utf-8",
    )
    gaps = run("validate register/meetings/budget-committee.yaml", cwd=folder).out

    assert "No problems in, or because of, register/meetings/budget-committee.yaml." in gaps
    assert (
        "Gaps: no stated frequency, no stated purpose, no review date, no stated chair, no stated participants and no stated status."
        in gaps
    )
    assert "Gaps" not in run("validate register/meetings/whole.yaml", cwd=folder).out
    assert "Gaps" not in run("validate register/organisations.yaml", cwd=folder).out
    assert "in, or because of, register/meetings/broken.yaml." in run("validate register/meetings/broken.yaml", cwd=folder).out
    assert "Gaps: of 2 meetings that have not ended, 1 with no stated frequency" in run("validate", cwd=folder).out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("list --lead opc", "Did you mean “opcc”?"),
        ("list --area bristol", "is not an area in the register. The register has no areas. “govreg new area NAME” adds one."),
        ("list --lead council", "Did you mean “bristol-city-council” or “north-somerset-council”?"),
        ("list --lead zebra", "The register has bristol-city-council, constabulary, local-authorities, "),
        ("list --theme zebra", "The register has no themes. “govreg new theme NAME” adds one."),
        ("show broken", "meetings/broken.yaml has errors, so “broken” is not known. “govreg validate” says what is wrong."),
        ("show Broken", "meetings/broken.yaml has errors"),
        ("show zebra", "It may be one that could not be read. “govreg validate” says what is wrong."),
        ("list --status activ", "Did you mean “active”?"),
        ("list --as-at yesterday", "is not a valid date (--as-at). Write a day, a month or a year, such as 2016-11-10, 2016-11 or 2016."),
        ("list --register nowhere", "There is no folder “nowhere” (--register)."),
        (
            "list --output list.pdf",
            "doesn't say which format to write. Use one of .txt, .json, .csv, .md, .html, .htm, .xlsx, .docx, or add --format.",
        ),
        ("show budget-comittee", "Did you mean “budget-committee”?"),
        ("validate ../elsewhere.yaml", "is not in the register"),
        ("validate register/meetings/nothing.yaml", "There is no file"),
        ("duplicates budget-committee", "Name two different meetings, or none."),
        ("explain gr3111", "Did you mean GR311?"),
        ("explain GR999", "“GR999” is not a code. “govreg explain” lists them all."),
        ("explain 7 --format csv", "“7” is not a code."),
        ("explain GR013 --format csv", "There is no table here for CSV. Use --format html, markdown or json."),
    ],
)
def test_a_wrong_call_is_status_2_and_says_what_to_do(words: str, hint: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert ran.status == 2
    assert hint in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("list --format text", "'text' is not one of 'table', "),
        ("duplicates --limit many", "this must be a whole number."),
        ("duplicates --limit 1.5", "this must be a whole number."),
        ("duplicates --limit=-1", "this must be 0 or more."),
        ("duplicates --min-score high", "this must be a number."),
        ("duplicates --min-score 7", "this must be 1 or less."),
    ],
)
def test_a_value_that_an_option_does_not_take_is_described_in_plain_words(words: str, plain: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert ran.status == 2
    assert f": {plain}" in ran.err
    assert "Value error" not in ran.err
    assert "Input should" not in ran.err


@pytest.mark.parametrize("words", ["list --colour blue", "list --format xml", "lst", "list --limit x", "overlaps --by colour"])
def test_an_invalid_value_of_an_option_is_status_2(words: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert ran.status == 2
    assert ran.err


def test_nothing_in_an_unreadable_file_is_denied(folder: Path, run: Run) -> None:
    organisations = folder / "register" / "organisations.yaml"
    organisations.write_text("opcc: [\n", encoding="utf-8")
    message = "organisations.yaml is missing or cannot be read, so “opcc” is not known. “govreg validate” says what is wrong."
    assert message in run("list --lead opcc", cwd=folder).err
    organisations.write_text("opcc: [OPCC]\npcc: {name: PCC}\n", encoding="utf-8")
    assert "organisations.yaml has errors, so “OPCC” is not known." in run("list --lead OPCC", cwd=folder).err
    assert run("list --lead pcc", cwd=folder).status == 0


def test_a_register_without_meetings_says_so_and_what_it_lacks(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    ran = run("list", cwd=tmp_path)

    assert (ran.status, ran.out.splitlines()[0]) == (0, "There are no meetings yet.")
    assert "organisations.yaml is missing. “govreg validate” says what belongs there." in ran.err


def test_the_foot_names_all_filters_and_counts_meetings_that_do_not_say(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "broken.yaml").write_text(
        "title: Board\nlead: unclear\nstatus: proposed\nfrequency: Quarterly\nparticipants: [opcc]\n", encoding="utf-8"
    )
    led = run("list --lead opcc --lead constabulary", cwd=folder).out

    assert "attend 1 more whose lead is unclear: “govreg list --lead unclear --participant opcc --participant constabulary”." in led
    assert "2 more do not say whether they are statutory." in run("list --not-statutory", cwd=folder).out
    assert "1 has no stated frequency. 1 more is proposed: 4 a year if it starts." in run("list", cwd=folder).out


def test_csv_says_what_it_leaves_out(run: Run) -> None:
    assert (
        "This CSV has the meetings with a recommendation. For the other tables use --format html, markdown or json."
        in run("review --format csv").err
    )
    assert "This CSV has every pair of meetings, and not who sits on most." in run("overlaps --format csv").err
    assert run("list --format csv").err == ""


def test_numbers_for_a_spreadsheet_have_two_decimals(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "broken.yaml").write_text("title: Board\nlead: opcc\nfrequency: six weekly\n", encoding="utf-8")

    assert ",8.67," in run("list --format csv", cwd=folder).out
    assert '"per_year": 8.666666666666666' in run("list --format json", cwd=folder).out


def test_no_register_is_status_2(tmp_path: Path, run: Run) -> None:
    ran = run("list", cwd=tmp_path)

    assert (ran.status, ran.out) == (2, "")
    assert "There is no register here" in ran.err


def test_the_version_and_the_help_are_data(run: Run) -> None:
    assert run("--version").out.startswith("govreg 0.")
    for command in ("", "list ", "show ", "validate ", "explain ", "duplicates ", "overlaps ", "review ", "diff "):
        ran = run(f"{command}--help")
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.count("govreg ") >= (3 if command else 1)


def test_the_help_lists_every_command_with_its_whole_summary(run: Run) -> None:
    listed = run("-h").out.partition("Commands:\n")[2]

    assert [line.split()[0] for line in listed.splitlines()] == [*COMMANDS]
    for name, entry in COMMANDS.items():
        assert f"{name}  " in listed
        assert f"  {entry.summary}\n" in listed
        assert len(entry.summary) < 55
        assert run(f"{name} -h").out.splitlines()[2] == f"  {entry.summary}."


LOADED = """
import sys
before = {*sys.modules}
from govreg.cli import main
for words in sys.argv[1:]:
    sys.argv = ["govreg", *words.split()]
    try:
        main()
    except SystemExit:
        print("\\0", *sorted({*sys.modules} - before), end="\\0")
    before = {*sys.modules}
"""
"""Answers each of its words, and then says which modules that has loaded, between two NULs; the first begins with the program itself."""


@pytest.fixture(scope="module")
def loaded() -> Mapping[str, Sequence[str]]:
    """The modules that each of some calls loads, beyond those that the calls before it have loaded; the output is a pipe."""
    calls = ["-h", "lst", "explain", "list -h", "list", "validate"]
    words = [sys.executable, "-c", LOADED, *calls]
    done = subprocess.run(words, capture_output=True, cwd=ROOT, env=environment(), encoding="utf-8", check=False)
    return dict(zip(calls, (modules.split() for modules in done.stdout.split("\0")[1::2]), strict=True))


def test_a_command_is_loaded_when_it_is_called(loaded: Mapping[str, Sequence[str]]) -> None:
    commands = {
        words: [name.removeprefix("govreg.commands.") for name in names if name.startswith("govreg.commands.")]
        for words, names in loaded.items()
    }

    assert commands == {"-h": [], "lst": [], "explain": ["explain"], "list -h": ["list_meetings"], "list": [], "validate": ["validate"]}


def test_validate_loads_nothing_that_compares_two_registers(loaded: Mapping[str, Sequence[str]]) -> None:
    names = [name for names in loaded.values() for name in names]

    assert "govreg.rules.run" in names
    assert [name for name in names if name.startswith(("govreg.analysis.diff", "govreg.analysis.text"))] == []


@NOT_ON_WINDOWS
def test_a_piped_list_loads_only_what_it_needs(loaded: Mapping[str, Sequence[str]]) -> None:
    names = {name for words, names in loaded.items() if words != "validate" for name in names}

    assert "govreg.storage.reader" in names
    assert {"rich", "docx", "openpyxl", "jinja2", "snowballstemmer"} & names == set()


def test_a_file_is_written_in_the_format_of_its_ending(folder: Path, run: Run) -> None:
    for name, start in (("a.csv", b"\xef\xbb\xbfid,title"), ("a.json", b"{\n"), ("a.md", b"| Meeting |"), ("a.txt", b"Meeting ")):
        ran = run(f"list --output {name}", cwd=folder)
        assert (ran.status, ran.out) == (0, "")
        assert (folder / name).read_bytes().startswith(start)
        assert f"Written: {name}" in ran.err


def test_people_are_named_only_when_asked_for(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "broken.yaml").write_text(
        "title: Board\nlead: opcc\nchair: {organisation: pcc, person: Pat Smith}\nparticipants: [{organisation: nhs, person: Jo Jones}]\n",
        encoding="utf-8",
    )
    for words in ("list", "show broken", "overlaps --by person", "review", "organisation opcc", "organisation nhs", "load --by person"):
        for form in ("table", "json", "csv", "markdown"):
            shown = run(f"{words} --format {form}", cwd=folder).out
            assert "Smith" not in shown
            assert "Jones" not in shown
    assert "Pat Smith" in run("show broken --people", cwd=folder).out


def test_two_meetings_of_one_title_are_asked_for_by_id(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "second.yaml").write_text(GOOD, encoding="utf-8")

    ran = run('show "Budget committee"', cwd=folder)

    assert ran.status == 2
    assert "Write the id: budget-committee, second." in ran.err
    assert run("show second", cwd=folder).status == 0


def program(*words: str) -> list[str]:
    return [sys.executable, "-m", "govreg", *words]


def environment(**variables: str) -> dict[str, str]:
    needed = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}  # Windows starts nothing without its root
    return {**needed, "PYTHONPATH": str(ROOT / "src"), **variables}


ANSWER = """
import os, sys
from govreg.__main__ import main
for words in sys.argv[1:]:
    sys.argv = ["govreg", *words.split()]
    try:
        main()
    except SystemExit as end:
        print("\\0", end.code or 0, sep="", end="\\0", flush=True)
        print("\\0", end="", file=sys.stderr, flush=True)
"""
"""Answers each of its words, a question, one after the other; a NUL ends an answer on each stream."""


def answers(questions: list[str], **variables: str) -> list[tuple[int, str, str]]:
    """The exit status, the output and the errors of each question, from one new Python with `variables` in its environment."""
    words = [sys.executable, "-c", ANSWER, *questions]
    done = subprocess.run(words, capture_output=True, cwd=ROOT, env=environment(**variables), check=True)
    out, errors = done.stdout.decode().split("\0"), done.stderr.decode().replace(os.linesep, "\n").split("\0")
    return [(int(out[2 * place + 1]), out[2 * place], errors[place]) for place in range(len(questions))]


ENDINGS = """
import io, os, resource, sys
import govreg.commands.list_meetings, govreg.commands.overlaps
from govreg.__main__ import main

for place, buffering, words in zip(*[iter(sys.argv[1:])] * 3):
    reading, writing = os.pipe()
    if place == "a pipe closed before":
        os.close(reading)
    process = os.fork()
    if process == 0:
        if place == "a pipe closed halfway":
            os.close(reading)
        elif place == "a full disk":
            writing = os.open("/dev/full", os.O_WRONLY)
        elif place.startswith("/"):  # a file, of which the system takes the first KiB and no more, as a disk does that becomes full
            writing = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
            sys.dont_write_bytecode = True  # Python doesn't notice that its own files are cut
        os.dup2(writing, 1)
        os.close(writing)
        if place == "nothing":
            os.close(1)
            sys.stdout = sys.__stdout__ = None  # as Python starts then
        if buffering == "unbuffered":
            sys.stdout = sys.__stdout__ = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=True)  # as Python opens it
        sys.argv = ["govreg", *words.split()]
        main()
        sys.exit()
    os.close(writing)
    if place == "a pipe closed halfway":
        assert os.read(reading, 1) == b"{"
    if place != "a pipe closed before":
        os.close(reading)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    os.write(2, f"\\0{status}\\0".encode())
"""
"""Answers each question, in a fork of its own that ends as Python does, and says its status between two NULs.

A question is three words: where its standard output goes, whether that is buffered, and what it asks.
"""


def endings(questions: Iterable[tuple[str, str, str]]) -> list[tuple[int, str]]:
    """The exit status and the errors of each question, from one new Python."""
    words = [sys.executable, "-c", ENDINGS, *(word for question in questions for word in question)]
    done = subprocess.run(words, capture_output=True, cwd=ROOT, env=environment(), encoding="utf-8", check=True)
    errors_and_statuses = done.stderr.split("\0")
    return [(int(status), errors) for errors, status in zip(errors_and_statuses[:-1:2], errors_and_statuses[1::2], strict=True)]


@NOT_ON_WINDOWS
def test_an_answer_that_cannot_be_written_is_never_status_0(tmp_path: Path) -> None:
    """The answers to a pipe that is closed halfway are longer than the 64 KiB that it holds; those on a disk, than 1 KiB."""
    list_ = "list --register docs/example"
    short = [list_, "--help", "list --help", "--version"]
    long = ["overlaps --format json", "list --help", f"{list_} --output /dev/stdout --format json"]
    asked = [
        *(("nothing", "buffered", words) for words in short),
        *(("a full disk", "buffered", words) for words in short if Path("/dev/full").exists()),
        *(("a pipe closed before", "buffered", words) for words in short),
        *(("a pipe closed halfway", buffering, "duplicates --all --format json") for buffering in ("buffered", "unbuffered")),
        *((str(tmp_path / "answer"), buffering, words) for buffering in ("buffered", "unbuffered") for words in long),
    ]
    expected = {
        "nothing": (2, "govreg: Standard output can't be written: it is closed.\n"),
        "a full disk": (2, "govreg: Standard output can't be written: no space left on device.\n"),
        "a pipe closed before": (141, ""),
        "a pipe closed halfway": (141, ""),
    }

    for (place, buffering, words), (status, errors) in zip(asked, endings(asked), strict=True):
        if place in expected:
            assert (status, errors) == expected[place], (place, buffering, words)
        else:
            assert status == 2, (buffering, words)
            assert "can't be written: file too large" in errors, (buffering, words)
            assert "Traceback" not in errors, (buffering, words)


@NOT_ON_WINDOWS
def test_an_interruption_is_status_130() -> None:
    code = "import os, signal, govreg.session.load as load\n"
    code += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell starts what runs in the background with it ignored
    code += "load.read_tree = lambda _: os.kill(os.getpid(), signal.SIGINT)\n"
    code += "import sys; sys.argv = ['govreg', 'list']\nfrom govreg.cli import main; main()\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=environment(), check=False)

    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["'::error::x'", "list --lead '::error::x'", "list '\n::error::x'", "show '##[error]x'"])
def test_typed_text_is_never_a_workflow_command(words: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert ran.status == 2
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in ran.err.splitlines())


@NOT_ON_WINDOWS
def test_the_bytes_are_the_same_whatever_locale_time_zone_and_hash_seed(run: Run) -> None:
    questions = ["review", "duplicates --format json", "overlaps --format csv", "validate"]
    first = [(ran.status, ran.out, ran.err) for ran in map(run, questions)]

    for variables in (
        {"PYTHONHASHSEED": "7", "LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "11", "LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"},
    ):
        assert answers(questions, **variables) == first
    assert all(len(out) > 1000 for _, out, _ in first)


def test_under_github_actions_findings_become_annotations_and_a_summary(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are those from the top of the repository, wherever the command runs."""
    (folder / ".git").mkdir()
    summary = folder / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    below = run("validate --format github", cwd=folder / "register" / "meetings")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    by_itself = run("validate", cwd=folder)

    assert (by_itself.status, by_itself.out) == (1, below.out)
    assert below.out.startswith("::error file=register/meetings/broken.yaml,line=")
    assert summary.read_text(encoding="utf-8").startswith("before\n## The register\n")
    assert "register/meetings/broken.yaml" in summary.read_text(encoding="utf-8")
    assert run("list", cwd=folder).out.startswith("Meeting")


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        ("sarif", "{"),
        ("SARIF", "{"),
        ("xml", "<?xml"),
        ("Xml", "<?xml"),
        ("json", "{"),
        ("html", "<!DOCTYPE html>"),
        ("txt", "register/meetings/broken.yaml:"),
    ],
)
def test_a_file_of_findings_takes_its_format_from_its_ending(ending: str, start: str, folder: Path, run: Run) -> None:
    assert run(f"validate --output findings.{ending}", cwd=folder).status == 1
    assert (folder / f"findings.{ending}").read_text(encoding="utf-8").startswith(start)
    if ending.lower() in ("sarif", "xml"):
        assert run(f"list --output meetings.{ending}", cwd=folder).status == 2


@NOT_ON_WINDOWS
def test_an_interruption_while_the_program_loads_is_status_130() -> None:
    code = "import sys, builtins\nfrom govreg.__main__ import main\nloaded = builtins.__import__\n"
    code += "def interrupted(name, *rest):\n    if name == 'typer': raise KeyboardInterrupt\n    return loaded(name, *rest)\n"
    code += "builtins.__import__ = interrupted\nmain()\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=environment(), check=False)

    assert (done.returncode, done.stderr) == (130, b"")


ESCAPE = "\x1b[31m"


@pytest.mark.parametrize(
    "words",
    [
        f"list --as-at '{ESCAPE}'",
        f"list --text '{ESCAPE}'",
        f"list --lead '{ESCAPE}'",
        f"list '--{ESCAPE}'",
        f"list '{ESCAPE}'",
        f"list --output '{ESCAPE}.csv'",
        f"list --output '{ESCAPE}'",
        f"list --register '{ESCAPE}'",
        f"validate '{ESCAPE}'",
        f"'{ESCAPE}'",
    ],
)
def test_typed_text_never_controls_a_terminal(words: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert "\x1b" not in ran.out + ran.err
    assert "\\x1b[31m" in ran.out + ran.err


@pytest.mark.parametrize(
    "words", ["list", "list --as-at", "list --format", "list --lead", "list --output", "list --register", "show", "validate", "explain", ""]
)
def test_typed_text_never_begins_a_line_of_a_message(words: str, folder: Path, run: Run) -> None:
    ran = run(f"{words} 'a\n::error::b\x85::error::c\u2028::error::d'", cwd=folder)

    assert ran.status in (1, 2)
    assert [line for line in (ran.out + ran.err).splitlines() if line.startswith("::")] == []


@NOT_ON_WINDOWS
def test_the_name_of_a_folder_never_controls_a_terminal(folder: Path, run: Run) -> None:
    (folder / "register").rename(folder / ESCAPE)

    for form in ("table", "markdown", "json", "csv", "github"):
        ran = run(f"validate --register '{ESCAPE}' --format {form}", cwd=folder)
        assert ran.status == 1
        assert "\x1b" not in ran.out


@NOT_ON_WINDOWS
def test_a_word_that_cannot_be_encoded_is_escaped_in_a_file_too(folder: Path, run: Run) -> None:
    assert run("list --text '\udcff' --output list.md", cwd=folder).status == 0
    assert "\\udcff" in (folder / "list.md").read_text(encoding="utf-8") or "xff" in (folder / "list.md").read_text(encoding="utf-8")


def test_a_folder_selects_all_files_in_it(folder: Path, run: Run) -> None:
    for words in ("validate register", "validate register/meetings", "validate register/meetings/"):
        ran = run(words, cwd=folder)
        assert ran.status == 1
        assert "register/meetings/broken.yaml" in ran.out
    (folder / "register" / "minutes").mkdir()
    assert "No problems in, or because of, register/minutes/." in run("validate register/minutes", cwd=folder).out


def test_a_file_outside_the_register_is_status_2(folder: Path, run: Run) -> None:
    (folder / "register" / "README.md").write_text("About\n", encoding="utf-8")
    (folder / "register" / "papers").mkdir()
    for name in ("README.md", "papers"):
        ran = run(f"validate register/{name}", cwd=folder)
        assert (ran.status, ran.out) == (2, "")
        assert "is not part of a register" in ran.err


@NOT_ON_WINDOWS
@pytest.mark.parametrize("name", ["c\x1b[31m.yaml", pytest.param("b\udcff.yaml", marks=NOT_ON_MACOS), "d\n.yaml"])
def test_a_file_with_an_odd_name_is_found_by_it(name: str, folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / name).write_text("x", encoding="utf-8")

    ran = run(f"validate 'register/meetings/{name}'", cwd=folder)

    assert ran.status == 1
    assert "GR003" in ran.out
    assert "\x1b" not in ran.out


def test_only_questions_about_minutes_report_unreadable_minutes(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "broken.yaml").unlink()
    minutes = folder / "register" / "minutes" / "budget-committee"
    minutes.mkdir(parents=True)
    (minutes / "2018-04-04.yaml").write_text("status: [\n", encoding="utf-8")

    for words in ("show budget-committee", "review"):
        ran = run(words, cwd=folder)
        assert ran.status == 0
        assert "1 file has errors" in ran.err
        assert "minutes/budget-committee/2018-04-04.yaml" in ran.out
        assert run(f"{words} --strict", cwd=folder).status == 1
    assert run("list --strict", cwd=folder).status == 0


@pytest.mark.parametrize(
    ("question", "says"),
    [
        *((question, True) for question in ("duplicates", "coverage", "review", "whatif --recommended", "list --theme housing")),
        *((question, True) for question in ("duplicates --by workstream", "review --format markdown")),
        *((question, False) for question in ("list", "load", "overlaps", "show board")),
    ],
)
def test_answers_that_compare_words_say_which_entries_are_too_long(question: str, *, says: bool, folder: Path, run: Run) -> None:
    meetings = folder / "register" / "meetings"
    (meetings / "board.yaml").write_text(f"title: Board\nlead: opcc\npurpose: {'homes ' * 500}\n", encoding="utf-8")
    (folder / "register" / "themes.yaml").write_text("housing: {name: Housing}\n", encoding="utf-8")

    ran = run(question, cwd=folder)
    said = "1 entry is too long: only its first 500 words are compared."
    assert [said in " ".join(text.split()) for text in (ran.out, ran.err)] == [says, says]
    assert "GR326" in run("validate", cwd=folder).out


def test_validate_shows_a_line_without_the_name_in_it(folder: Path, run: Run) -> None:
    text = "title: Board\nlead: opcc\nchair:\n  person: Smith, Pat\n  rol: x\n"
    text += "participants: [{organisation: nsh, person: Jo Jones, role: ACC}, {organisation: nhs, persn: 'Jones, Jo'}, Jo Jones]\n"
    (folder / "register" / "meetings" / "broken.yaml").write_text(text, encoding="utf-8")

    out = run("validate", cwd=folder).out

    assert "person: ········, role: ACC" in out
    for format_ in ("table", "json", "csv", "markdown", "html", "github", "sarif", "junit"):
        shown = run(f"validate --format {format_}", cwd=folder).out
        assert "GR102" in shown
        assert not any(name in shown for name in ("Jones", "Smith"))


def test_an_answer_is_not_written_over_an_entry(folder: Path, run: Run) -> None:
    entry = folder / "register" / "meetings" / "budget-committee.yaml"
    for name in ("register/meetings/budget-committee.yaml", "link.csv"):
        if name == "link.csv":
            if sys.platform == "win32":
                continue
            (folder / name).symlink_to(entry)
        ran = run(f"list --format csv --output {name}", cwd=folder)
        assert ran.status == 2
        assert "has the name of a register's file" in ran.err
    assert entry.read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("option", ["--all", "--min-score 0.5", "--limit 2", "--meeting budget-committee"])
def test_two_meetings_and_a_choice_among_pairs_do_not_go_together(option: str, folder: Path, run: Run) -> None:
    ran = run(f"duplicates budget-committee broken {option}", cwd=folder)

    assert (ran.status, ran.out) == (2, "")
    assert "you can't use" in ran.err


def test_a_register_one_folder_too_deep_is_reported(folder: Path, run: Run) -> None:
    ran = run("list --register register/meetings", cwd=folder)

    assert (ran.status, ran.out) == (2, "")
    assert f"Did you mean “{folder / 'register'}”?" in ran.err


@pytest.mark.parametrize("question", ["list", "duplicates", "duplicates --by workstream", "overlaps", "review", "validate"])
def test_an_empty_register_is_an_answer_too(question: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "register" / "meetings").mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")

    assert run(question, cwd=tmp_path).status == 0


@pytest.mark.parametrize(
    "words", ["--by workstream --fail-on likely", "--by workstream --base HEAD", "a b --base HEAD", "a b --by workstream"]
)
def test_options_that_would_do_nothing_are_refused(words: str, folder: Path, run: Run) -> None:
    assert run(f"duplicates {words}", cwd=folder).status == 2


def test_python_without_docstrings_and_asserts_gives_the_same_answers(run: Run) -> None:
    questions = ["explain --format json", "validate --format sarif", "list"]
    *seen, help_ = answers([*questions, "verdict --help"], COLUMNS="80", PYTHONOPTIMIZE="2")

    assert seen == [tuple(run(words, columns=80)) for words in questions]
    assert help_[::2] == (0, "")
    assert "Options:" in help_[1]
    assert "PYTHONOPTIMIZE=2, so this leaves out the description" in help_[1]


@pytest.mark.parametrize("command", ["show", "init", "new", "set", "rename", "end", "merge", "whatif", "verdict", "merge budget-committee"])
def test_a_command_says_what_it_needs(command: str, folder: Path, run: Run) -> None:
    ran = run(command, cwd=folder)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_an_option_that_is_required_must_be_given(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """No command requires one today; the next one that does must not run without it."""

    def probe(
        name: Annotated[str, typer.Option("--name", metavar="NAME")], twice: Annotated[bool, typer.Option("--twice")] = False
    ) -> None:
        """Probe."""
        typer.echo(name * (1 + twice))

    module = ModuleType("govreg.commands.probe")
    vars(module)["probe"] = probe
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(cast("dict[str, CommandEntry]", COMMANDS), "probe", CommandEntry("Probe", "probe"))
    monkeypatch.setattr(typer.main, "get_command", unwrap(typer.main.get_command))  # the one for all tests doesn't know it

    assert run("probe --name x --twice") == (0, "xx\n", "")
    ran = run("probe")
    assert (ran.status, ran.out) == (2, "")
    assert "--name" in ran.err


def test_overlaps_says_which_meetings_it_compares(folder: Path, run: Run) -> None:
    assert "0 of 1 meeting compared: of kind board." in run("overlaps --kind board", cwd=folder).out
    assert "compared" not in run("overlaps", cwd=folder).out
