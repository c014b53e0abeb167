"""Every word of a paper is in the plan: as a value, a note, or not understood."""

from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.analysis.importing.plan import ImportPlan
from govreg.analysis.importing.prepare import runs_of, words_of
from govreg.model.document import Document, Paragraph
from papers import paper, planned, table, text_paper

WORDS = st.sampled_from(
    "Safer Streets Board Forum Lead Purpose Frequency Members Chair monthly quarterly OPCC Council joint with support and / , ; : - "
    "Strategic Action Owner Status Meeting Title Name NEW 1. (CSP) Act 2016 since TBC n/a including rep(s) Notes Level Area".split()
)
LINES = st.lists(WORDS, max_size=6).map(" ".join)
LABELS = st.sampled_from(["", *"Lead Purpose Frequency Members Chair Level Room Meeting Status Accountability".split()])
CELLS = st.one_of(LABELS, LINES)
TABLES = st.lists(st.lists(st.one_of(st.none(), CELLS), min_size=1, max_size=4).map(lambda row: [row[0] or "", *row[1:]]), max_size=6)
PARAGRAPHS = st.builds(
    Paragraph,
    st.one_of(LINES, st.builds("{}: {}".format, LABELS, LINES), st.builds("{}\t{}".format, LABELS, LINES)),
    st.just("paragraph 1"),
    st.sampled_from((None, None, 1, 2)),
    st.booleans(),
)
PAPERS = st.lists(st.one_of(PARAGRAPHS, TABLES.map(lambda rows: table(*rows))), max_size=8).map(lambda blocks: paper(*blocks))


def words_out(plan: ImportPlan) -> Counter[str]:
    """The words that the plan has: in values as they were read, behind labels, and not understood."""
    out: Counter[str] = Counter()
    for meeting in plan.meetings:
        for reading in meeting.readings:
            out.update([*words_of(reading.text), *words_of(reading.label)])
    for one in plan.not_understood:
        out.update(words_of(one.text))
    for label in plan.labels:
        out.update(words_of(label.label.text))
    return out


@examples(Fraction(3, 2))
@given(PAPERS)
def test_every_word_is_in_the_plan(document: Document) -> None:
    plan = planned(document)
    out = words_out(plan)

    for text, _ in runs_of(document):
        assert not Counter(words_of(text)) - out, text
    assert not [one for one in plan.not_understood if one.why == "It was left over."]


@examples(Fraction(1, 2))
@given(st.lists(st.one_of(LINES, st.builds("{}: {}".format, LABELS, LINES)), max_size=20))
def test_every_word_of_a_text_is_in_the_plan(lines: list[str]) -> None:
    document = text_paper("\n".join(lines))
    plan = planned(document)

    for text, _ in runs_of(document):
        assert not Counter(words_of(text)) - words_out(plan), text
    assert not [one for one in plan.not_understood if one.why == "It was left over."]


def test_paragraphs_and_cells_are_what_a_paper_says() -> None:
    document = paper(Paragraph("Safer Streets", "paragraph 1"), table(("Lead", "Council")))

    assert [text for text, _ in runs_of(document)] == ["Safer Streets", "Lead", "Council"]
    assert words_of("Safer-Streets (2016)") == ["safer", "streets", "2016"]
