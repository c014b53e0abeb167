"""Whether a series is the cycle of something else than the meeting: a report, an election, a subscription."""

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.lazy import LazyPattern

_HEAD = LazyPattern(
    r"(?: (?P<manner>basis|cycle|frequency|intervals|rota|rotation)\b)?"
    r"(?P<head>(?: (?!(?:to|for|by|at|in|on|with|from|via|through|when|as|and|plus|but|or|after|where|while|whilst|during|if|unless|which|that|is|are)\b)\w+){0,6})"
)
_A_MEETING = LazyPattern(
    rf"\b(?<!to the )(?<!of the )(?<!at the )(?<!to each )(?<!at each )(?<!chair the )(?<!attend the )(?<!minute the ){words.MEETS}\b"
)
_DETERMINER = LazyPattern(r"^ (?:the|an?|this|that|each|every|usually|normally)\b")
_A_REPORT = LazyPattern(rf"\b{words.REPORTS}\b")


def is_report(before: str, after: str, *, adjective: bool, opens: bool) -> bool:
    """Whether a series is the cycle of something else than the meeting: `quarterly update`, `monitored on a quarterly basis`.

    `before` and `after` are the words around it in its clause. An `adjective` is `annual`, which belongs to the noun behind it;
    a series that `opens` its sentence is a meeting's only if the sentence is about one.
    """
    there = words.THERE_IS.match(after)
    if there is not None and not _A_MEETING.search(there["what"].partition(" of ")[0]):
        return True
    sentence = words.A_SENTENCE_FOLLOWS.match(after) if opens else None
    if sentence is not None and not words.A_MEETING_IN_IT.search(sentence["what"]):
        return True
    found = _HEAD.match(after)
    head = found.group("head") if found and not found.group("manner") else ""
    if _A_MEETING.search(head):
        return False
    if _A_REPORT.search(head):
        return True
    meets = [match.start() for match in _A_MEETING.finditer(before)]
    if adjective and not meets and head.strip() and not _DETERMINER.match(head):
        return True  # annual fee, annual leave
    reports = [match.start() for match in _A_REPORT.finditer(before)]
    if words.REPORT_HELD.search(before) or (not meets and words.REPORT_FOLLOWS.match(after)):
        return True
    if not reports or (meets and meets[-1] > reports[-1]):
        return False
    return not (meets and before[: reports[-1]].endswith(" to "))  # meets to review …, quarterly
