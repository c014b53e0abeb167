"""Which topics a text works on, and which it only mentions."""

from collections.abc import Mapping
from dataclasses import replace

from govreg.analysis.text.phrases import phrases
from govreg.analysis.text.topics import AnalysedText

_MENTIONS = phrases(
    (phrase, phrase)
    for phrase in (
        *("report from", "report of", "receive report", "receives report", "receive the report", "receives the report", "report to"),
        *("reporting to", "link with", "link to", "linked to", "liaise with", "liaises with", "liaison with", "alongside", "such as"),
        *("for example", "working with", "work with", "complement", "refer to", "informs", "feeds into", "escalate to", "member include"),
        *("attended by", "invite", "separate from", "unlike", "other than", "rather than"),
    )
)
"""What comes after one of these in a purpose is not what the meeting works on."""


def split_topics(said: AnalysedText) -> tuple[AnalysedText, Mapping[str, tuple[int, int]]]:
    """`said` with the topics only that it works on, and those that it only mentions with their words, from and up to.

    What a title, an alias or a focus item shows is work; in a purpose, what stands behind a phrase such as `receives the report of` is not.
    """
    start = min((hit.end for hit in _MENTIONS.find(said.words)), default=len(said.words)) if said.path[0] == "purpose" else len(said.words)
    works = {topic: span for topic, span in said.shown.items() if span[0] < start}
    return replace(said, shown=works), {topic: span for topic, span in said.shown.items() if topic not in works}
