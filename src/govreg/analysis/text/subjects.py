"""The subjects that partnerships of this field work on, and the phrases by which their papers say so.

Laws rename bodies and fashions rename subjects: a Crime and Disorder Reduction Partnership and a Community Safety
Partnership serve one duty, and neither text need share a telling word with the other. A register's own themes come first;
these stand beside them. The phrases are the field's: of the Acts named, of inspectorates and of model terms of reference;
a plural counts as its singular.
"""

SUBJECTS: dict[str, tuple[str, ...]] = {
    # Crime and Disorder Act 1998 s5-7
    "community safety": (
        "community safety",
        "safer communities",
        "crime and disorder",
        "antisocial behaviour",
        "anti social behaviour",
        "crime reduction",
        "responsible authorities",
        "safer partnership",
        "csp",
        "csps",
    ),
    # Children Act 2004, Children and Social Work Act 2017
    "safeguarding children": (
        "safeguarding children",
        "safeguarding of children",
        "children's safeguarding",
        "child protection",
        "safeguard children",
        "promoting the welfare of children",
        "promote the welfare of children",
        "protect children",
        "children safe",
        "lscb",
        "lscbs",
        "lscp",
    ),
    # Care Act 2014 s43
    "safeguarding adults": (
        "safeguarding adults",
        "safeguarding of adults",
        "adult safeguarding",
        "adults safeguarding",
        "safeguard adults",
        "adults at risk",
        "vulnerable adults",
        "care and support needs",
        "protect adults",
        "lsab",
        "lsabs",
    ),
    # Health and Social Care Act 2012 s194, Health and Care Act 2022
    "health and wellbeing": (
        "health and wellbeing",
        "health and well being",
        "integrated care",
        "health inequalities",
        "joint strategic needs",
        "health and social care",
        "health and care",
        "public health",
    ),
    # Domestic Abuse Act 2021 part 4
    "domestic and sexual abuse": (
        "domestic abuse",
        "domestic violence",
        "domestic and sexual",
        "violence against women",
        "gender based violence",
        "vawg",
        "vawdasv",
        "sexual violence",
        "sexual abuse",
        "safe accommodation",
        "stalking",
        "honour based",
    ),
    "drugs and alcohol": (
        "drugs and alcohol",
        "drug and alcohol",
        "substance misuse",
        "combating drugs",
        "drugs strategy",
        "drug treatment",
        "drugs partnership",
        "drug action",
        "alcohol misuse",
        "drug misuse",
        "alcohol harm",
        "drug related",
    ),
    # Police, Crime, Sentencing and Courts Act 2022 part 2
    "serious violence": (
        "serious violence",
        "violence reduction",
        "violence prevention",
        "knife crime",
        "county lines",
        "gangs",
        "gang violence",
        "vru",
        "vrus",
        "vrp",
    ),
    "reducing reoffending": (
        "reoffending",
        "reoffend",
        "reoffender",
        "offender management",
        "rehabilitation of offenders",
        "out of offending",
        "resettlement of offenders",
        "reduce offending",
        "prolific offenders",
    ),
    "criminal justice system": ("criminal justice", "lcjb", "summary justice", "courts and tribunals"),
    # Crime and Disorder Act 1998 s39
    "youth justice": ("youth justice", "yot", "yots", "youth offending", "young offenders", "offending by children", "youth crime"),
    # Modern Slavery Act 2015
    "modern slavery": ("modern slavery", "antislavery", "anti slavery", "slavery", "human trafficking", "trafficking"),
    "child exploitation": (
        "child sexual exploitation",
        "child exploitation",
        "child criminal exploitation",
        "sexual exploitation",
        "missing children",
    ),
    # Counter-Terrorism and Security Act 2015
    "counter terrorism": (
        "counter terrorism",
        "counterterrorism",
        "contest board",
        "terrorism",
        "extremism",
        "radicalisation",
        "prevent duty",
        "channel panel",
    ),
    "hate crime and cohesion": (
        "hate crime",
        "community tensions",
        "community cohesion",
        "cohesion",
        "hate incidents",
        "racial harassment",
    ),
    "road safety": (
        "road safety",
        "safer roads",
        "killed and seriously injured",
        "killed or seriously injured",
        "casualty reduction",
        "vision zero",
        "collisions",
        "road deaths",
    ),
    "rural crime": ("rural crime", "rural policing", "wildlife crime", "farm crime"),
    "business crime": ("business crime", "retail crime", "crime against businesses"),
    "serious and organised crime": ("organised crime", "organised immigration"),
    # Civil Contingencies Act 2004
    "emergencies and resilience": (
        "resilience",
        "civil contingencies",
        "emergency planning",
        "emergency management",
        "emergency preparedness",
    ),
    "holding the police to account": (
        "chief constable to account",
        "force to account",
        "constabulary to account",
        "police to account",
        "police accountability",
        "oversight of the force",
        "performance of the force",
        "police performance",
        "core policing functions",
        "performance against the police and crime plan",
        "delivery of the police and crime plan",
        "performance and accountability",
        "accountability board",
        "accountability forum",
        "accountability meeting",
        "police accountability",
        "constable is held to account",
        "hold the chief constable",
        "holds the chief constable",
        "police and crime board",
    ),
    # Police Reform and Social Responsibility Act 2011 s28
    "scrutinising the commissioner": (
        "police and crime panel",
        "police fire and crime panel",
        "scrutinise the police and crime commissioner",
        "scrutinises the police and crime commissioner",
        "scrutinises the commissioner",
        "scrutinise the commissioner",
        "complaints about the commissioner",
        "complaints against the commissioner",
        "precept",
        "confirmation hearing",
    ),
    "audit and internal control": ("audit", "internal control", "financial reporting"),
    "ethics and complaints": ("ethics", "professional standards", "police complaints", "complaints"),
    "use of police powers": ("stop and search", "stop search", "use of force", "taser", "police powers"),
    "out of court disposals": ("out of court disposals", "out of court resolutions"),
    "custody visiting": (
        "custody visiting",
        "custody visitors",
    ),
    "victims and witnesses": ("victims code", "victim services", "victims and witnesses", "victim care", "support for victims"),
    "mental health": ("mental health", "crisis care", "section 136", "s136", "place of safety"),
    "suicide prevention": ("suicide", "suicides"),
    # Criminal Justice Act 2003 s325
    "public protection arrangements": ("public protection arrangements", "mappa", "dangerous offenders", "sexual and violent offenders"),
    # Well-being of Future Generations (Wales) Act 2015
    "public services and well-being": ("public services board", "well being plan", "wellbeing plan", "future generations"),
    "local strategic partnership": ("local strategic partnership", "community strategy", "sustainable community", "local area agreement"),
    "children and young people's services": (
        "children's trust",
        "children and young people's plan",
        "children and young people's partnership",
    ),
    "residents and neighbourhoods": (
        "safer neighbourhood",
        "residents",
        "neighbourhood policing",
        "public forum",
        "consultative group",
        "community engagement",
        "independent advisory",
    ),
    "equality and disproportionality": (
        "disproportionality",
        "lammy",
        "racial disparity",
        "race equality",
        "diversity and inclusion",
        "equality",
    ),
    "emergency services collaboration": (
        "emergency services collaboration",
        "blue light collaboration",
        "tri service",
        "fire and police collaboration",
    ),
    "estates": ("estates", "joint asset", "public estate"),
    "troubled families": ("troubled families", "supporting families", "families first"),
    "homelessness and housing": ("homelessness", "homeless", "housing"),
    "fire and rescue": ("fire and rescue", "fire authority"),
    "leaders and chief executives": ("elected leaders", "council leaders", "chief executives", "meeting of leaders"),
    "elections": ("election",),
}

