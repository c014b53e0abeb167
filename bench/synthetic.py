"""Makes up a register of N meetings, always the same for the same N: for measuring speed, not for judging answers.

`python bench/synthetic.py N FOLDER` writes FOLDER/register and FOLDER/planted.json. An area has a meeting for each of some fifty
subjects, as a police area has. In every 50 meetings one is a reworded copy of an earlier one in the same area (to be found), and two
are copies of an earlier one for another area (not to be raised).
"""

import json
import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path

DOING = "reduce prevent oversee review support coordinate commission monitor improve scrutinise challenge plan".split()
THINGS = (
    "knife crime|rural burglary|hate crime|domestic abuse|modern slavery|shop theft|county lines|stalking|arson|cyber fraud|cold cases"
    "|missing children|prison leavers|custody visits|victim care|road deaths|problem drinking|drug treatment|sexual violence|honour abuse"
    "|gang violence|illegal camping|dog attacks|wildlife crime|football disorder|licensing|night-time safety|emergency planning"
    "|flood rescue|mental health crisis|court delays|youth diversion|restorative justice|body cameras|stop and search|complaints"
    "|estate sharing|radio contracts|fleet repairs|student safety|elder abuse|street lighting|begging"
    "|squatting|piracy|metal theft|fly-tipping|vetting"
).split("|")
HOW = "urgent early joint remote weekend covert open hidden cross-border seasonal repeat first-time school-based town-centre".split()
WHAT = (
    "referrals cases budgets hotspots thresholds training data volunteers evidence contracts leaflets patrols helplines refuges"
    " surveys audits complaints cameras shelters mentors grants maps rotas interviews timetables protocols checklists dashboards"
).split()
BODIES = "Board Panel Partnership Forum Group Committee Network Conference".split()
PLACES = "Ashby Birchfield Calder Dunmoor Elmsworth Fenwick Harrow Kingsholt Millford Northvale Oxley Priory Redmarsh Saltmarsh".split()
SENDERS = "Police Council Fire Probation NHS Courts Prisons Charity Housing University Chamber Coastguard".split()
ALL_SENDERS = [f"{place} {sender}" for place in PLACES for sender in SENDERS]
ROLES = "Director|Chief Inspector|Head of Service|Elected member|Analyst|Chair|Manager|Commissioner|Consultant".split("|")
OFTEN = "Monthly|Quarterly|Twice a year|Six weekly|Annually|Fortnightly".split("|")


@dataclass(frozen=True)
class Made:
    """A made-up meeting."""

    place: str
    thing: str
    sentences: tuple[str, ...]
    focus: tuple[str, ...]
    senders: tuple[str, ...]


def meetings(count: int) -> tuple[list[Made], list[tuple[int, int]], list[tuple[int, int]]]:
    """`count` meetings, the pairs of copies in one area among them, and the pairs of copies for two areas."""
    chance = random.Random(count)  # noqa: S311 - it makes up meetings, no secret
    made: list[Made] = []
    copies: list[tuple[int, int]] = []
    siblings: list[tuple[int, int]] = []
    for number in range(count):
        source = chance.randrange(len(made)) if number > 40 else 0  # noqa: PLR2004 - something to copy
        if number > 40 and number % 50 == 49:  # noqa: PLR2004
            made.append(_reworded(made[source], chance))
            copies.append((source, number))
        elif number > 40 and number % 25 == 17:  # noqa: PLR2004
            made.append(replace(made[source], place=f"{chance.choice(PLACES)} Bay {number}"))
            siblings.append((source, number))
        else:
            made.append(_fresh(chance, number))
    return made, copies, siblings


def _fresh(chance: random.Random, number: int) -> Made:
    area, subject = divmod(number, len(THINGS))
    things = [f"{how} {THINGS[subject]}" for how in chance.sample(HOW, 4)]
    sentences = tuple(_sentence(chance, things) for _ in range(chance.randint(4, 6)))
    senders = tuple(chance.sample(ALL_SENDERS, chance.randint(8, 20)))
    place = f"{PLACES[area % len(PLACES)]} {area // len(PLACES) + 1}"
    return Made(place, things[0], sentences, tuple(things[: chance.randint(1, 4)]), senders)


def _sentence(chance: random.Random, things: list[str]) -> str:
    what = ", ".join(f"{chance.choice(HOW)} {word}" for word in chance.sample(WHAT, 3))
    return f"{chance.choice(DOING).capitalize()} {chance.choice(things)} with {what} and {chance.choice(DOING)} {chance.choice(WHAT)}."


def _reworded(source: Made, chance: random.Random) -> Made:
    """`source` as another author would put it: a fifth of the words changed, sentences in another order, some seats changed."""
    sentences = [
        " ".join(chance.choice(WHAT) if chance.random() < 0.2 else word for word in sentence.split())  # noqa: PLR2004
        for sentence in source.sentences
    ]
    chance.shuffle(sentences)
    kept = source.senders[: max(1, len(source.senders) * 2 // 3)]
    return replace(source, sentences=tuple(sentences), senders=kept)


def write(count: int, folder: Path) -> None:
    """Write the register and the planted pairs."""
    made, copies, siblings = meetings(count)
    chance = random.Random(count + 1)  # noqa: S311
    entries = folder / "register" / "meetings"
    entries.mkdir(parents=True, exist_ok=True)
    areas = "".join(f"  {_id(place)}: {{name: {place}}}\n" for place in sorted({meeting.place for meeting in made}))
    (folder / "register" / "register.yaml").write_text(f"name: Made up\nas_at: 2026-01\nareas:\n{areas}", encoding="utf-8")
    (folder / "register" / "organisations.yaml").write_text(
        "".join(f"{_id(sender)}: {{name: {sender}}}\n" for sender in ALL_SENDERS), encoding="utf-8"
    )
    for number, meeting in enumerate(made):
        (entries / f"m-{number:06}.yaml").write_text(_text(number, meeting, chance), encoding="utf-8")
    planted = {"copies": [[f"m-{a:06}", f"m-{b:06}"] for a, b in copies], "siblings": [[f"m-{a:06}", f"m-{b:06}"] for a, b in siblings]}
    (folder / "planted.json").write_text(json.dumps(planted), encoding="utf-8")


def _text(number: int, meeting: Made, chance: random.Random) -> str:
    body = chance.choice(BODIES)
    lines = [
        f'title: "{meeting.place} {meeting.thing.title()} {body} {number}"',
        f"lead: {_id(meeting.senders[0])}",
        f"level: {chance.choice(('strategic', 'tactical', 'operational'))}",
        "status: active",
        f"areas: [{_id(meeting.place)}]",
        "purpose: >-",
        *(f"  {sentence}" for sentence in meeting.sentences),
        "focus:",
        *(f'  - "{focus.capitalize()}"' for focus in meeting.focus),
        "participants:",
        *(f'  - {{organisation: {_id(sender)}, role: "{chance.choice(ROLES)}"}}' for sender in meeting.senders),
        f"frequency: {chance.choice(OFTEN)}",
        "sources:",
        f'  - {{document: Made up, date: 2026-01, reference: "{number}"}}',
    ]
    return "\n".join(lines) + "\n"


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
