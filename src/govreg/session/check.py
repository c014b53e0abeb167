"""Every finding in a register: from reading its files and minutes, and from the rules."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import MOST_SHOWN, Finding, Fix, Severity
from govreg.errors import RefusedChangeError
from govreg.model.location import Location, Locator, Position
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.rule import Found, fixes, worded_at
from govreg.rules.run import CODES, CORRECTED, LimitedProblems, file_of, limit_problems, placed, problems, problems_of_drafts
from govreg.session.load import LoadedRegister
from govreg.storage.layout import display_name
from govreg.storage.redaction import shown_finding, shown_line
from govreg.storage.source_map import SourceMap
from govreg.values import dataclass
from govreg.yaml.scalars import written


@dataclass(frozen=True)
class CheckResult:
    """The findings of a register, and what is needed to show them."""

    findings: tuple[Finding, ...]
    """Sorted by file, line, column and code; of a file with a great many, the first, and before others those with a fix."""
    minutes: Mapping[str, Minutes]
    sources: SourceMap
    """The texts of the register's files and of its minutes."""
    register: Register
    codes: Mapping[str, frozenset[str]]
    """By file with more mistakes than are shown, the codes of the rules that found some of them."""

    def line(self, file: str, number: int) -> str | None:
        """Line `number`, counted from 1, of `file` as it may be shown, without people's names; None if there is no such line."""
        line = self.sources.line(file, number)
        return shown_line(file, self.sources.texts[file], number, line, self.register.names_an_entry) if line is not None else None


def check_register(loaded: LoadedRegister) -> CheckResult:
    """Check the whole register; `findings_for_audience` leaves out what an audience may not see."""
    sources = sources_of(loaded)
    return _with_findings_of_reading(loaded, _problems_of_rules(loaded), sources, sources.locate)


OF_MORE = frozenset((syntax.more_errors.code, syntax.more_warnings.code))
"""The codes of the findings that count those that are not shown."""


def corrections(loaded: LoadedRegister) -> Iterator[Fix]:
    """Every correction that has one right answer, whether or not its finding is shown; of a repeated key a person keeps one first."""
    found = (*loaded.result.findings, *loaded.all_minutes.findings)
    repeated = {(first.file, first.line, first.column) for one in found if one.code == syntax.repeated_key.code for first in one.related}
    of_reading = (one.fix for one in found if one.fix is not None and (one.file, one.line, one.column) not in repeated)
    return chain(of_reading, fixes_without_findings(loaded), fixes(chain.from_iterable(found_by_rules(loaded, CORRECTED))))


def fixes_without_findings(loaded: LoadedRegister) -> Iterator[Fix]:
    """The quotes that ambiguous texts need of which no finding is made, as the findings of their file are many already."""
    unshown = chain(loaded.result.unshown.items(), loaded.all_minutes.unshown.items())
    return (Fix(Location(file, one.path, one.at_key), written(one.typed)) for file, texts in unshown for one in texts)


def sources_of(loaded: LoadedRegister) -> SourceMap:
    """The texts of the register's files and of its minutes."""
    return loaded.result.sources.joined(loaded.all_minutes.sources)


def refuse_too_large(before: LoadedRegister, after: LoadedRegister) -> None:
    """Raise RefusedChangeError if a file that is read in `before` exceeds a limit of the reader in `after`, which is to be written."""
    lost = {display_name(file) for file in sources_of(before).texts.keys() - sources_of(after).texts.keys()}
    for one in chain(after.result.findings, after.all_minutes.findings):
        if one.file in lost:
            raise RefusedChangeError(f"“{one.file}” could no longer be read. {one.message}", f"Nothing was written. {one.hint}")


def _problems_of_rules(loaded: LoadedRegister) -> LimitedProblems:
    """The first problems that the rules find, and how many more there are."""
    limited = [limit_problems(found) for found in found_by_rules(loaded)]
    more = sum((Counter(one.more) for one in limited), Counter[tuple[str, Severity]]())
    return LimitedProblems(tuple(chain.from_iterable(one.kept for one in limited)), more)


def found_by_rules(loaded: LoadedRegister, codes: Container[str] = CODES) -> Iterator[Iterable[Found]]:
    """What the rules with `codes` find in the register, and in drafts of the files that have other mistakes."""
    reading, sittings = loaded.result, loaded.all_minutes
    context = RuleContext(reading.register, loaded.today, sittings.minutes)
    yield problems(context, codes)
    if reading.drafts or sittings.drafts:
        yield problems_of_drafts(context, reading.drafts, sittings.drafts, codes)


