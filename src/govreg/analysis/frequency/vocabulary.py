"""The words around a series that change what it means: floors, ceilings, denials, histories, seasons, cycles of reports.

The patterns are matched against plain text (see `normalise`). They come from wordings in public papers of partnerships:
terms of reference, agendas, annual reports and outside bodies lists.
"""

from govreg.analysis.frequency.lazy import LazyPattern

REPORTS = (
    r"(?:report(?:s|ed|ing)?|updates?|updated|monitor(?:s|ed|ing)?|reviews?|reviewed|reviewing|newsletters?|bulletins?|dashboards?"
    r"|returns?|inspections?|visits?|visited|audits?|audited|surveys?|assessments?|refresh(?:ed|es)?|publish(?:es|ed)?|publications?"
    r"|submit(?:s|ted)?|submissions?|elect(?:s|ed|ions?)?|appoint(?:s|ed|ments?)?|circulat(?:e|es|ed)|produce[sd]?|summar(?:y|ies)|letters?"
    r"|packs?|receiv\w+|samples?|dip samples?|attend(?:s|ed|ing|ance)?|(?:is|are|be) (?:agreed|approved|set|adopted|ratified)|statements?|data|figures|rotat(?:e|es|ed|ing|ion)|renew(?:s|ed|al|als)?|subscriptions?|retir(?:e|es|ing|ement)|go(?:es)? out|evaluat\w+|accounts|checks?|scorecards?|highlight|minutes|plans?|budgets?|strateg(?:y|ies))"
)
"""What else has a cycle: not the meeting, but what is brought to it, written for it or done to its papers."""

MEETS = (
    r"(?:meet|meets|meeting|meetings|held|hold|holds|convenes?|convened|sits?|sittings?|takes? place|gathers?|sessions?|conferences?"
    r"|workshops?|forums?|councils?|gatherings?|agm|events?|summits?|days?|seminars?|assembl(?:y|ies)|boards?|panels?|committees?|briefings?|scheduled|seminars)"
)

SAYS_NO_MORE = frozenset(
    (
        "( ) , ; a an the to on of will shall is are be basis held hold holds meet meets meeting meetings takes take place convene convenes sit sits "
        "board group committee panel council forum partnership each all every in year"
    ).split()
)
"""Words that say nothing about a count among them."""

NEED = r"(?:needed|there is business|required|needed|necessary|appropriate|requested|the need arises|circumstances \w+|business \w+|issues arise)"

