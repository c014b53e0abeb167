"""Where an entry shows a subject or says words, looked up again and again, is found with one look at each entry."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import examples
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


def test_what_to_call_a_topic_is_looked_up_once_however_many_meetings_show_or_mention_it(monkeypatch: pytest.MonkeyPatch) -> None:
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
    assert Counter(named).most_common(1)[0][1] <= 2  # shown, and mentioned


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
