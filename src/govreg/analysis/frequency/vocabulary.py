"""The words around a series that change what it means: floors, ceilings, denials, histories, seasons, cycles of reports.

The patterns are matched against plain text (see `plain`). They come from wordings in public papers of partnerships:
terms of reference, agendas, annual reports and outside bodies lists.
"""

import re

REPORTS = (
    r"(?:report(?:s|ed|ing)?|updates?|updated|monitor(?:s|ed|ing)?|reviews?|reviewed|reviewing|newsletters?|bulletins?|dashboards?"
    r"|returns?|inspections?|visits?|visited|audits?|audited|surveys?|assessments?|refresh(?:ed|es)?|publish(?:es|ed)?|publications?"
    r"|submit(?:s|ted)?|submissions?|elect(?:s|ed|ions?)|appoint(?:s|ed|ments?)|circulat(?:e|es|ed)|produce[sd]?|summar(?:y|ies)|letters?"
    r"|packs?|receiv\w+|samples?|dip samples?|(?:is|are|be) (?:agreed|approved|set|adopted|ratified)|statements?|data|figures|rotat(?:e|es|ed|ing|ion)|evaluat\w+|accounts|checks?|scorecards?|highlight|minutes)"
)
"""What else has a cycle: not the meeting, but what is brought to it, written for it or done to its papers."""

MEETS = (
    r"(?:meet|meets|meeting|meetings|held|hold|holds|convenes?|convened|sits?|sittings?|takes? place|gathers?|sessions?|conferences?"
    r"|workshops?|forums?|agm|events?|summits?|days?|seminars?|assembl(?:y|ies)|boards?|panels?|committees?|briefings?|scheduled|seminars)"
)

NEED = r"(?:required|needed|necessary|appropriate|requested|the need arises|circumstances \w+|business \w+|issues arise)"

