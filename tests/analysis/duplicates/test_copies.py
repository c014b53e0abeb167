"""Copies of one meeting are found however many there are: what only copies say is no filler, and their number hides none."""

from itertools import combinations

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.profile import MOST_COMPARED, MOST_TOPICS
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.duplicates.signals import Signal
from govreg.model.meeting import Meeting

SUBJECTS = (
    "archive bicycle canal dog elm ferry glider harbour island jetty kite loom mill nursery organ pond quarry railway sculpture"
    " telescope umbrella violin windmill xylophone yacht zeppelin acrobat balloon carousel drum"
).split()


def copies(subject: str, count: int) -> list[Meeting]:
    purpose = f"Catalogue every {subject}, lend {subject} tools to households, and train {subject} keepers before winter storms"
    return [a_meeting(f"{subject}-{number}", title=f"{subject.capitalize()} circle", purpose=purpose) for number in range(count)]


@pytest.mark.parametrize("count", [8, 12, 40, 100])
def test_every_two_copies_of_one_meeting_are_likely_the_same_work(count: int) -> None:
    made = copies("canal", count)

    pairs = find_duplicates(a_register(*made), Query()).pairs

    assert {(pair.a, pair.b) for pair in pairs} == set(combinations(sorted(meeting.id for meeting in made), 2))
    assert {pair.grade for pair in pairs} == {"likely"}


def test_thirty_groups_of_twelve_copies_are_told_apart() -> None:
    made = [copies(subject, 12) for subject in SUBJECTS]

    pairs = find_duplicates(a_register(*(meeting for group in made for meeting in group)), Query()).pairs

    expected = {pair for group in made for pair in combinations(sorted(meeting.id for meeting in group), 2)}
    assert {(pair.a, pair.b) for pair in pairs if pair.grade == "likely"} == expected


def test_copies_hide_no_other_meeting_of_the_same_work() -> None:
    alike = a_meeting("zz-alike", title="Canal keepers", purpose="Lend canal tools to households and train canal keepers")

    pairs = find_duplicates(a_register(*copies("canal", 30), alike), Query()).pairs

    assert sum("zz-alike" in (pair.a, pair.b) for pair in pairs) == 30


def test_copies_may_share_a_word_of_their_names_that_the_first_of_them_has_not() -> None:
    titles = ("Acrobat", "Zebra ring", "Zebra loom")
    named = [one.model_copy(update={"title": title}) for one, title in zip(copies("canal", 3), titles, strict=True)]

    comparison = build_comparison(a_register(*named))

    without, beside = (comparison.weigh(one, "canal-2").parts[Signal.WORDS] for one in ("canal-0", "canal-1"))
    assert beside > without > 0


def test_the_first_words_of_long_texts_are_compared() -> None:
    letters = "bdfgklmnprtv"
    purpose = " ".join("o".join(letters[number // 12**place % 12] for place in range(3)) for number in range(MOST_COMPARED + 200))
    long = a_meeting("a", title="A", purpose=purpose)
    same_end = a_meeting("b", title="B", purpose=" ".join(purpose.split()[MOST_COMPARED:]))
    same_start = a_meeting("c", title="C", purpose=" ".join(purpose.split()[:40]))

    comparison = build_comparison(a_register(long, same_end, same_start))

    assert {id_: len(one.terms) for id_, one in comparison.by_id.items()} == {"a": 200, "b": 200, "c": 40}
    assert len(comparison.by_id["a"].runs) == MOST_COMPARED == 200
    assert Signal.WORDS not in comparison.weigh("a", "b").parts
    assert Signal.WORDS in comparison.weigh("a", "c").parts


def test_the_fifty_plainest_topics_are_compared() -> None:
    themes = {f"t{number:02}": {"name": f"Theme {number}"} for number in range(60)}
    tagged = a_meeting("a", title="A", focus=[{"text": "x", "themes": sorted(themes)[:12]}], themes=sorted(themes)[9:54])
    shown = a_meeting("b", title="B", purpose="Theme 58 and more", themes=sorted(themes)[:49])

    comparison = build_comparison(a_register(tagged, shown, themes=themes))

    assert [*comparison.by_id["a"].topics] == [f"theme:t{number:02}" for number in range(50)]
    assert [*comparison.by_id["b"].topics] == [f"theme:t{number:02}" for number in (*range(49), 58)]
    assert [comparison.by_id[id_].more_topics for id_ in "ab"] == [4, 0]
    assert comparison.with_more_topics == 1
    assert MOST_TOPICS == 50
