"""What a phrase says of time besides its series: a number is given only where every such word belongs to a clause that is understood."""

from collections.abc import Sequence

from govreg.analysis.frequency import vocabulary as words
from govreg.analysis.frequency.lazy import LazyPattern
from govreg.analysis.frequency.normalise import MONTHS, WEEKDAYS
from govreg.analysis.frequency.series import Series

_UNIT = r"(?:days?|weeks?|fortnights?|months?|quarters?|terms?|semesters?|halfterms?|years?|weekends?)"
_ADVERB = r"(?:daily|weekly|fortnightly|monthly|quarterly|termly|halftermly|annually|yearly|bimonthly|biannually)"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})s?"
_SEASON = r"(?:spring|summer|autumn|winter|easter|christmas|lent|advent|ramadan|purdah|holidays?|recess|seasons?|summertime|wintertime)"
_NUMBER = r"\d+(?:\.\d+)?(?:st|nd|rd|th)?"
_MEETING = r"(?:meetings?|sessions?|sittings?|agms?|conferences?|workshops?|events?)"

_NO_PEOPLE = rf"(?:{_UNIT}|{_ADVERB}|{_MONTH}|{_DAY}|{_SEASON}|{_MEETING}|times|occasions|dates?|sittings|gatherings|others|less|plus|hours|minutes|in|of|or|and|to|an?|the|for|per|each|every|more|with|by|at|on|not)\b"
"""What a number counts that are not people, places or papers."""

OF_TIME = LazyPattern(
    rf"\b(?:{_NUMBER}|{_UNIT}|{_ADVERB}|{_MONTH}|{_DAY}|{_SEASON}|until|unless|except|excluding|only|while|whilst|during|otherwise|instead"
    r"|alternates?|alternating|twice|thrice|skip\w*)\b"
)
"""The words that can change a count: numbers, units, months, days, and what opens a clause about them."""