FLOOR_BEFORE = re.compile(
    r"\b(?:at least|(?:a |the )?minimum(?: frequency)?(?: of| is)?|(?:no|not) (?:less|fewer)(?: (?:frequently|often))?(?: than)?"
    r"|(?<!no )(?<!not )more (?:frequently |often |regularly )?than|over|upwards of|in excess of|as often as)(?: (?:on|an?|in|once|meet|be held|every))*$"
)
FLOOR_AFTER = (
    re.compile(
        r"^[,;( ]*(?:basis )?[,;( ]*(?:as a|at a|at|is the|the|as the)? ?(?:minimum|the least|least)\b|^ ?\(? ?or more\b|^ ?(?:basis )?[,;(]? ?(?:or|and) more\b"
    ),
    re.compile(
        r"\b(?:or|and|but|can|may|will|also|with) (?:\w+ ){0,5}?(?:more (?:frequently|often|regularly)|more frequent|oftener|sooner|earlier)\b|\bmore if\b"
    ),
    re.compile(
        r"\b(?:can|may|could|will|shall|to|also)(?: also)? (?:be )?(?:convened?|call(?:ed)?|arranged?|held|summoned|hold) (?!on\b|at\b|in\b|every|each)"
    ),
    re.compile(r"\breserve (?:date|meeting)s?\b|\bad hoc meetings?\b"),
    re.compile(
        r"\b(?<!\d )(?:more|additional|additionally|extra|extraordinary|further|special|exceptional|emergency|urgent|other)(?: \w+){0,2}? (?:meetings?|sessions?|sittings?)\b"
    ),
    re.compile(
        rf"(?:\b(?:plus|and|or|with others?|then)\b|[,;/(]) ?(?:\w+ ){{0,3}}?(?:as|when|if|where|whenever)(?: and (?:when|as|where))?(?: \w+)? {NEED}"
    ),
    re.compile(r"(?:\b(?:plus|and|or|with)\b|[,;/(]) ?(?:\w+ ){0,2}?ad hoc\b|\burgent (?:situations?|matters?|business|issues)\b"),
)
CEILING_BEFORE = re.compile(
    r"\b(?:up to|(?:a |the )?maximum(?: of)?|(?:no|not) more(?: (?:frequently|often))?(?: than)?|at most|not exceeding|not to exceed|fewer than"
    r"|less (?:frequently |often |regularly )?than)(?: (?:on|an?))*$"
)
CEILING_AFTER = re.compile(r"^[,;( ]*(?:basis )?(?:at (?:the )?most|maximum|or (?:less|fewer)|as a maximum|at a maximum)\b")
ROUGHLY = re.compile(
    r"\b(?:about|approximately|around|roughly|circa|usually|normally|generally|typically|mostly|ideally|aims?|aiming|tends?|or so|broadly"
    r"|nominally|anticipated|likely to|where possible|if possible)\b"
)
ROUGHLY_AFTER = re.compile(
    r"^[ ,;(]*(?:basis )?[ ,;(]*(?:where|if|wherever|as far as) (?:possible|practicable)|^[ ,]*or (?:so|thereabouts)\b"
)
MAYBE = re.compile(
    r"\b(?:might|could (?:be|meet)|suggest(?:s|ed|ion|ions)?|whether|options?|consider(?:s|ed|ing|ation)? (?:whether|meeting|moving|holding|of)|no decision)\b"
)
DENIED = re.compile(
    r"\b(?:no longer|not|never|rather than|instead of|replac(?:es|ed|ing)|as opposed to)(?: (?:yet|a|an|on|meet|met|every|the))*$"
)
PAST = re.compile(
    r"\b(?:met|previously|formerly|historically|used to|in the past|(?:was|were|had been|has been|have been)(?: \w+){0,2}"
    r"|(?:reduced|changed|increased|moved|moving|going|move|change|reduce|switch(?:ed|ing)?) from|from)(?: (?:meet|meeting|held|a|an|the))*$"
)
PAST_AFTER = re.compile(r"^ ?(?:basis )?(?:last year|in previous years|in the past|previously|until now|to date|so far|before)\b")
LATER = re.compile(
    r"\b(?:then|thereafter|followed by|initially|at first|moving to|move to|will move|going to|reducing to|increasing to|changing to|eventually"
    r"|subsequently|to begin with|in the first instance|for the (?:1st|first)|moves? to)\b|\buntil (?!further notice)"
)
SEASON = re.compile(
    r"\b(?:in|during|throughout|over|for|within|outside|only in|when in)(?: the| an?| any| each| its| each of the)*(?: school| major| critical)? (?:term times?|school terms?|summer|winter"
    r"|spring|autumn|easter|pandemic|covid\w*|incidents?|emergenc(?:y|ies)|cris[ie]s|peaks?(?: \w+)?|election periods?|outbreaks?|response phase|recovery phase)\b(?! meetings?)"
    r"|\bterm times?\b|\bterm only\b|\bin term\b"
)
IN_A_MONTH = re.compile(
    r"^ ?(?:only )?(?:in|during) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! ?(?:,|and|/|;))"
)
SEASON_BEHIND = re.compile(r"^ ?\( ?(?:in |during )?(?:school )?term(?: times?)?(?: only)? ?\)")
INSTEAD = re.compile(r"(?:\bbut|;|,|\)) ?(?:in practice|in reality|now|currently|at present) ?(?:\w+ ){0,4}$")
"""Behind a series that another one has taken the place of: `at least twice a year; in practice quarterly`."""
OF_THESE = re.compile(r"\bwith $")
FROM_THEN = re.compile(r"^ ?(?:basis )?from (?:@|january|february|march|april|may|june|july|august|september|october|november|december)\b")
REPORT_HELD = re.compile(
    r"\b(?:visits?|inspections?|audits?|surveys?|checks?|reviews?|samples?) (?:(?:will|are|is|be|to) )*"
    r"(?:takes? place|held|carried out|undertaken|conducted|scheduled)$"
)
_A_MONTH = r"(january|february|march|april|may|june|july|august|september|october|november|december)"
MONTHS_BETWEEN = re.compile(rf"(?:\b(?:between|from)|(?<=\()) ?{_A_MONTH} (?:to|and|until|;|through to|through) {_A_MONTH}\b")
CONDITION = re.compile(rf"^ ?(?:basis )?(?:only )?(?:as|if|when|where)(?: and when)? {NEED}|^ ?subject to (?:need|business|demand)")
ANOTHER_BODY = re.compile(
    r"^ ?(?:\w+ )?(?:sub ?groups?|sub ?committees?|working groups?|task groups?|task and finish groups?|delivery groups?|theme groups?)\b"
)
ANOTHER_BODY_BEFORE = re.compile(
    r"\b(?:(?:its|their) (?!meetings?\b|meet|terms?\b)\w+|sub ?groups?|sub ?committees?|working groups?|task groups?|delivery groups?|theme groups?"
    r"|executive|steering group|operational group|officer group|core group)\b"
)
OTHER_BODIES = re.compile(r"\b(?:sub ?groups|sub ?committees|working groups|task groups|delivery groups|theme groups)\b")
SUSPENDED = re.compile(
    r"\b(?:(?:currently |temporarily )?(?:suspended|paused|postponed indefinitely)|on hold|in abeyance|dormant|not (?:currently |presently |been )?(?:meeting|met|active)"
    r"|currently not meeting|stood down|disbanded|dissolved|does not (?:currently )?meet|do not (?:currently )?meet|no longer meets?|(?:has|have) not (?:yet )?met|ceased(?: to meet)?)\b"
)
UNSETTLED = re.compile(
    r"\b(?:tbc|tba|tbd|to be (?:confirmed|agreed|determined|decided|advised|announced|set|arranged|finalised|discussed|established)"
    r"|(?:not|never) (?:yet |been )?(?:agreed|decided|confirmed|set|determined|known|stated|specified|fixed|recorded|established|given|defined))\b"
)
ABOUT_DATES = re.compile(r"\b(?:dates?|venues?|times|days?|locations?|places?|rooms?)(?: \w+){0,3} (?:tbc|tba|tbd|to be)\b")
VARIES = re.compile(
    r"\b(?:var(?:y|ies|iable|ied|ying|iously)|various(?! (?:venues?|locations?|places?|sites?|partners|agencies|members|topics|themes))|differs?|different|depend(?:s|ent|ing)|irregular(?:ly)?|flexible|periodic(?:ally)?"
    r"|occasional(?:ly)?|sporadic(?:ally)?|intermittent(?:ly)?|infrequent(?:ly)?)\b"
)
SAYS_NOTHING = re.compile(
    rf"\b(?:ad hoc|as and when|(?:as|when|if|where|whenever)(?: and (?:when|as|where))?(?: deemed| it is| considered| is| may be)? {NEED}|on demand"
    r"|by exception|on request|on call|1 off|one off|single|reserve|regular(?:ly)?|frequent(?:ly)?|often|unknown|none|n / a|na|no fixed|no set|no regular|no meetings?|continu(?:es?|ing|ous)"
    r"|rolling|subject to|time limited|as per|planned|next|last|met|meets?|fewer|number of|reduce|increase|as agreed|by agreement|at the (?:call|request|discretion)|cycles?"
    r"|calendar|short notice|throughout the year|several|many|as directed|when called|not applicable|on occasions?|occasions|as part of|in line with|aligned|to (?:fit|suit|match)|in advance|before each|after each)\b"
)
EXCEPT = re.compile(
    r"\b(?:with the exception of|except(?:ing)?(?: for| in| during| that)?|exceptions? ;|excluding|excl|apart from|save for|other than|but not in"
    r"|not (?:in )?(?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|(?:with )?no meetings? (?:in|during)|skipping|omitting)\b"
)
ADDS = re.compile(r"\b(?:plus|and|also|with|together|additional|addition|as well as)\b|[,;]")
JOINS = re.compile(r"\b(?:plus|and also|also|as well as|in addition|additional(?:ly)?|together with)\b")
INCLUDES = re.compile(r"\b(?:including|includes|incl|of which|1 of these|1 being|comprising|made up of|consisting of)\b")
OR = re.compile(
    r"^ ?(?:meetings? |basis )?[,;(]? ?(?:or|/|to|or sometimes|or otherwise|if not|and / or|alternatively)(?: (?:on|a|an|even|else|sometimes|possibly|perhaps|if \w+))*$"
)
EXPLICIT = frozenset({"count", "count_after", "count_adverb", "count_in_interval"})
"""The forms of series that give a count outright, which wins over a unit it stands in brackets behind."""
