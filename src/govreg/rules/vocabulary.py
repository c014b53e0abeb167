"""Terms of themes that are too short or shared, and glossary entries that are unclear (GR243 to GR246, GR253, GR254, GR256)."""

import re
from collections.abc import Iterable, Iterator

from govreg.analysis.cycles import MOST_NAMED, cycles, shortest_cycle
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import GLOSSARY, ORGANISATIONS, THEMES, KeyPath, Location
from govreg.model.names import and_more, fold, listed, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_PATTERN = re.compile(r"(?<=\w)\*|(?<=\w )(?:OR|AND|NOT)(?= \w)|[;|]|(?<= )/(?= )|\\[.bdsw?]|\.[*+?]")
"""Signs of a search engine's language, and of several phrases in one."""

_BEGINNING = 4
"""How many letters of two words are compared."""

_WRITE_OUT = "Write out what it stands for."

_SMALL_WORDS = frozenset("a an and are as at be by for from in is it of on or that the this to was were with".split())
"""Words that a theme can't be known by."""


@rule("GR243", ERROR)
def term_too_short(context: RuleContext) -> Iterator[Problem]:
    """A theme's term is a single letter, or only a word such as “the” or “of”.

    It matches texts that have nothing to do with the theme, such as “Section A” or “plan B”.

    Wrong:

        themes.yaml
        housing: {name: Housing, terms: [h, homes]}

    Right:

        themes.yaml
        housing: {name: Housing, terms: [housing, homes]}
    """
    for theme in context.register.themes.values():
        for index, term in enumerate(theme.terms):
            if len(fold(term)) == 1 and term.strip().isalnum():
                message = f"The term “{shown(term)}” is a single character, which matches unrelated texts."
            elif _SMALL_WORDS.issuperset(fold(term).split()):
                message = f"The term “{shown(term)}” is in nearly every text."
            else:
                continue
            yield Problem(Location(THEMES, (theme.id, "terms", index)), message, "Use a full word or phrase.")


@rule("GR244", WARNING)
def term_of_two_themes(context: RuleContext) -> Iterator[Problem]:
    """A term belongs to two themes.

    Every meeting that mentions it is counted under both themes.

    Wrong:

        themes.yaml
        housing: {name: Housing, terms: [homes, rough sleeping]}
        vulnerability: {name: Vulnerability, terms: [vulnerable, rough sleeping]}

    Right:

        themes.yaml
        housing: {name: Housing, terms: [homes, rough sleeping]}
        vulnerability: {name: Vulnerability, terms: [vulnerable]}
    """
    themes = context.register.themes.values()
    first: dict[str, tuple[str, KeyPath]] = {fold(theme.name): (theme.id, ("name",)) for theme in themes}
    for theme in themes:
        for index, term in enumerate(theme.terms):
            other, path = first.setdefault(fold(term), (theme.id, ("terms", index)))
            if other != theme.id:
                related = ((Location(THEMES, (other, *path)), f"listed under “{other}” here"),)
                message = f"The term “{shown(term)}” also belongs to “{other}”."
                hint = "Keep it under the theme that it fits best."
                yield Problem(Location(THEMES, (theme.id, "terms", index)), message, hint, related)


@rule("GR245", WARNING)
def abbreviation_twice(context: RuleContext) -> Iterator[Problem]:
    """Two abbreviations in the glossary differ only by case, dots or spaces.

    Readers take them for the same abbreviation. If an abbreviation has two meanings, write both in a list.

    Wrong:

        glossary.yaml
        CC: Chief Constable
        C.C.: County Council

    Right:

        glossary.yaml
        CC: [Chief Constable, County Council]
    """
    first: dict[str, str] = {}
    for abbreviation in context.register.glossary:
        other = first.setdefault(fold(abbreviation).replace(".", "").replace(" ", ""), abbreviation)
        if other != abbreviation:
            place = Location(GLOSSARY, (abbreviation,), at_key=True)
            related = ((Location(GLOSSARY, (other,), at_key=True), "the other one is here"),)
            message = f"“{shown(abbreviation)}” and “{shown(other)}” look like the same abbreviation."
            yield Problem(place, message, f"Keep one: `{shown(other)}: [its meaning, its other meaning]`.", related)


