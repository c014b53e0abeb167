"""The numbers of a review in JSON are those of its meetings."""

import json
from pathlib import Path

import pytest

from conftest import Run
from editing import write_register


def test_meetings_are_counted_by_lead_level_and_status(run: Run) -> None:
    review = json.loads(run("review --register tests/commands/boards --format json").out)

    assert review["total"] == 5
    assert review["by_lead"] == {"opcc": 4, "constabulary": 1}
    assert review["by_level"] == {"strategic": 1, "operational": 2, "not-stated": 2}
    assert review["by_status"] == {"active": 4, "ended": 1}


def test_an_audience_that_sees_nothing_is_told_nothing(run: Run) -> None:
    ran = run("review --for public")

    assert ran.status == 0
    assert ran.out.splitlines()[3:] == [
        "There are no meetings to review.",
        "",
        "Avon and Somerset external governance, as at 11 December 2019.",
        "39 meetings are left out because they are not public.",
    ]


def test_one_word_selects_meetings_of_every_status(run: Run) -> None:
    every = json.loads(run("list --status all --format json").out)["meetings"]
    compared = run("overlaps --status all").out

    assert len(every) == 39
    assert {one.get("status") for one in every} >= {None, "active", "proposed"}
    assert "are not held" not in compared
    assert run("list --status al").err.rstrip().endswith("It takes proposed, shadow, active, suspended, ended, all.")


def test_overlaps_says_who_is_counted(run: Run) -> None:
    output = " ".join(run("overlaps").out.split())

    assert "Members and chairs are counted. An organisation that only leads or supports a meeting is not." in output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        *(
            (f"--{name} x", f"--{name} is for the pack. Add --output pack.docx, .xlsx, .html or .md.")
            for name in ("title", "meeting", "agenda", "author", "sponsor")
        ),
        ("--date 2026-12-01", "--date is for the pack."),
        ("--since HEAD", "--since is for the pack."),
        ("--title x --format csv", "--title is for the pack."),
        ("--template a.docx", "--template is for Word. Add --output pack.docx."),
        ("--template a.docx --format html", "--template is for Word."),
        ("--format html --title ' '", '--title needs a text of one line. Write --title "…", or leave it out.'),
        ("--format html --agenda 'a\nb'", "--agenda needs a text of one line."),
        ("--format html --date 1.12.2026", "“1.12.2026” is not a valid date (--date). Write it as 2016-11-10."),
    ],
)
def test_options_of_a_pack_are_refused_where_they_mean_nothing(words: str, says: str, tmp_path: Path, run: Run) -> None:
    ran = run(f"review {words}", cwd=write_register(tmp_path))

    assert (ran.status, ran.out) == (2, "")
    assert says in " ".join(ran.err.split())


def test_a_pack_is_for_partners_and_the_screen_for_all_unless_it_is_said(tmp_path: Path, run: Run) -> None:
    folder = write_register(tmp_path)
    (folder / "meetings" / "closed-group.yaml").write_text("title: Closed group\nlead: unclear\nvisibility: internal\n", encoding="utf-8")

    has = {
        words: "Closed group" in run(f"review {words}", cwd=folder).out
        for words in ("", "--for partners", "--format html", "--format html --for internal")
    }
    assert list(has.values()) == [True, False, False, True]


def test_the_cover_takes_what_is_typed_before_what_the_register_says(tmp_path: Path, run: Run) -> None:
    folder = write_register(tmp_path)
    with (folder / "register.yaml").open("a", encoding="utf-8") as file:
        file.write("settings: {paper: {title: Our meetings, author: Clerk}}\n")

    cover = run("review --format markdown --author 'Head of Policy' --agenda 7 --date 2026-12-01", cwd=folder).out[:2000]
    assert [word for word in ("Our meetings", "Clerk", "Head of Policy", "7", "1 December 2026") if word not in cover] == ["Clerk"]


def test_a_file_with_errors_is_status_1_where_that_is_asked_for(tmp_path: Path, run: Run) -> None:
    folder = write_register(tmp_path)
    (folder / "minutes" / "budget-committee" / "2026-11-01.yaml").write_text("time: [\n", encoding="utf-8")

    assert [run(f"review{strict}", cwd=folder).status for strict in ("", " --strict", " --strict --format html")] == [0, 1, 1]
