"""The findings that a register has and an earlier one has not, also of files with more mistakes than are shown."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding, Problem, new_findings
from govreg.model.location import Location
from govreg.rules.rule import UnwordedProblems
from govreg.rules.run import file_of, placed
from govreg.session.check import CheckResult, check_register, found_by_rules, limit_findings
from govreg.session.load import LoadedRegister
from govreg.storage.layout import display_name
from govreg.storage.redaction import shown_finding

_Mistake = tuple[Hashable, Callable[[], Finding | Problem]]
"""What tells a mistake from others of its register, whatever its line, and how to put it into words."""


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
    sides = ((loaded, checked), (earlier, before))
    mistakes = [list(_mistakes(files, codes, register)) for register, _ in sides]
    both = Counter(key for key, _ in mistakes[0]) & Counter(key for key, _ in mistakes[1])
    new, old = (_with(_without(both, found), files, *side) for found, side in zip(mistakes, sides, strict=True))
    return limit_findings(new_findings(new, old, there))


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
            yield from (((found.file, found.code, found.about(item)), partial(_worded, found, item)) for item in found.items)
        else:
            yield (file_of(found), found.code, found.message), partial(_as_it_is, found)
    for reading in (loaded.result, loaded.all_minutes):
        yield from (((one.file, one.code, one.message), partial(_as_it_is, one)) for one in reading.findings if one.file in files)
        for file in reading.unshown.keys() & files:
            for text in reading.unshown[file]:
                problem = syntax.ambiguous_text(text.typed, text.what)
                yield (file, problem.code, problem.message), partial(problem.at, Location(file, text.path, text.at_key))


def _worded(found: UnwordedProblems[object], item: object) -> Problem:
    return next(found.worded((item,)))


def _as_it_is(one: Finding | Problem) -> Finding | Problem:
    return one


def _without(both: Counter[Hashable], mistakes: Iterable[_Mistake]) -> Iterator[Finding | Problem]:
    """Those of `mistakes` that the other register does not have, in words."""
    left = Counter(both)
    for key, worded in mistakes:
        if left[key] > 0:
            left[key] -= 1
        else:
            yield worded()


def _with(found: Iterable[Finding | Problem], files: AbstractSet[str], loaded: LoadedRegister, checked: CheckResult) -> tuple[Finding, ...]:
    """The findings of `checked` in other files, and in `files` those that were `found`."""
    sources, names = checked.sources, loaded.result.register.names_an_entry
    several = list(found)
    findings = {one for one in several if isinstance(one, Finding)}
    findings.update(placed((one for one in several if isinstance(one, Problem)), sources.locate))
    shown = (shown_finding(one, sources.texts.get(one.file), names) for one in findings)
    return (*(one for one in checked.findings if one.file not in files), *sorted(shown, key=lambda one: one.order))
