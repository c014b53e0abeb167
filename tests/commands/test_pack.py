"""`govreg review` makes the pack as a document: the same bytes each time, with every text as text, whatever reads it."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document

from building import ORGANISATIONS
from conftest import Run
from govreg.analysis.text.topics import AnalysedText, Topics
from govreg.model.location import KeyPath
from hostile_texts import HOSTILE, LIVE
from repository import NEEDS_GIT, commit, run_git

REGISTER = "review --register register"


def written(run: Run, words: str, output: Path, **how: Path) -> bytes:
    ran = run(f"{words} --output {output}", **how)
    assert ran.status == 0, ran.err
    return output.read_bytes()


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html", "md"])
def test_the_same_register_options_and_day_give_the_same_bytes(ending: str, tmp_path: Path, run: Run) -> None:
    words = f"{REGISTER} --agenda 7 --author Team"

    assert written(run, words, tmp_path / f"a.{ending}") == written(run, words, tmp_path / f"b.{ending}")


def test_each_text_is_analysed_once_for_duplicates_losses_and_coverage(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "register/meetings").mkdir(parents=True)
    (tmp_path / "register/organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (tmp_path / "register/themes.yaml").write_text("herons: {name: Herons, terms: [heron]}\n", encoding="utf-8")
    works = {"one": "Count herons", "two": "Feed walruses", "three": "Ringed lemurs"}
    for id_, work in works.items():
        text = f"title: Board {id_}\nlead: opcc\npurpose: {work}\nfocus: [Zebras of {id_}]\nreview: {{recommendation: end, reason: x}}\n"
        (tmp_path / f"register/meetings/{id_}.yaml").write_text(text, encoding="utf-8")
    analysed: list[str] = []
    analyse = Topics.analyse

    def counted(topics: Topics, path: KeyPath, text: str, *, title: bool = False) -> AnalysedText:
        analysed.append(text)
        return analyse(topics, path, text, title=title)

    monkeypatch.setattr(Topics, "analyse", counted)
    pack = written(run, f"review --register {tmp_path / 'register'}", tmp_path / "a.md").decode()

    assert "Herons" in pack
    texts = (text for id_, work in works.items() for text in (f"Board {id_}", work, f"Zebras of {id_}"))
    assert sorted(analysed) == sorted(texts)


def test_the_screen_json_and_csv_show_the_review_tables_and_documents_the_pack(tmp_path: Path, run: Run) -> None:
    assert "Circulation" not in run(REGISTER).out
    assert '"by_lead"' in run(f"{REGISTER} --format json").out
    assert "## Appendix A – Recommended meetings" in run(f"{REGISTER} --format markdown").out
    assert "<h2" in written(run, REGISTER, tmp_path / "a.html").decode()


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ("--agenda 7", "--agenda is for the pack. Add --output pack.docx, .xlsx, .html or .md."),
        ("--since HEAD --format json", "--since is for the pack."),
        ("--template x.docx --format html", "--template is for Word. Add --output pack.docx."),
        ("--date soon --format markdown", "“soon” is not a valid date (--date)."),
        ("--author ' ' --format markdown", "--author needs a text of one line."),
        ("--people --for public --format markdown", "People are never named in a report for the public."),
        ("--since nowhere --format markdown", "nowhere"),
        ("--template nothing.docx --output x.docx", "“nothing.docx” can't be read: no such file or directory."),
        ("--template register --output x.docx", "“register” "),
        ("--template README.md --output x.docx", "The template can't be used: it is not a Word file."),
    ],
)
def test_an_impossible_call_is_explained(options: str, hint: str, run: Run) -> None:
    ran = run(f"{REGISTER} {options}")

    assert ran.status == 2
    assert hint in ran.err
    assert not Path("x.docx").exists()


@NEEDS_GIT
def test_changes_since_a_revision_are_told_by_its_day(tmp_path: Path, run: Run) -> None:
    meetings = tmp_path / "register" / "meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (meetings / "board.yaml").write_text("title: Board\nlead: opcc\nfrequency: monthly\n", encoding="utf-8")
    run_git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    (meetings / "board.yaml").write_text("title: Board\nlead: opcc\nfrequency: quarterly\n", encoding="utf-8")
    pack = run("review --since HEAD --format markdown", cwd=tmp_path).out

    assert re.search(r"^## Changes since \d{1,2} \w+ \d{4}$", pack, re.MULTILINE)
    assert re.search(r"^- Board: .*“monthly”.*“quarterly”|^- Board: .*quarterly", pack, re.MULTILINE | re.IGNORECASE)
    assert re.search(r"^- Since \d{1,2} \w+ \d{4}: 1 meeting changed", pack, re.MULTILINE)


def hostile(folder: Path) -> Path:
    """A register whose every text is one that something might take for more than text."""
    quoted = [
        "'" + text.replace("'", "''") + "'" for text in (*HOSTILE, *LIVE) if text.strip() and "\n" not in text and "\u200b" not in text
    ]
    (folder / "meetings").mkdir(parents=True)
    (folder / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (folder / "register.yaml").write_text(f"name: {quoted[0]}\nas_at: 2026-11-21\n", encoding="utf-8")
    for number, text in enumerate(quoted):
        meeting = f"title: {text}\nlead: opcc\nlead_as_written: {text}\npurpose: {text}\nfocus: [{text}]\nfrequency: {{text: {text}}}\n"
        meeting += (
            f"participants: [{{organisation: opcc, role: {text}}}]\nreview: {{recommendation: change, change: {text}, reason: {text}}}\n"
        )
        (folder / "meetings" / f"m{number}.yaml").write_text(meeting, encoding="utf-8")
    return folder


def test_every_text_of_a_hostile_register_stays_text(tmp_path: Path, run: Run) -> None:
    register = hostile(tmp_path / "register")
    word = written(run, f"review --register {register}", tmp_path / "a.docx")
    with ZipFile(BytesIO(word)) as parts:
        body = parts.read("word/document.xml").decode()
        assert not [name for name in parts.namelist() if "TargetMode" in parts.read(name).decode()]
    assert "w:instr" not in body
    assert "w:hyperlink" not in body
    titles = {table.rows[0].cells[1].text for table in Document(BytesIO(word)).tables if table.rows[0].cells[0].text == "Meeting"}
    assert {"<script>alert(1)</script>", '=HYPERLINK("x","y")', "&amp; &#60;", "`code` ``more``"} <= titles

    book = openpyxl.load_workbook(BytesIO(written(run, f"review --register {register}", tmp_path / "a.xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink is not None]
    assert '=HYPERLINK("x","y")' in {cell.value for cell in cells}

    page = written(run, f"review --register {register}", tmp_path / "a.html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_workbook_has_a_sheet_for_each_list_with_titles_that_stay_and_filters(tmp_path: Path, run: Run) -> None:
    book = openpyxl.load_workbook(BytesIO(written(run, REGISTER, tmp_path / "a.xlsx")))
    first, *sheets = book.worksheets

    assert first["A1"].value == "External Governance"
    names = [sheet.title for sheet in sheets]
    assert [
        name
        for name in ("Recommendations", "Possible duplicates", "Shared members", "Gaps", "Governance", "Abbreviations")
        if name not in names
    ] == []
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in sheets)
    appendix = book["Appendix A – Recommended meeti…"]
    lead = "Lead (OPCC, Constabulary or Joint)"
    assert [cell.value for cell in appendix[1]] == ["Group", "Meeting", lead, "Purpose", "Key participants", "Frequency", "Current focus"]
    assert appendix.max_row == 12


def test_a_template_gives_the_pack_its_styles(tmp_path: Path, run: Run) -> None:
    Document().save(str(tmp_path / "office.docx"))
    made = Document(BytesIO(written(run, f"{REGISTER} --template {tmp_path / 'office.docx'}", tmp_path / "a.docx")))

    assert made.paragraphs[0].text == "External Governance"
    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Title"