_UNDERSTOOD: tuple[LazyPattern, ...] = tuple(
    map(
        LazyPattern,
        (
            # Public holidays, and what is said from time to time.
            r"\b(?:in |during )?(?:summer|winter) times\b|\b(?:public|bank|national|federal|legal) holidays?(?: weeks?| weekends?)?\b|\bfalls on (?:a |an |the )?(?:[a-z]+ )?holidays?\b[^;()]*|\b(?:monday|friday) holidays?\b",
            r"\botherwise (?:stated|posted|agreed|advised|notified|indicated|determined|decided|specified|arranged|scheduled|published|announced|provided)\b",
            r"\b\d+ times zones\b",
            # Who and how many there are.
            r"\b(?:quorum|quorate)\b[^;()]*",
            rf"\b\d+ (?:(?!{_NO_PEOPLE})[a-z]+ ){{0,2}}?(?!{_NO_PEOPLE})(?:people|chairmen|chairwomen|[a-z]{{3,}}s)\b",
            r"\b\d+(?:st|nd|rd|th) (?:committees?|boards?|panels?|groups?|sectors?|part(?:y|ies)|tiers?|floors?|stages?|phases?|persons?)\b",
            r"\battend(?:s|ed|ing)? (?:[a-z]+ ){0,4}?\d+(?: [a-z]+){0,3}(?: (?:in|of|during|per|a|any|each|the|financial|calendar))* (?:meetings?|years?)(?: (?:in|per|a) (?:any |each |the )?(?:[a-z]+ )?year)?\b",
            # How long people serve, and how long before a meeting papers go out.
            r"\bterms? of (?:reference|office)\b|\b(?:for|of|over|after|within)?(?: (?:a|an|the))?(?: (?:period|term|further|initial|maximum))*(?: of)? ?\d+ (?:consecutive )?years?(?: (?:terms?|period|programme|plan|strategy))?\b|\b(?:after|within) \d+ months?\b",
            r"\b(?:at least |no later than |not later than |not less than |within |up to |about )?(?:\d+|an?|the) (?:clear |working |calendar )*(?:days?|weeks?|fortnight|months?)'? ?(?:before|prior|in advance|ahead|notice|after|afterwards|beforehand|of (?:the|each|a) meeting|later)\b|\bwithin \d+ (?:clear |working |calendar )*(?:days?|weeks?)\b",
            # Dates, days and places of meetings that the series counts.
            rf"(?:\b(?:usually|normally|generally|held|always|typically|and|or|either|on|a|an|the|each|every|of)|[(,;]|^) ?(?:[a-z]+ )?(?:{_DAY})(?: ?(?:,|/|or|and|;|to) ?{_DAY})*(?: ?(?:mornings?|afternoons?|evenings?|lunchtimes?|nights?))?\b",
            rf"\b(?:following|preceding|before|after) the $|\b(?:the )?(?:1st|last|next|2nd|following|previous|inaugural|annually)(?: [a-z]+)? {_MEETING}(?: (?:is |to be |being |normally |usually |will be |held |in |of |each )*{_MONTH})?",
            r"\b(?:1|each|either|1 each|2|3)(?: of (?:which|these|them|those|the [a-z]+))?(?: (?:being|is|are|to be|will be|held|of which|meeting|meetings))* (?:for|on|online|virtual(?:ly)?|in person|face to face|in public|in private|joint)\b[a-z ]*",
            r"\bof (?:which|these|them) (?:at least )?\d+\b[a-z ]*|\bwith \d+ of (?:those|these|the) meetings\b[a-z ]*|\b(?:at least )?\d+ of (?:which|these|them|those)\b[a-z ]*",
            r"\bon an? \d+(?= )|\bday to day\b|\bin \d+ (?:sessions|parts|halves)\b|\b(?:a |an )?(?:\d+|half|full|1) day (?=retreat|conference|event|meeting|workshop|session)|\b(?:away|planning|development|training|strategy|study|following|working|same|week|business) days?\b",
            r"\b(?:all |right )?(?:throughout|through|across|during|over|for|in|of)(?: (?:the|all|each|every|any|a))* (?:[a-z]+ )?(?:years?|12 months)\b|\bthis year\b|\byear (?:round|end)\b|\b(?:in|during) (?:the )?month of (?=#)|\(? ?(?:odd|even) months?\b|\bduring the #+(?: [a-z]+){0,3} (?:weeks?|days?)\b",
            r"\b(?:since|after|following|before|by the end of|the end of|from|effective|starting|beginning|commencing|during|in|for)(?: [a-z]+){0,3}? @|\b(?:since|after|following|before)(?: [a-z]+){0,4}? (?:winter|summer|spring|autumn|easter|christmas)\b",
            # The one who is asked, and what else is done rarely.
            r"\b(?:invitation|members|invite|online|virtual|in person(?: meetings?)?|appointment|representatives?|term) only\b|\b(?:be )?only (?:be )?(?:held |called |convened |arranged )?in (?:exceptional|special|urgent|rare)\b[a-z ]*|\bnot only\b|\bonly the\b|\b(?:additional|extra|extraordinary|special|emergency) meetings?(?: [a-z]+){0,3} only\b[^;()]*",
            r"\b(?:1|2|3) (?:or (?:other|more|another)|of (?:the|our|its|their)|another)\b|\b(?:no|any|some|each|every|this|that|which|the) 1\b|\b1 (?!day|week|month|year|meeting|session|quarter|term)[a-z]+\b|\b1 ?$|\bmore than 1\b",
            r"\balternat(?:es?|ing) (?:between|chairs?|venues?|locations?|date|day|with)\b[^;()]*|\bchairs? alternat\w+|\bmay\b|\botherwise (?=#)|# otherwise\b|\band otherwise (?=as (?:necessary|required|needed))|\bage(?:d|s)? \d+(?: to \d+)?(?: years?)?\b|\b(?:rooms?|items?|paragraphs?|sections?|floors?|parts?|levels?|phases?|versions?|appendix|rule|standing order) \d+(?: (?:and|to) \d+)?\b|\b(?:gap|interval|period)s? of (?:(?:no|not) more than )?\d+ (?:days?|weeks?|months?) between\b",
        ),
    )
)
"""Clauses that speak of time and say nothing of how often a body meets."""


def not_understood(text: str, series: Sequence[Series]) -> str:
    """The first word of time in `text` that belongs neither to a series nor to a clause that is understood; empty where there is none."""
    rest = list(text)
    for one in series:
        rest[one.start : one.end] = "#" * (one.end - one.start)
    left = "".join(rest)
    if OF_TIME.search(left) is None:
        return ""
    for one in series:
        for pattern in words.READ_BEHIND:
            behind = pattern.match(left[one.end :])
            if behind is not None:
                left = left[: one.end] + "#" * behind.end() + left[one.end + behind.end() :]
    when = (
        *((words.WHEN_ONCE_A_YEAR,) if any(one.per_year == 1 for one in series) else ()),
        *((words.SOME_IN_A_SEASON,) if any(one.form in words.EXPLICIT for one in series) else ()),
    )
    for pattern in (*when, *words.READ_BESIDE, *_UNDERSTOOD):
        left = pattern.sub(" ", left)
    found = OF_TIME.search(left)
    return found.group() if found else ""