def _with_findings_of_reading(loaded: LoadedRegister, limited: LimitedProblems, sources: SourceMap, locate: Locator) -> CheckResult:
    """The `limited` problems of the rules and what is wrong with the files, as they may be shown."""
    reading, sittings = loaded.result, loaded.all_minutes
    found = {*reading.findings, *sittings.findings, *placed(limited.kept, locate)}
    names = reading.register.names_an_entry
    more = Counter(limited.more)
    for one in (reading, sittings):
        more.update({(file, syntax.ambiguous_text.severity): len(texts) for file, texts in one.unshown.items()})
    findings = limit_findings(found, more)
    codes: dict[str, set[str]] = {one.file: set() for one in findings if one.code in OF_MORE}
    for problem in limited.kept if codes else ():
        if (file := file_of(problem)) in codes:
            codes[file].add(problem.code)
    shown = (shown_finding(one, sources.texts.get(one.file), names) for one in findings)
    by_file = {file: frozenset(there) for file, there in codes.items()}
    return CheckResult(tuple(shown), sittings.minutes, sources, reading.register, by_file)


def findings_for_audience(loaded: LoadedRegister) -> tuple[Finding, ...]:
    """The findings of the register that its audience may see.

    Outsiders get the findings of rules that are found both in the whole register and in the part that they may see: so each is
    true, and mentions nothing else. Only the rules that found something in the whole are asked again, and only what they find at the
    same places is worded. The reader's findings are left out, as they may quote any part of a file.
    """
    of_rules = _problems_of_rules(loaded)
    whole, known = sources_of(loaded), dict[Location, Position | None]()
    everything = _with_findings_of_reading(loaded, of_rules, whole, _located(whole, known))
    if loaded.audience.is_internal:
        return everything.findings
    seen = loaded.minutes
    sources = whole.shortened({**loaded.positions, **seen.positions})
    places = {(one.code, _path_in_file(one.place, whole)) for one in of_rules.kept}
    again = problems(RuleContext(loaded.register, loaded.today, seen.minutes), {code for code, _ in places})

    found = placed(worded_at(again, lambda code, place: (code, _path_in_file(place, sources)) in places), _located(sources, known))
    names = loaded.result.register.names_an_entry
    also_found = {_without_fix(shown_finding(one, sources.texts.get(one.file), names)) for one in found}
    return tuple(one for one in everything.findings if _without_fix(one) in also_found)


def _located(sources: SourceMap, known: dict[Location, Position | None]) -> Locator:
    """Finds places in `sources`; `known` keeps them, by their paths where nothing was left out, as each file takes long to parse again."""

    def locate(place: Location) -> Position | None:
        there = place._replace(path=sources.path_in_file(place))
        if there not in known:
            known[there] = sources.locate(place)
        return known[there]

    return locate


def _path_in_file(place: Location | Position | None, sources: SourceMap) -> object:
    """The path of `place` in its file, in which all items of its lists are there; None if it has no path."""
    return (place.file, sources.path_in_file(place)) if isinstance(place, Location) else None


def _without_fix(finding: Finding) -> Finding:
    """`finding` without its fix, whose path changes where earlier items of a list are left out."""
    return finding._replace(fix=None)


def limit_findings(findings: Iterable[Finding], counted: Mapping[tuple[str, Severity], int] = MappingProxyType({})) -> tuple[Finding, ...]:
    """The first errors and the first warnings of each file, sorted by file, line, column and code, so that neither crowd out the other.

    Those with a fix go before others. `counted` gives how many more a file has, by file and severity.
    """
    gathered: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        gathered.setdefault((finding.file, finding.severity), []).append(finding)
    limited: list[Finding] = []
    for (file, severity), found in gathered.items():
        shown = found if len(found) <= MOST_SHOWN else sorted(found, key=lambda one: (one.fix is None, one.order))[:MOST_SHOWN]
        limited += shown
        rest = len(found) - len(shown) + counted.get((file, severity), 0)
        if rest:
            more = syntax.more_errors if severity is Severity.ERROR else syntax.more_warnings
            problem, last = more(rest), max(shown, key=lambda one: one.order)
            limited.append(Finding(more.code, severity, file, last.line, last.column, problem.message, problem.hint, mistakes=rest))
    return tuple(sorted(limited, key=lambda one: one.order))
