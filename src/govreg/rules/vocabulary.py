"""Terms of themes that are too short or shared, and glossary entries that are unclear (GR243 to GR246)."""

from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import GLOSSARY, THEMES, KeyPath, Location
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@rule("GR243", ERROR)
def term_too_short(context: RuleContext) -> Iterator[Problem]:
    """A theme's term is a single letter.

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
    """An abbreviation is explained by itself.

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
                yield Problem(place, f"“{shown(abbreviation)}” is explained by itself.", "Write out what it stands for.")


RULES: tuple[RegisterRule, ...] = (
    term_too_short,
    term_of_two_themes,
    abbreviation_twice,
    abbreviation_defines_itself,
)
