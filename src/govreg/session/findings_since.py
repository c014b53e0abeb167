"""The findings that a register has and an earlier one has not, also of files with more mistakes than are shown."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding, Problem, new_findings
from govreg.model.location import Location
from govreg.rules.rule import UnwordedProblems
from govreg.rules.run import file_of, placed
from govreg.session.check import CheckResult, check_register, found_by_rules, limit_findings
from govreg.session.load import LoadedRegister
from govreg.storage.layout import display_name
from govreg.storage.redaction import shown_finding


class _Mistake(NamedTuple):
    """A mistake that isn't put into words yet."""

    file: str
    about: Hashable
    """What tells it from others of its file, whatever its line: its code, and its message or what it is about."""
    worded: Callable[[], Finding | Problem]


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
    new, old = _differing([*_mistakes(files, codes, loaded)], [*_mistakes(files, codes, earlier)], itemgetter(0, 1))
    gone = [one for one in old if one.file not in there]
    new, gone = _differing(new, gone, itemgetter(1))  # a renamed file has the mistakes of one that is gone
    old = [*gone, *(one for one in old if one.file in there)]
    return limit_findings(new_findings(_with(new, files, loaded, checked), _with(old, files, earlier, before), there))


def _said_of(files: Iterable[str], checked: CheckResult) -> Mapping[str, list[object]]:
    """For each of `files` its text, and each finding in it, whatever its line."""
    said: dict[str, list[object]] = {file: [checked.sources.texts.get(file)] for file in files}
    for one in checked.findings:
        if one.file in said:
            said[one.file].append((one.code, one.message))
    return said


def _mistakes(files: AbstractSet[str], codes: AbstractSet[str], loaded: LoadedRegister) -> Iterator[_Mistake]:
    """The mistakes in `files`: those of the rules with `codes`, and those that reading found."""
    for found in (one for group in found_by_rules(loaded, codes) for one in group if file_of(one) in files):
        if isinstance(found, UnwordedProblems):
            yield from (_Mistake(found.file, (found.code, found.about(item)), partial(_worded, found, item)) for item in found.items)
        else:
            yield _Mistake(file_of(found), (found.code, found.message), partial(_as_it_is, found))
    for reading in (loaded.result, loaded.all_minutes):
        yield from (_Mistake(one.file, (one.code, one.message), partial(_as_it_is, one)) for one in reading.findings if one.file in files)
        for file in reading.unshown.keys() & files:
            for text in reading.unshown[file]:
                problem = syntax.ambiguous_text(text.typed, text.what)
                place = Location(file, text.path, text.at_key)
                yield _Mistake(file, (problem.code, problem.message), partial(problem.at, place))


def _worded(found: UnwordedProblems[object], item: object) -> Problem:
    return next(found.worded((item,)))


def _as_it_is(one: Finding | Problem) -> Finding | Problem:
    return one


def _differing(
    ones: Sequence[_Mistake], others: Sequence[_Mistake], key: Callable[[_Mistake], Hashable]
) -> tuple[list[_Mistake], list[_Mistake]]:
    """Those of either that the other doesn't have, by `key`."""
    both = Counter(map(key, ones)) & Counter(map(key, others))
    return _without(both, ones, key), _without(both, others, key)


def _without(both: Counter[Hashable], mistakes: Iterable[_Mistake], key: Callable[[_Mistake], Hashable]) -> list[_Mistake]:
    left = Counter(both)
    found: list[_Mistake] = []
    for one in mistakes:
        if left[key(one)] > 0:
            left[key(one)] -= 1
        else:
            found.append(one)
    return found


def _with(found: Iterable[_Mistake], files: AbstractSet[str], loaded: LoadedRegister, checked: CheckResult) -> tuple[Finding, ...]:
    """The findings of `checked` in other files, and in `files` those that were `found`."""
    sources, names = checked.sources, loaded.result.register.names_an_entry
    worded = [one.worded() for one in found]
    findings = {one for one in worded if isinstance(one, Finding)}
    findings.update(placed((one for one in worded if isinstance(one, Problem)), sources.locate))
    shown = (shown_finding(one, sources.texts.get(one.file), names) for one in findings)
    return (*(one for one in checked.findings if one.file not in files), *sorted(shown, key=lambda one: one.order))
