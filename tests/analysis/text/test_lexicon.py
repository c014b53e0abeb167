"""The lexicon is consistent: no phrase shows two subjects, every name in it is one of a subject, and every expression is one."""

import re
from collections import Counter

from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.words import singular, split


def test_no_phrase_shows_two_subjects() -> None:
    phrases = Counter(
        form
        for subject in lexicon().subjects.values()
        for form in {tuple(map(singular, split(term))) for term in (*subject.terms, *subject.title_terms)}
    )

    assert [phrase for phrase, count in phrases.items() if count > 1] == []
    assert () not in phrases


def test_every_named_subject_exists() -> None:
    known = lexicon().subjects.keys()
    named = {name for subject in lexicon().subjects.values() for name in subject.near}
    named |= {name for meant in lexicon().general.values() for name in meant} | {title.subject for title in lexicon().titled}

    assert named <= known
    assert not any(subject.name in subject.near for subject in lexicon().subjects.values())
    assert all(lexicon().near(one, other) == lexicon().near(other, one) for one in known for other in known)


def test_a_statutory_body_names_its_act() -> None:
    assert [subject.name for subject in lexicon().subjects.values() if subject.by_law and subject.source is None] == []


def test_the_words_are_single_words_in_lower_case() -> None:
    for word in lexicon().stop_words | lexicon().domain_stop_words | lexicon().generic_title_words:
        assert split(word) == [word]
    assert not lexicon().stop_words & lexicon().domain_stop_words


def test_the_parts_are_expressions_that_find_a_title() -> None:
    titles = {
        "several": "Health and Wellbeing Partnerships",
        "below": "Delivery Group",
        "forum": "Advisory Panel",
        "scrutiny": "Overview and Scrutiny Committee",
    }

    assert titles.keys() == lexicon().layers.keys()
    for part, expressions in lexicon().layers.items():
        assert any(re.search(rf"\b(?:{one})(?!\w)", titles[part].lower()) for one in expressions)