BY_LAW = frozenset(
    (
        "community safety",
        "safeguarding children",
        "safeguarding adults",
        "health and wellbeing",
        "domestic and sexual abuse",
        "serious violence",
        "youth justice",
        "counter terrorism",
        "emergencies and resilience",
        "scrutinising the commissioner",
        "public protection arrangements",
        "public services and well-being",
    )
)
"""Subjects for which an Act makes partners keep a body or arrangements: two statutory bodies on one are one duty twice."""

NEAR = frozenset(
    frozenset(group)
    for group in (
        # what Crime and Disorder Act 1998 s6 strategies and s17 take in
        ("community safety", "drugs and alcohol"),
        ("community safety", "reducing reoffending"),
        ("community safety", "serious violence"),
        ("community safety", "domestic and sexual abuse"),
        ("community safety", "counter terrorism"),
        ("community safety", "hate crime and cohesion"),
        ("community safety", "modern slavery"),
        ("community safety", "rural crime"),
        ("community safety", "business crime"),
        ("community safety", "youth justice"),
        ("community safety", "residents and neighbourhoods"),
        ("community safety", "serious and organised crime"),
        # one set of partners, two groups of people
        ("safeguarding children", "safeguarding adults"),
        ("safeguarding children", "child exploitation"),
        ("safeguarding children", "children and young people's services"),
        ("health and wellbeing", "drugs and alcohol"),
        ("health and wellbeing", "mental health"),
        ("health and wellbeing", "suicide prevention"),
        ("health and wellbeing", "children and young people's services"),
        ("health and wellbeing", "local strategic partnership"),
        ("criminal justice system", "reducing reoffending"),
        ("criminal justice system", "victims and witnesses"),
        ("criminal justice system", "out of court disposals"),
        ("criminal justice system", "youth justice"),
        ("criminal justice system", "equality and disproportionality"),
        ("serious violence", "child exploitation"),
        ("serious violence", "serious and organised crime"),
        ("modern slavery", "serious and organised crime"),
        # what one commissioner's volunteers and boards look into
        ("holding the police to account", "ethics and complaints"),
        ("holding the police to account", "use of police powers"),
        ("holding the police to account", "out of court disposals"),
        ("holding the police to account", "custody visiting"),
        ("ethics and complaints", "use of police powers"),
        ("ethics and complaints", "out of court disposals"),
        ("ethics and complaints", "custody visiting"),
        ("use of police powers", "out of court disposals"),
        ("public services and well-being", "local strategic partnership"),
    )
)
"""Subjects of which one takes the other in, or that the same partners work on side by side."""

GENERAL = {"safeguarding": ("safeguarding children", "safeguarding adults")}
"""A word that means several subjects at once where none of them is named."""

TITLED = {"safer": "community safety"}
"""What shows a subject where a title begins with it: bodies for community safety are called `Safer …`."""

NOT_TITLED = frozenset(("neighbourhood", "road", "roads", "street", "streets", "school", "schools", "recruitment"))
"""What may follow such a word without the subject: `Safer Roads …`."""
