"""The words of papers for posts, bodies and gaps, and which texts can be the name of an organisation."""

import re
from functools import lru_cache

from govreg.analysis.importing.people import RANK, persons_in

MOST_KEPT = 50_000
"""How many texts are remembered with what was read in them: papers are read twice, and each text of a list in several ways."""

POST = re.compile(
    r"\b(?:directors?|(?:vice[- ])?presidents?|heads?|chiefs?|chairs?|chairman|chairperson|vice[- ]chairs?|managers?|officers?|leaders?|leads?|commanders?|superintendents?|"
    r"inspectors?|councillors?|cllrs?|members?|co-?ordinators?|advis[eo]rs?|secretary|clerk|treasurer|executives?|ceos?|ceo|cfo|"
    r"accs?|dcc|supts?|c/supts?|deput(?:y|ies)|assistants?|portfolio holders?|cabinet|analysts?|administrators?|practitioners?|social workers?|"
    r"consultants?|solicitors?|governors?|principals?|headteachers?|head ?teachers?|nurses?|gps?|doctors?|magistrates?|judges?|s151|"
    r"sergeants?|constables?|wardens?|residents?|chief execs?|cex|dcs|dass?|dph|monitoring officer|experts?|strategic lead|trustees?|"
    r"business partners?|team leaders?|supervisors?|sponsors?|champions?|professionals?|independents?|lay)\b",
    re.IGNORECASE,
)
REP = re.compile(
    r"\b(?:reps?(?:\(s\))?|representatives?(?:\(s\))?|representation|nominee|nominated officers?|nominated representatives?|designate)(?!\w)",
    re.IGNORECASE,
)
REP_OF = re.compile(
    r"^(?:(?:an? |one |two |senior |nominated )*(?:reps?(?:\(s\))?|representatives?(?:\(s\))?|representation|nominees?)) (?:of|from|for) (?:the |each )?",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?:councils?|trust|service|services|constabulary|police|authority|ccg|icb|university|college|association|society|commission|agency|"
    r"foundation|ltd|limited|plc|cic|office|ministry|department|union|church|federation|charity|england|nhs|board|school|academy|prison|"
    r"hmp|partnership|commissioner|borough|company|group|network|alliance|consortium|forum|centre)s?$|^(?:hmp?|nhs|university|department|ministry|office)\b",
    re.IGNORECASE,
)
LOCAL_BODY = re.compile(r"\b(?:councils?|trust|constabulary|police|authority|ccg|icb|university|college|association)$", re.IGNORECASE)
"""Bodies after `of`: in `Director of Adult Services`, Adult Services is a subject; in `Leader of Bristol City Council` it is a body."""
_UNKNOWN = r"not (?:yet )?(?:known|stated|recorded|given|specified|available|provided)|unknown|unstated|none recorded|no data"
_NONE = r"n/?a\.?|none|nil"
_UNDECIDED = (
    r"tb[acdn]|not applicable|not yet (?:agreed|decided)|to be (?:confirmed|agreed|decided|determined|advised)|xxx+|"
    r"(?:currently |presently |post )*vacan(?:t|cy)|not yet (?:set|fixed|arranged|confirmed)"
)
_SIGNS = r"(?:[^\w✓✔☑✗✘☒]|_)*"
"""A dash, dots and the like; a tick or a cross says something."""
_IS_UNKNOWN = re.compile(rf"(?:{_UNKNOWN}|{_SIGNS})\.?", re.IGNORECASE)
_IS_NONE = re.compile(rf"{_NONE}|{_SIGNS}", re.IGNORECASE)
_SAYS_NOTHING = re.compile(rf"(?:{_UNKNOWN}|{_NONE}|{_UNDECIDED}|{_SIGNS})\.?", re.IGNORECASE)
BRACKET = re.compile(r"\s*\(([^()]*)\)")
_DESCRIBES = re.compile(
    r"\b(?:other|others|various|variety|relevant|appropriate|all|any|each|every|range|number|both|those|who|which|whose|will|may|can|is|are|be|has|have|"
    r"see|as above|same|etc|set out|members of|wider|different|attended|attends|attend|agreed|determined|discuss|ensure|meeting|below|above|from|with|everyone|everybody|anyone|whoever|nobody)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|both|\d+)\b", re.IGNORECASE)
"""The beginning of a count of people or bodies, which is no name: `a survivor`, `two specialist providers`."""
_NOBODY = re.compile(r"(?:none|nil|nobody|no one|n/a)\b", re.IGNORECASE)
"""The beginning of a text that says that there are no members: `None – papers only`."""
LONGEST_NAME, MOST_WORDS = 90, 8
"""The most characters, and the most words, that a name of an organisation has."""


def is_not_stated(text: str) -> bool:
    """Whether `text` only says that something isn't known: a dash, `not stated`."""
    return _IS_UNKNOWN.fullmatch(text.strip()) is not None


def is_none(text: str) -> bool:
    """Whether `text` only says that there is none: a dash, `n/a`, `nil`."""
    return _IS_NONE.fullmatch(text) is not None


def says_nothing(text: str) -> bool:
    """Whether `text` only says that something isn't known, isn't decided yet, or that there is none."""
    return _SAYS_NOTHING.fullmatch(text) is not None


@lru_cache(maxsize=MOST_KEPT)
def is_role(words: str) -> bool:
    """Whether `words` name a post or whoever attends, rather than a part of a name: `and Chief Officers Group` goes on with one."""
    parts = words.casefold().split()
    if not parts or parts[0] in ("and", "or", "&") or parts[-1] in ("and", "or", "&", "of", "to", "for", "the"):
        return False
    return bool(POST.search(words)) or bool(REP.search(words)) or re.match(rf"(?:{RANK})s?$", words) is not None


def may_be_name(words: str) -> bool:
    """Whether `words` may be the name of an organisation or a sort of them."""
    return (
        0 < len(words) <= LONGEST_NAME
        and len(words.split()) <= MOST_WORDS
        and any(character.isalpha() for character in words)
        and not POST.search(words)
        and not _DESCRIBES.search(words)
        and not _COUNTED.match(words)
        and not _NOBODY.match(words)
        and not says_nothing(words)
        and not persons_in(words)
        and re.match(RANK + r"s?\b", words) is None
    )


def is_name(words: str) -> bool:
    """Whether `words` are written as a name is."""
    return words[:1].isupper() and may_be_name(words)


def is_abbreviation(words: str) -> bool:
    """Whether `words` are an abbreviation: `OPCC`, `YOTs`."""
    return re.fullmatch(r"\(?[A-Z]\)?[A-Z&]{1,7}s?", words.strip()) is not None


def is_body(part: str) -> bool:
    """Whether `part` of a text is the name of a body by itself: `Fire`, from `Fire and Rescue Service`, isn't one."""
    return is_abbreviation(part) or BODY.search(part) is not None
