"""The work that a scenario would lose: statutory duties, themes, and lines of a purpose or focus that no other meeting takes up."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from govreg.analysis.bits import Bits
from govreg.analysis.memo import Memo
from govreg.analysis.text.words import is_content_word, singular, split
from govreg.analysis.whatif.area_sets import Areas
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.loss import AffectedDuty, Gap, GapKind, Loss, LossKind, Nearest, Nearness
from govreg.analysis.whatif.work_index import enough
from govreg.model.location import Location, in_meeting
from govreg.model.meeting import Meeting


def work_losses(comparison: ScenarioComparison) -> Iterator[Loss]:
    """The duties, themes and lines that would be lost."""
    yield from _duties(comparison)
    yield from _themes(comparison)
    yield from _lines(comparison)


def affected_duties(comparison: ScenarioComparison) -> Iterator[AffectedDuty]:
    """The statutory duties that would be kept, but by other meetings, under another lead or at another frequency."""
    held = comparison.held_set
    for meeting in comparison.no_longer_held:
        covered = comparison.works.where(meeting.id)
        for duty, place in _named(meeting):
            serving = comparison.serving(duty)
            if not held.left(covered, serving):
                yield AffectedDuty(meeting.id, duty, tuple(held.listed(serving & comparison.within(covered))), place)
    changing = {*comparison.scenario.frequencies, *comparison.scenario.leads}
    for id_ in sorted(changing - comparison.scenario.stopping.keys()):
        meeting = comparison.before.meetings[id_]
        if meeting.is_held and meeting.statutory is True:
            yield AffectedDuty(id_, "", (), in_meeting(id_, "statutory"))
        if meeting.is_held:
            yield from (AffectedDuty(id_, duty, (), place) for duty, place in _named(meeting))


def gaps(comparison: ScenarioComparison) -> Iterator[Gap]:
    """What can't be judged about the meetings that would stop, because the register doesn't record it."""
    for meeting in comparison.no_longer_held:
        place = in_meeting(meeting.id, "title")
        no_work, no_members = not (meeting.purpose or meeting.focus or meeting.themes), not meeting.core_seats
        if no_work and no_members:
            yield Gap(GapKind.STUB, meeting.id, place)
        elif no_work or no_members:
            yield Gap(GapKind.WORK if no_work else GapKind.MEMBERS, meeting.id, place)
        for line in comparison.works.lines(meeting.id):
            if not line.shows and not line.words:
                yield Gap(GapKind.GENERAL, meeting.id, in_meeting(meeting.id, *line.path), line.text)
        if meeting.statutory is True:
            yield Gap(GapKind.DUTY, meeting.id, in_meeting(meeting.id, "statutory"))
        elif meeting.statutory is None and not (no_work and no_members):
            yield Gap(GapKind.STATUTORY, meeting.id, place)


def _named(meeting: Meeting) -> Iterator[tuple[str, Location]]:
    """The duties of a meeting, each with its place."""
    for index, duty in enumerate(meeting.duties):
        yield duty, in_meeting(meeting.id, "statutory", index)


def _duties(comparison: ScenarioComparison) -> Iterator[Loss]:
    nearest_to = cache(lambda duty: _nearest_duty(comparison, duty))
    uncovered = cache(lambda areas, duty: _uncovered(comparison, areas, comparison.serving(duty)))
    for meeting in comparison.no_longer_held:
        areas = comparison.works.where(meeting.id)
        for duty, place in _named(meeting):
            left, others = uncovered(areas, duty)
            if left:
                nearest = None if others else nearest_to(duty)
                yield Loss(LossKind.DUTY, meeting.id, (duty,), _some(comparison, meeting, left), others, place, (), nearest)


def _themes(comparison: ScenarioComparison) -> Iterator[Loss]:
    works, held = comparison.works, comparison.held_set

    def left_of(areas: Areas) -> Memo[str, Areas]:
        """Topic -> those of `areas` where no meeting that works on it would be held."""
        return Memo(lambda topic: held.left_by(areas, works.on(works.topics.name(topic))))

    by_areas = cache(left_of)  # meetings that stop share areas, and thousands of topics
    elsewhere = cache(lambda areas, subject: _elsewhere(comparison, areas, held.bits(works.on(subject))))
    nearest_to = cache(lambda areas, subject: _nearest_work(comparison, areas, subject))
    for meeting in comparison.no_longer_held:
        areas = works.where(meeting.id)
        left_by_topic = by_areas(areas)
        for subject in sorted({works.topics.name(topic) for topic in works.by_id[meeting.id].topics if left_by_topic[topic]}):
            left = left_by_topic[works.topics.called(subject)[0]]
            others = elsewhere(areas, subject)
            nearest = None if others else nearest_to(areas, subject)
            some, place = _some(comparison, meeting, left), works.place(meeting.id, subject)
            yield Loss(LossKind.THEME, meeting.id, (subject,), some, others, place, (), nearest)


def _lines(comparison: ScenarioComparison) -> Iterator[Loss]:
    works, held = comparison.works, comparison.held_set
    for meeting in comparison.no_longer_held:
        covered = works.where(meeting.id)
        for line in works.lines(meeting.id):
            if line.shows or not line.words:
                continue
            counts = comparison.counts(line.words)
            left, others = _uncovered(comparison, covered, counts.at_least(enough(len(line.words))))
            if left:
                near = next(held.listed(counts.most(comparison.within(left) & counts.at_least(1))), None)
                found = works.found(near, line.words) if near is not None else None
                nearest = Nearest(found.meeting, Nearness.WORDS, found.place, found.words) if found is not None else None
                areas, place = _some(comparison, meeting, left), in_meeting(meeting.id, *line.path)
                yield Loss(LossKind.LINE, meeting.id, (line.text,), areas, others, place, tuple(line.words.values()), nearest)


def _some(comparison: ScenarioComparison, meeting: Meeting, left: Areas) -> tuple[str, ...]:
    """The areas that are left, or none of them where all are."""
    return () if left == comparison.works.where(meeting.id) else comparison.works.area_sets.listed(left)


def _uncovered(comparison: ScenarioComparison, areas: Areas, working: Bits) -> tuple[Areas, tuple[str, ...]]:
    """Those of `areas` where none of those `working` would be held; where there are any, those held in others of them."""
    left = comparison.held_set.left(areas, working)
    return left, _elsewhere(comparison, areas, working) if left else ()


def _elsewhere(comparison: ScenarioComparison, areas: Areas, working: Bits) -> tuple[str, ...]:
    """Those `working` that cover others of `areas` than those where none does."""
    return tuple(comparison.held_set.listed(working & comparison.within(areas))) if working else ()


def _nearest_work(comparison: ScenarioComparison, areas: Areas, subject: str) -> Nearest | None:
    works = comparison.works

    def place(id_: str) -> Location:
        return works.place(id_, subject)

    return _nearest_of(comparison, works.on(subject), place) or next(
        (
            Nearest(id_, Nearness.MENTION, place(id_))
            for id_ in sorted(works.mentioning(subject), key=lambda id_: (not works.where(id_) & areas, id_))
            if id_ in comparison.held
        ),
        None,
    )


def _nearest_of(comparison: ScenarioComparison, doing: Iterable[str], place: Callable[[str], Location]) -> Nearest | None:
    """Of the meetings that do the same one that is held for other areas, else one that is not held yet or not now."""
    ids = sorted(doing)
    for id_ in ids:
        if id_ in comparison.held:
            return Nearest(id_, Nearness.ELSEWHERE, place(id_))
    for id_ in ids:
        if id_ not in comparison.scenario.stopping and comparison.after.meetings[id_].live:
            return Nearest(id_, Nearness.NOT_HELD, place(id_))
    return None


def _nearest_duty(comparison: ScenarioComparison, duty: str) -> Nearest | None:
    """The meeting that serves the duty elsewhere or not now, else the one whose duty has most words in common, at least half."""

    def place(id_: str, named: str = duty) -> Location:
        duties = [one.casefold() for one in comparison.after.meetings[id_].duties]
        return in_meeting(id_, "statutory", duties.index(named.casefold()) if named.casefold() in duties else 0)

    found = _nearest_of(comparison, comparison.works.serving(duty), place)
    if found is not None:
        return found
    words = _words(duty)
    alike = [
        (2 * len(words & _words(other)), other, entry.id)
        for entry in comparison.held.values()
        for other in entry.duties
        if 2 * len(words & _words(other)) >= len(words) > 0
    ]
    if not alike:
        return None
    _, other, id_ = min(alike, key=lambda one: (-one[0], one[2], one[1]))
    return Nearest(id_, Nearness.WORDS, place(id_, other), (other,))


def _words(duty: str) -> frozenset[str]:
    return frozenset(singular(word) for word in split(duty) if is_content_word(word) and word != "act")