@rule("GR246", WARNING)
def abbreviation_defines_itself(context: RuleContext) -> Iterator[Problem]:
    """An abbreviation is explained by itself, or two are explained by each other.

    Wrong:

        glossary.yaml
        CSP: CSP

    Right:

        glossary.yaml
        CSP: Community Safety Partnership
    """
    for abbreviation, meanings in context.register.glossary.items():
        for index, meaning in enumerate(meanings):
            if fold(meaning) == fold(abbreviation):
                place = Location(GLOSSARY, (abbreviation, index))
                yield Problem(place, f"“{shown(abbreviation)}” is explained by itself.", _WRITE_OUT)
    glossary = context.register.glossary
    by_name = {fold(abbreviation): abbreviation for abbreviation in glossary}
    leads_to = {
        abbreviation: [other for meaning in meanings if (other := by_name.get(fold(meaning), abbreviation)) != abbreviation]
        for abbreviation, meanings in glossary.items()
    }
    for ring in cycles(leads_to):
        first, *others = shortest_cycle(min(ring), leads_to)
        place = Location(GLOSSARY, (first, [by_name.get(fold(meaning)) for meaning in glossary[first]].index(others[0])))
        through = listed(and_more([f"“{shown(other)}”" for other in others[:MOST_NAMED]], len(others)))
        yield Problem(place, f"“{shown(first)}” is explained by itself, through {through}.", _WRITE_OUT)


@rule("GR253", WARNING)
def term_not_a_phrase(context: RuleContext) -> Iterator[Problem]:
    """A theme's term looks like a search pattern, or like several terms in one.

    A term is a word or a phrase that is looked for in texts. `*`, `OR`, `;` and the like have no special meaning in it, so the
    theme is not found where it should be.

    Wrong:

        themes.yaml
        road-safety: {name: Road safety, terms: [road safety, speed*, drink OR drug driving]}

    Right:

        themes.yaml
        road-safety: {name: Road safety, terms: [road safety, speed, speeding, drink driving, drug driving]}
    """
    for theme in context.register.themes.values():
        for index, term in enumerate(theme.terms):
            found = _PATTERN.search(term)
            if found is not None and not (term.isupper() and found.group().isalpha()):  # `HEALTH AND SAFETY`
                message = f"The term “{shown(term)}” is read as one phrase, in which “{found.group()}” has no special meaning."
                hint = "Write each word or phrase that shows the theme as a term of its own."
                yield Problem(Location(THEMES, (theme.id, "terms", index)), message, hint)


@rule("GR254", WARNING)
def abbreviation_swapped(context: RuleContext) -> Iterator[Problem]:
    """An abbreviation and its meaning are in each other's place.

    Wrong:

        glossary.yaml
        Community Safety Partnership: CSP

    Right:

        glossary.yaml
        CSP: Community Safety Partnership
    """
    for abbreviation, meanings in context.register.glossary.items():
        words = abbreviation.split()
        for meaning in meanings if len(words) > 1 else ():
            if fold(meaning) == fold("".join(word[0] for word in words)):
                place = Location(GLOSSARY, (abbreviation,), at_key=True)
                message = f"“{shown(abbreviation)}” is explained by its abbreviation."
                yield Problem(place, message, f"Write it the other way round: `{shown(meaning)}: {shown(abbreviation)}`.")


@rule("GR256", WARNING)
def abbreviation_of_two_things(context: RuleContext) -> Iterator[Problem]:
    """The glossary explains an abbreviation otherwise than the organisation that goes by it.

    Readers and searches take one for the other. If both meanings are in use, list both in the glossary.

    Wrong:

        organisations.yaml
        pcc: {name: Police and Crime Commissioner, aliases: [PCC]}
        glossary.yaml
        PCC: Parochial church council

    Right:

        organisations.yaml
        pcc: {name: Police and Crime Commissioner, aliases: [PCC]}
        glossary.yaml
        PCC: [Police and Crime Commissioner, Parochial church council]
    """
    organisations = context.register.organisations
    known: dict[str, frozenset[str]] = {}  # an organisation may have a thousand abbreviations
    for abbreviation, meanings in context.register.glossary.items():
        id_ = organisations.find(abbreviation)
        if id_ is None or not meanings:
            continue
        entry = organisations[id_]
        if id_ not in known:
            known[id_] = _beginnings((entry.name, *entry.aliases))
        if known[id_].isdisjoint(_beginnings(meanings)):
            place = Location(GLOSSARY, (abbreviation, 0))
            message = f"“{shown(abbreviation)}” is “{shown(meanings[0])}” here, but “{shown(entry.name)}” goes by it too."
            hint = "Correct whichever is wrong, or list both meanings."
            yield Problem(place, message, hint, ((Location(ORGANISATIONS, (id_, "name")), "the organisation"),))


def _beginnings(names: Iterable[str]) -> frozenset[str]:
    """How the words of `names` begin, so that “Policing” counts as “Police”; short words don't count."""
    return frozenset(word[:_BEGINNING] for name in names for word in re.findall(r"[^\W\d_]{4,}", fold(name)))


RULES: tuple[RegisterRule, ...] = (
    term_too_short,
    term_of_two_themes,
    abbreviation_twice,
    abbreviation_defines_itself,
    term_not_a_phrase,
    abbreviation_swapped,
    abbreviation_of_two_things,
)
