"""Where an entry shows a subject or says words, looked up again and again, is found with one look at each entry."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import examples
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.topics import Topics
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.analysis.whatif.work_index import WordsFound, work_index
from govreg.model.location import in_meeting

WORDS = ("zebra", "zebras", "walrus", "heron", "lemur")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@examples(Fraction(1, 2))
@given(TEXTS, st.lists(TEXTS, max_size=3), TEXTS | st.none(), st.frozensets(st.sampled_from(["zebra", "walru", "heron", "lemur"])))
def test_the_words_found_are_those_of_the_first_text_that_has_any(
    title: str, focus: list[str], purpose: str | None, stems: frozenset[str]
) -> None:
    register = a_register(a_meeting("m", title=title, focus=focus, **({"purpose": purpose} if purpose else {})))
    works = work_index(register, TODAY)
    written: dict[str, str] = {}
    places = []
    for text in Topics(register).texts(register.meetings["m"]):
        hits = [(stem, word) for stem, word in zip(text.stems, text.words, strict=True) if stem in stems]
        for stem, word in hits:
            written.setdefault(stem, word)
        places += [text.path] * bool(hits)
    places.sort(key=lambda path: path == ("title",))

    expected = WordsFound("m", tuple(written.values()), in_meeting("m", *places[0])) if places else None
    assert works.found("m", stems) == expected


def test_the_texts_of_a_meeting_are_analysed_a_few_times_however_much_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    work = [f"zebra{number}x walrus{number}x heron" for number in range(40)]
    register = a_register(a_meeting("gone", focus=work), a_meeting("kept", focus=["heron", "lemur"], purpose="Look at herons"))
    supposed = scenario(register, ScenarioOptions(ends=("gone",)))
    analysed: list[str] = []
    analyse = Topics.analyse

    def counted(topics: Topics, path: tuple[str | int, ...], text: str, *, title: bool = False) -> object:
        analysed.append(text)
        return analyse(topics, path, text, title=title)

    monkeypatch.setattr(Topics, "analyse", counted)
    found = run_scenario(register, supposed, TODAY)

    assert sum(loss.nearest is not None for loss in found.losses) == 40
    assert len(analysed) <= (41 + 4) + 4  # the nearest is looked into once more


def test_what_to_call_a_topic_is_not_looked_up_for_each_meeting_that_shows_or_mentions_it(monkeypatch: pytest.MonkeyPatch) -> None:
    showing = (a_meeting(f"m{number}", focus=["Zebra crossings"]) for number in range(10))
    mentioning = (a_meeting(f"n{number}", purpose="Mend roads alongside the zebra board") for number in range(10))
    register = a_register(*showing, *mentioning, themes={"animals": {"name": "Animals", "terms": ["zebra"]}})
    named: list[str] = []
    name = Topics.name

    def counted(topics: Topics, topic: str) -> str:
        named.append(topic)
        return name(topics, topic)

    monkeypatch.setattr(Topics, "name", counted)
    works = work_index(register, TODAY)

    assert (len([*works.on("animals")]), len([*works.mentioning("animals")])) == (10, 10)
    assert all(times <= 2 for times in Counter(named).values())  # of the ten that show it and the ten that mention it


def test_meetings_that_work_on_a_subject_come_by_title_also_by_a_word_that_means_it_and_others() -> None:
    register = a_register(
        a_meeting("a", title="Vetting", focus=["Adult safeguarding"]),
        a_meeting("b", title="Safeguarding Board"),
        a_meeting("c", title="alarms", purpose="Adult safeguarding", themes=["adults"]),
        themes={"adults": {"name": "Safeguarding adults", "terms": ["adult safeguarding"]}},
    )
    works = work_index(register, TODAY)

    assert list(works.on("safeguarding adults")) == ["c", "b", "a"]
    assert works.by_title(["a", "c", "a"]) == ["c", "a"]


SAID = st.lists(
    st.sampled_from(("heron", "lemur", "safeguarding", "safeguarding adults", "alongside", ".", "public protection")), max_size=6
)
KNOWN = {"birds": {"name": "Birds", "terms": ["heron"]}, "apes": {"name": "Apes", "terms": ["lemur"]}}
UNSAID = {"one": {"name": "Unsaid", "terms": ["walrus"]}, "other": {"name": "Unsaid", "terms": ["zebra"]}}


@examples(Fraction(1, 2))
@given(st.lists(st.tuples(SAID.map(" ".join), SAID.map(" ".join)), min_size=1, max_size=4))
def test_themes_that_share_a_name_and_that_no_text_says_change_nothing(texts: list[tuple[str, str]]) -> None:
    meetings = [a_meeting(f"m{number}", purpose=f"{purpose} x", focus=[f"{focus} x"]) for number, (purpose, focus) in enumerate(texts)]
    works = work_index(a_register(*meetings, themes=KNOWN), TODAY)
    others = work_index(a_register(*meetings, themes={**KNOWN, **UNSAID}), TODAY)

    for id_ in works.by_id:
        assert others.subjects(id_) == works.subjects(id_)
        assert others.lines(id_) == works.lines(id_)
    for subject in ("birds", "apes", "unsaid", *lexicon().subjects):
        assert list(others.on(subject)) == list(works.on(subject))
        assert list(others.mentioning(subject)) == list(works.mentioning(subject))
        for id_ in works.by_id:
            assert (others.works_on(id_, subject), others.mentions(id_, subject)) == (
                works.works_on(id_, subject),
                works.mentions(id_, subject),
            )
            assert others.place(id_, subject) == works.place(id_, subject)


def test_of_two_themes_with_one_name_a_meeting_works_on_the_name_once_and_does_not_mention_it_too() -> None:
    register = a_register(
        a_meeting("a", title="Herons", focus=["Lemurs"]),
        a_meeting("b", title="Counts", purpose="Count herons alongside the lemur board"),
        a_meeting("c", title="Roads", purpose="Mend roads alongside the lemur board"),
        themes={"birds": {"name": "Animals", "terms": ["heron"]}, "apes": {"name": "Animals", "terms": ["lemur"]}},
    )
    works = work_index(register, TODAY)

    assert [works.subjects(id_) for id_ in "abc"] == [["animals"], ["animals"], []]
    assert (list(works.on("animals")), list(works.mentioning("animals"))) == (["b", "a"], ["c"])
    assert [works.mentions(id_, "animals") for id_ in "abc"] == [False, False, True]