FLOOR_BEFORE = LazyPattern(
    r"\b(?:at least|(?:a |the )?minimum(?: frequency)?(?: of| is)?|(?:no|not)(?: be| to be| event| case)? (?:be )?(?:less|fewer)(?: (?:frequently|often))?(?: than)?"
    r"|(?<!no )(?<!not )(?<!rarely )(?<!seldom )(?<!ever )(?<!never )more (?:frequently |often |regularly )?than|over|upwards of|in excess of|as often as)(?: (?:on|an?|in|once|meet|be held|every))*$",
    (("least", "minimum", "less", "fewer", "more", "over", "upwards", "excess", "often"),),
)
FLOOR_AFTER = (
    LazyPattern(
        r"^[,;( ]*(?:basis )?[,;( ]*(?:as a|at a|at|is the|the|as the)? ?(?:minimum|the least|least)\b(?! ?\d)|^ ?\(? ?or more\b|^ ?(?:basis )?[,;(]? ?(?:or|and) more\b"
    ),
    LazyPattern(
        r"\b(?:or|and|but|can|may|will|also|with) (?:\w+ ){0,5}?(?:more (?:frequently|often|regularly)|more frequent|oftener|sooner|earlier)\b|\bmore if\b"
    ),
    LazyPattern(
        r"\b(?:can|may|could|will|shall|to|also)(?: also)? (?:be )?(?:convened?|call(?:ed)?|arranged?|held|summoned|hold) (?!on\b|at\b|in\b|every|each|[^;()]*\bto account\b)"
    ),
    LazyPattern(
        r"\breserve (?:date|meeting)s?\b|\bad hoc meetings?\b|\b(?:also|then) (?:hold|holds|have|has) (?:(?!\d)[a-z]+ ){0,2}?meetings\b"
    ),
    LazyPattern(
        r"\b(?:plus|as well as|in addition to) (?:(?:the|its|our|any|some|regular|informal) )*(?:(?!\d|annually|an?\b)[a-z]+ ){0,2}?(?:meetings|sessions|workshops|events|briefings|hearings|seminars)\b",
        (("plus", "as well", "in addition"),),
    ),
    LazyPattern(
        r"\b(?<!\d )(?:more|additional|additionally|extra|extraordinary|further|special|exceptional|emergency|urgent|other)(?: \w+){0,2}? (?:meetings?|sessions?|sittings?|panels|boards|dates)\b"
    ),
    LazyPattern(
        rf"(?:\b(?:plus|and|or|with others?|then)\b|[,;/(]) ?(?:\w+ ){{0,3}}?(?:as|when|if|where|whenever)(?: and (?:when|as|where))?(?: \w+)? {NEED}"
    ),
    LazyPattern(
        r"(?:\b(?:plus|and|or|with)\b|[,;/(]) ?(?:\w+ ){0,2}?ad hoc\b|[/,;(] ?on (?:demand|request)\b|\bor on (?:demand|request)\b|\burgent (?:situations?|matters?|business|issues)\b"
    ),
)
AS_NEEDED_AND = LazyPattern(
    r"\b(?:as|when|if|where)(?: and when)? (?:required|needed|necessary)\b[^;]*\band(?: also)?$", (("required", "needed", "necessary"),)
)
"""Before a count that is no more than the least: `meets as required and once a year to …`."""
CEILING_BEFORE = LazyPattern(
    r"\b(?:up to|(?:a |the )?maximum(?: of)?|(?:no|not|rarely|seldom|hardly ever|never) more(?: (?:frequently|often))?(?: than)?|at most|not exceeding|not to exceed|fewer than"
    r"|less (?:frequently |often |regularly )?than)(?: (?:on|an?))*$",
    (("up to", "maximum", "more", "most", "exceed", "fewer", "less"),),
)
CEILING_AFTER = LazyPattern(r"^[,;( ]*(?:basis )?(?:at (?:the )?most|maximum|or (?:less|fewer)|as a maximum|at a maximum)\b")
ROUGHLY = LazyPattern(
    r"\b(?:about|approximately|around|roughly|circa|usually|normally|generally|typically|mostly|ideally|aims?|aiming|tends?|or so|broadly"
    r"|nominally|anticipated|likely to|where possible|if possible)\b"
)
IF_POSSIBLE = LazyPattern(r"^[ ,;(]*(?:basis )?[ ,;(]*(?:where|if|wherever|as far as) (?:possible|practicable)\b|^ ?\bnominally\b")
MAYBE = LazyPattern(
    r"\b(?:might|could (?:be|meet)|suggest(?:s|ed|ion|ions)?|whether|options?|consider(?:s|ed|ing|ation)? (?:whether|meeting|moving|holding|of)|no decision)\b"
)
GIVEN_UP = LazyPattern(r"\b(?:remov(?:es?|ed|ing|al of)|ceas(?:es?|ed|ing)|stop(?:s|ped)?)(?: \w+){0,9}$")
OTHERWISE = LazyPattern(r"^.*\b(?:otherwise|at (?:all )?other times|the rest of the year)\b", (("other", "rest"),))
SINCE = LazyPattern(r"\b(?:after|since|following|or more|more (?:often|frequently))\b.*")
"""Behind it, a season is not one of the series."""
DENIED = LazyPattern(
    r"\b(?:no longer|not|never|rather than|instead of|replac(?:es|ed|ing)|as opposed to)(?: (?:yet|a|an|on|meet|met|every|the))*$"
)
PAST = LazyPattern(
    r"\b(?:(?<!have )(?<!has )met|previously|formerly|historically|used to|in the past|(?:was|were|had been|has been|have been)(?: \w+){0,2}"
    r"|(?:reduced|changed|increased|moved|moving|going|move|change|reduce|switch(?:ed|ing)?) from|from)(?: (?:meet|meeting|held|a|an|the))*$"
)
PAST_AFTER = LazyPattern(r"^ ?(?:basis )?(?:last year|in previous years|in the past|previously|until now|to date|so far|before)\b")
LATER = LazyPattern(
    r"\b(?:thereafter|initially|at 1st|moving to|move to|will move|going to|reducing to|increasing to|changing to|eventually"
    r"|subsequently|to begin with|in the 1st instance|for the 1st|moves? to)\b|\buntil (?=@|january|february|march|april|may|june|july|august|september|october|november|december)",
    (
        (
            "thereafter",
            "initially",
            "1st",
            "mov",
            "going",
            "reducing",
            "increasing",
            "changing",
            "eventually",
            "subsequently",
            "begin",
            "until",
        ),
    ),
)
SEASON = LazyPattern(
    r"\b(?:while|whilst|for the duration of|in the run up to)\b|\b(?:in|during|throughout|over|for|within|outside|only in|when in)(?: the| an?| any| each| its| each of the)*(?: school| major| critical)? (?:term times?|school terms?|summer|winter"
    r"|spring|autumn|easter|lent|advent|ramadan|pandemic|covid\w*|incidents?|(?:\w+ )?works|(?:\w+ )?seasons?|inspections?|reviews?|purdah|recess|holidays?|emergenc(?:y|ies)|cris[ie]s|peaks?(?: \w+)?|election periods?|outbreaks?|response phase|recovery phase)\b(?! meetings?| times?\b)"
    r"|\bterm times?\b|\bterm only\b|\bin term\b"
)
_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
IN_A_MONTH_BEFORE = LazyPattern(
    r"(?:^|[;(]) ?(?:in|during) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b[^;()]*$",
    (_MONTH_NAMES,),
)
IN_A_MONTH = LazyPattern(
    r"^ ?(?:only )?(?:in|during) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! ?(?:,|and|/|;))",
    (_MONTH_NAMES,),
)
SEASON_BEHIND = LazyPattern(r"^ ?\( ?(?:in |during )?(?:school )?term(?: times?)?(?: only)? ?\)")
INSTEAD = LazyPattern(r"(?:\bbut|;|,|\)) ?(?:in practice|in reality|now|currently|at present) ?(?:\w+ ){0,4}$")
"""Behind a series that another one has taken the place of: `at least twice a year; in practice quarterly`."""
REFERRED_TO = LazyPattern(
    r"\b(?:at|outside|before|after|until|following|since|prior to|from|of|between)(?: (?:the|each|every|our|its))*(?: [a-z]+'s?)?$"
)
"""Before an annual meeting that only dates something else: `elected at the AGM`."""
ANOTHER_MEETING = LazyPattern(
    r"(?:\band|\bwith|[;,])(?: (?:the|a|its|our))? ?(?:\w+ ){0,3}?(?:board|committee|body|panel|group|council|forum|executive|cabinet|team)s?"
    r"(?: (?:will|shall|must|meets?|meeting|convenes?|convening|also|is|are|at least))*$"
)
"""Between two series: the second is about a body named there."""
NAMED_BODY = LazyPattern(
    r"^ ?(?:meetings? )?(?:\( ?(?:the )?(?:[a-z]+ ){0,3}?(?:board|committee|panel|group|council|forum|executive|cabinet|team)s? ?\)"
    r"|(?:for|by) (?:the |its |our )?(?:[a-z]+ ){0,2}?(?:board|committee|panel|group|council|forum|executive|cabinet|team)s?\b)"
)
"""After a series: it is about a body named there."""
NAMES_A_BODY = LazyPattern(
    r"(?:\band|\bwith|\bbut|\bwhile|[;,])[^()]*\b(?:board|committee|panel|group|council|forum|executive|cabinet|team|body)s?\b(?! (?:meetings?|agms?|members?)\b)"
)
"""Between two counts: the second is about a body named there."""
ANOTHER_ONE = LazyPattern(r"\band (?:an?|the|1) ?$")
"""Between two counts that are alike: another meeting, not the same again."""
MORE = LazyPattern(r"(?:an? |\d+ )?(?:additional|extra|further|other|more)\b")
"""Before meetings that are none of those counted already."""
FROM_THEN = LazyPattern(r"^ ?(?:basis )?from (?:@|january|february|march|april|may|june|july|august|september|october|november|december)\b")
REPORT_HELD = LazyPattern(
    r"\b(?:visits?|inspections?|audits?|surveys?|checks?|reviews?|samples?|elections?|appraisals?|consultations?|exercises?) (?:(?:will|are|is|be|to) )*"
    r"(?:takes? place|held|carried out|undertaken|conducted|scheduled)$"
)
REPORT_FOLLOWS = LazyPattern(
    r"^ ?,? ?(?:(?:shall|must|will|and) )?(?:prepare|publish|review|revise|produce|submit|update|adopt|report|elect|appoint|refresh|consult|assess|evaluate|inspect|audit)\b"
)
"""Behind a series, where nothing meets: `at least every five years, prepare a plan`."""
A_SENTENCE_FOLLOWS = LazyPattern(r"^ ?,? ?(?:the|an?|our|its|all|each|1|members|people) (?P<what>[^;]*)")
"""Behind a series that opens a sentence: what happens then (`every five years, the constitution is reviewed`)."""
A_MEETING_IN_IT = LazyPattern(
    r"\b(?:meets?|met|meetings?|held|holds?|convenes?|convened|sits?|sittings?|sessions?|takes? place|agms?|conferences?|workshops?|gather(?:s|ings?)?|scheduled|days?|events?)\b"
)
THERE_IS = LazyPattern(r"^ ?,? there (?:is|are|will be|shall be) (?P<what>[^;(),]*)", (("there ",),))
"""Behind a series: what there is then."""
_A_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
MONTHS_BETWEEN = LazyPattern(
    rf"(?:\bbetween (?P<first>{_A_MONTH}) and|(?:\bfrom|(?<=\()|(?<=monthly)|(?<=month)|(?<=,)) ?(?P<start>{_A_MONTH}) (?:to|until|;|through to|through)) (?P<last>{_A_MONTH})\b(?! to\b)",
    (("between", "from", "(", "monthly", "month", ","), _MONTH_NAMES),
)
CONDITION = LazyPattern(rf"^ ?(?:basis )?(?:only )?(?:as|if|when|where)(?: and when)? {NEED}|^ ?subject to (?:need|business|demand)")
ANOTHER_BODY = LazyPattern(
    r"^ ?(?:\w+ )?(?:sub ?groups?|sub ?committees?|working groups?|task groups?|task and finish groups?|delivery groups?|theme groups?)\b",
    (("sub", "group"),),
)
ANOTHER_BODY_BEFORE = LazyPattern(
    r"\b(?:(?:its|their) (?:\w+ )?(?:board|committee|panel|group|forum|team|cabinet|council)s?|sub ?groups?|sub ?committees?|working groups?|task groups?|delivery groups?|theme groups?"
    r"|executive|steering group|operational group|officer group|core group)\b",
    (("its ", "their ", "sub", "group", "executive"),),
)
SUBJECT = LazyPattern(
    r"^(?:(?:the|these|those|all|each|our|we have|main|\d+) )*(?:sub ?groups?|sub ?committees?|working groups?|task groups?|delivery groups?|theme groups?)\b",
    (("sub", "group"),),
)
"""A phrase that begins with such a body is about that body."""
OTHER_BODIES = LazyPattern(
    r"\b(?:sub ?groups|sub ?committees|working groups|task groups|delivery groups|theme groups)\b", (("sub", "groups"),)
)
SUSPENDED = LazyPattern(
    r"\b(?:(?:currently |temporarily )?(?:suspended|paused|postponed indefinitely)|on hold|in abeyance|dormant|not (?:currently |presently |been )?(?:meeting|met|active)"
    r"|currently not meeting|stood down|disbanded|dissolved|does not (?:currently )?meet|do not (?:currently )?meet|no longer meets?|(?:has|have) not (?:yet )?met|ceased(?: to meet)?)\b",
    (
        (
            "suspend",
            "paused",
            "postponed",
            "on hold",
            "abeyance",
            "dormant",
            "not ",
            "stood",
            "disbanded",
            "dissolved",
            "no longer",
            "ceased",
        ),
    ),
)
UNSETTLED = LazyPattern(
    r"\b(?:tbc|tba|tbd|to be (?:confirmed|agreed|determined|decided|advised|announced|set|arranged|finalised|discussed|established)"
    r"|(?:not|never) (?:yet |been )?(?:agreed|decided|confirmed|set|determined|known|stated|specified|fixed|recorded|established|given|defined))\b",
    (("tb", "to be", "not ", "never"),),
)
ABOUT_DATES = LazyPattern(
    r"\b(?:dates?|venues?|times|days?|locations?|places?|rooms?|schedules?|calendars?|timetables?|programmes?)(?: \w+){0,3} (?:tbc|tba|tbd|to be)\b"
)
VARIES = LazyPattern(
    r"\b(?<!venues )(?<!venue )(?<!locations )(?<!times )(?<!dates )(?<!days )(?<!topics )(?<!agendas )"
    r"(?:var(?:y|ies|iable|ied|ying|iously)|various(?= (?:frequenc|interval|times\b))|differs?|different(?= (?:frequenc|interval|areas?\b|local))"
    r"|depend(?:s|ent|ing)|irregular(?:ly)?|flexible)\b(?! (?:venues?|locations?|times|days|topics))",
    (("var", "differ", "depend", "irregular", "flexible"),),
)
VARIES_ELSE = LazyPattern(
    r"\b(?:length|duration|venues?|locations?|agendas?|topics?|start times?|attendance|membership|size)\b(?: \w+){0,5}? (?:var\w+|differ\w*|depend\w*|flexible)\b(?: on\b[^;()]*)?",
    (
        ("length", "duration", "venue", "location", "agenda", "topic", "start time", "attendance", "membership", "size"),
        ("var", "differ", "depend", "flexible"),
    ),
)
"""What varies is not how often they meet."""
ON_DAYS = LazyPattern(
    r"\b(?:held|commences?|starts?|begins?|scheduled|takes? place|mostly|usually|normally|generally)(?: \w+){0,2}? on(?: the)?$"
)
"""Before the plural of a weekday: it says on which day, not how often."""
NO_RHYTHM = LazyPattern(
    r"\b(?:various(?! (?:venues?|locations?|places?|sites?|partners|agencies|members|topics|themes))|different|periodic(?:ally)?"
    r"|occasional(?:ly)?|sporadic(?:ally)?|intermittent(?:ly)?|infrequent(?:ly)?)\b",
    (("various", "different", "periodic", "occasional", "sporadic", "intermittent", "infrequent"),),
)
"""What says that meetings come and go, where no series says how often."""
SAYS_NOTHING = LazyPattern(
    rf"\b(?:ad hoc|as and when|(?:as|when|if|where|whenever)(?: and (?:when|as|where))?(?: deemed| it is| considered| is| may be)? {NEED}|on demand"
    r"|by exception|on request|on call|1 off|one off|single|reserve|regular(?:ly)?|frequent(?:ly)?|often|unknown|none|n / a|na|no fixed|no set|no regular|no meetings?|continu(?:es?|ing|ous)"
    r"|rolling|subject to|time limited|as per|planned|next|last|met|meets?|fewer|number of|reduce|increase|as agreed|by agreement|at the (?:call|request|discretion)|cycles?"
    r"|calendar|short notice|throughout the year|several|many|as directed|when called|not applicable|on occasions?|occasions|as part of|in line with|aligned|to (?:fit|suit|match)|in advance|before each|after each)\b"
)
EXCEPT = LazyPattern(
    r"\b(?:(?:with )?the exceptions? (?:of|being|is)|with exceptions? (?:of|for)|except(?:ing)?(?: for| in| during| that| on| when)?|exceptions? ;"
    r"|unless(?! (?:additional|extra|further|special|extraordinary|emergency)\b)"
    r"|(?:with )?(?:a )?(?:break|recess) (?:in|during|for|over)|excluding|excl|apart from|save for|other than|but not in"
    r"|not (?:in |during |over |when in )(?=(?:the |a |any )?(?:school|summer|easter|christmas|winter|holidays?|recess|purdah|lent|half|pre|election|term|exam))"
    r"|not (?:in )?(?=(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|(?:with )?no (?:\w+ ){0,4}?meetings? (?:in|during)|skipping|omitting|bar(?= (?:in |for )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b))\b",
    (("except", "excl", "unless", "break", "recess", "apart", "save", "other than", "not ", "no ", "skip", "omit", "bar "),),
)
ADDS = LazyPattern(r"\b(?:plus|and|also|as well as|together with|a further|additional(?:ly)?|in addition)\b|\bwith (?:a|an|its|1) ?$")
PLUS = LazyPattern(r" ?(?:[,;] ?)?(?:plus|and also|as well as|together with|and an?) ", (("plus", "and ", "as well", "together"),))
JOINS = LazyPattern(r"\b(?:plus|and also|also|as well as|in addition|additional(?:ly)?|together with|a further)\b")
INCLUDES = LazyPattern(
    r"\b(?:including|includes|incl|of (?:which|these|them)|1 being|comprising|made up of|consisting of|joint(?:ly)?|at which)\b"
)
OR = LazyPattern(
    r"^ ?(?:meetings? |basis )?[,;(]? ?(?:or|/|to|or sometimes|or otherwise|if not|and / or|alternatively)(?: (?:on|a|an|even|else|sometimes|possibly|perhaps|if \w+))*$"
)
THAT_IS = LazyPattern(r"\(|\bie\b|\bthat is\b")
PART_BEHIND = LazyPattern(r"^ ?(?:(?:of|from) (?:these|them|those|which)|(?:being |held |are )*joint(?:ly)?)\b")
PLACE = LazyPattern(r"^[^;()]*\b(?:online|virtual(?:ly)?|in person|face to face|in public|in private)\b")
WITH = LazyPattern(r"\bwith (?:at least )?$")
"""What distinguishes some of the meetings from the others, where no word adds a series."""
LIST_ITEM = LazyPattern(r" ?, ?(?:(?:the|an?) )?")
LIST_END = LazyPattern(r"^[^;()]* and\b")
LIST = LazyPattern(r" ?(?:[,;/]|and|&)+ ?(?:(?:on|the|every|each) )*")
"""Between days or months that are listed."""
_SOME_MONTHS = r"(?:(?:the )?(?:months? of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: ?[,;/]| and| or)* ?)+"
MONTHS_LISTED = LazyPattern(rf" ?(?:\( )?(?:in |during |for )*{_SOME_MONTHS}")
NO_MEETING_IN = LazyPattern(
    r"(?:\b(?:and|or|but|though|although|it|(?:the )?meetings|council|which) )*\b(?:do(?:es)?|will|shall|is|are) not (?:\w+ ){0,4}?(?:in|for|during)\b",
    (("not ",),),
)
ONLY_IF_NEEDED = LazyPattern(rf"(?<=\()(?= {_SOME_MONTHS}only (?:if|when))", (("only",),))
ANOTHER_DAY = LazyPattern(r" ?,? ?(?:when|where|which)(?! (?:there |is |are |will |be |it |does )*(?:no|not)\b)")
"""Behind a month: the meeting is on another day, not left out."""
MEETS_NOT = LazyPattern(r" ?[,;]? ?(?:when|where|which)\b")
CLAUSE_END = LazyPattern(r"[;()]|,? plus\b")
THEN = LazyPattern(r"\b(?:then|thereafter|followed by|subsequently|until)\b")
"""Between two series: the second takes the place of the first."""
UNTIL_AN_END = LazyPattern(
    r"\buntil (?!@|further notice|now|to date|january|february|march|april|may|june|july|august|september|october|november|december)[^;,()]*(?=[;)]|$)",
    (("until",),),
)
"""What ends the body, not its rhythm, where no other series follows: `until the plan is adopted`."""
ONLY_WHEN = LazyPattern(
    r"\bonly (?:be |to be )?(?:\w+ ){0,3}?(?:if|when|where)\b|\bunless (?:there (?:is|are) )?(?:no|not enough|insufficient|nothing|little)\b",
    (("only ", "unless "),),
)
"""The meetings that a series plans are not all held."""
NO_TIME_OF_ITS_OWN = LazyPattern(
    r"\b(?<!bank )(?<!public )(?<!monday )(?<!friday )(?<!national )(?<!federal )(?:holidays|(?:school|summer|easter|christmas|half term|halfterm) (?:holidays?|breaks?)"
    r"|recess|summer|winter|easter|christmas|purdah|election periods?|lent|advent|ramadan|term times?|weeks?|quarters?|season)\b"
)
"""What an exception can leave out without saying how many meetings that is."""
UNLESS_MORE = LazyPattern(r"\bunless (?:additional|extra|further|special|extraordinary|emergency)\b[^;()]*", (("unless",),))
READ_BESIDE = (
    UNLESS_MORE,
    SEASON, LazyPattern(r"\bfor the 1st(?: \d+)? (?:weeks?|months?|quarters?|terms?|years?)\b", (("for the 1st",),)), LATER, IN_A_MONTH_BEFORE, ABOUT_DATES,
    *FLOOR_AFTER,
)  # fmt: skip
"""What is read beside a series, so that the words of time in it are accounted for."""
READ_BEHIND = (SEASON_BEHIND, FROM_THEN, IN_A_MONTH, PAST_AFTER, CONDITION)
"""What is read directly behind a series."""
SOME_IN_A_SEASON = LazyPattern(
    r"\b(?<!less )(?<!minus )(?<!but )(?<!except )\d+(?: times| meetings?)? (?:in|during) (?:(?:the|each of the|both|each) )*(?:spring|summer|autumn|winter)(?: terms?)?(?:(?: ?[,/]| and)+ (?:the )?(?:spring|summer|autumn|winter)(?: terms?)?)*"
)
"""How many of the meetings that are counted fall into a term: `two in the autumn term and one in both spring and summer term`."""
WHEN_ONCE_A_YEAR = LazyPattern(
    rf"\b(?:in|during|before|by|around|late|early|each|every|of|at|on|between|end of|the end of|beginning of)(?: (?:the|month of|early|late|mid|end of|school|start of|beginning of|financial|council))*"
    rf" (?:{_A_MONTH}|spring|summer|autumn|winter|(?:1st|2nd|last|final) (?:halfterm|half|term|quarter|week|month)(?: of the (?:[a-z]+ )?year)?)(?: terms?)?(?:(?: ?[,/]| or| and| to) (?:{_A_MONTH}|spring|summer|autumn|winter))*\b|\(? ?(?:{_A_MONTH}) ?\)"
)
"""When a meeting is that is held once a year."""
EXPLICIT = frozenset({"count", "count_after", "count_adverb", "count_in_interval"})
"""The forms of series that give a count outright, which wins over the unit before its brackets."""
