"""The findings that a register has and an earlier one has not, also of files with more mistakes than are shown."""

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding, Problem, is_counted_off, new_findings
from govreg.model.location import Location
from govreg.rules.rule import UnwordedProblems
from govreg.rules.run import file_of, placed
from govreg.session.check import CheckResult, check_register, found_by_rules, limit_findings
from govreg.session.load import LoadedRegister
from govreg.storage.layout import display_name
from govreg.storage.redaction import shown_finding
from govreg.yaml.document import Lookalike


class _Mistakes(NamedTuple):
    """Mistakes of one kind in one file that aren't put into words yet."""

    file: str
    code: str
    about: tuple[Hashable, ...]
    """What tells each from others of its file and kind, whatever its line: what it is about, or its message."""
    worded: Callable[[int], Finding | Problem]
    """The one at a place among them in words."""


def findings_since(loaded: LoadedRegister, checked: CheckResult, earlier: LoadedRegister) -> tuple[Finding, ...]:
    """The findings of `checked`, which is the register `loaded`, that `earlier` does not have, as `new_findings` tells them apart.

    Of a file with more than are shown, all are compared if it says something else now, or is said something else of: once one of the
    first is corrected, one that was only counted is shown. Mistakes that both have are not put into words for that.
    """
    before = check_register(earlier)
    there = {*map(display_name, checked.sources.texts), *(one.file for one in checked.findings)}
    cut = {*checked.codes, *before.codes}
    now, then = (_said_of(cut, one) for one in (checked, before))
    files = {file for file in cut if now[file] != then[file]}
    if not files:
        return new_findings(checked.findings, before.findings, there)
    codes = frozenset[str]().union(*(one.codes.get(file, ()) for one in (checked, before) for file in files))
    new, old = _left([*_mistakes(files, codes, loaded)], [*_mistakes(files, codes, earlier)], there)
    new, old = _left([*_singly(new)], [*_singly(old)], there)
    return limit_findings(new_findings(_with(new, files, loaded, checked), _with(old, files, earlier, before), there))


def _said_of(files: Iterable[str], checked: CheckResult) -> Mapping[str, list[object]]:
    """For each of `files` its text, and each finding in it, whatever its line."""
    said: dict[str, list[object]] = {file: [checked.sources.texts.get(file)] for file in files}
    for one in checked.findings:
        if one.file in said:
            said[one.file].append((one.code, one.message))
    return said


def _mistakes(files: AbstractSet[str], codes: AbstractSet[str], loaded: LoadedRegister) -> Iterator[_Mistakes]:
    """The mistakes in `files`: those of the rules with `codes`, and those that reading found."""
    for found in (one for group in found_by_rules(loaded, codes) for one in group if file_of(one) in files):
        if isinstance(found, UnwordedProblems):
            yield _Mistakes(found.file, found.code, tuple(map(found.about, found.items)), partial(_worded, found))
        else:
            yield _Mistakes(file_of(found), found.code, (found.message,), (found,).__getitem__)
    for reading in (loaded.result, loaded.all_minutes):
        for finding in reading.findings:
            if finding.file in files:
                yield _Mistakes(finding.file, finding.code, (finding.message,), (finding,).__getitem__)
        for file in reading.unshown.keys() & files:
            texts = reading.unshown[file]
            about = tuple((text.typed, text.what) for text in texts)
            yield _Mistakes(file, syntax.ambiguous_text.code, about, partial(_ambiguous, file, texts))


def _worded(found: UnwordedProblems[Any], place: int) -> Problem:
    return next(found.worded((found.items[place],)))


def _ambiguous(file: str, texts: Sequence[Lookalike], place: int) -> Problem:
    text = texts[place]
    return syntax.ambiguous_text(text.typed, text.what).at(Location(file, text.path, text.at_key))


def _singly(several: Iterable[_Mistakes]) -> Iterator[_Mistakes]:
    """Each of `several` mistakes by itself."""
    for one in several:
        yield from (_Mistakes(one.file, one.code, (about,), partial(_at, one.worded, place)) for place, about in enumerate(one.about))


def _at(worded: Callable[[int], Finding | Problem], place: int, _: int) -> Finding | Problem:
    return worded(place)


def _left(new: Sequence[_Mistakes], old: Sequence[_Mistakes], there: Container[str]) -> tuple[Sequence[_Mistakes], Sequence[_Mistakes]]:
    """Those of either that the other doesn't have; what a renamed file has, the one has that is not `there` any more."""
    new, old = _differing(new, old, itemgetter(0, 1, 2))
    new, gone = _differing(new, [one for one in old if one.file not in there], itemgetter(1, 2))
    return new, [*gone, *(one for one in old if one.file in there)]


def _differing(
    ones: Sequence[_Mistakes], others: Sequence[_Mistakes], key: Callable[[_Mistakes], Hashable]
) -> tuple[list[_Mistakes], list[_Mistakes]]:
    both = Counter(map(key, ones)) & Counter(map(key, others))
    return _without(both, ones, key), _without(both, others, key)


def _without(both: Counter[Hashable], mistakes: Iterable[_Mistakes], key: Callable[[_Mistakes], Hashable]) -> list[_Mistakes]:
    left = Counter(both)
    return [one for one in mistakes if not is_counted_off(left, key(one))]


def _with(found: Iterable[_Mistakes], files: AbstractSet[str], loaded: LoadedRegister, checked: CheckResult) -> tuple[Finding, ...]:
    """The findings of `checked` in other files, and in `files` those that were `found`, one by one."""
    sources, names = checked.sources, loaded.result.register.names_an_entry
    worded = [one.worded(0) for one in found]
    findings = {one for one in worded if isinstance(one, Finding)}
    findings.update(placed((one for one in worded if isinstance(one, Problem)), sources.locate))
    shown = (shown_finding(one, sources.texts.get(one.file), names) for one in findings)
    return (*(one for one in checked.findings if one.file not in files), *sorted(shown, key=lambda one: one.order))
