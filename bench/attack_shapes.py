"""Registers shaped to be slow or large: at most 2,000 files and 20 MB each, and two beyond that."""

import random
from collections.abc import Callable, Iterator

Files = Iterator[tuple[str, str]]
"""The name of each file of a register, and its text."""

MOST_FILES = 2_000
MOST_BYTES = 20_000_000
LARGEST = 1_048_576
MEETINGS = MOST_FILES - 5
CHARACTERS = 9_500
"""About how many characters each meeting may have in a register of the most meetings."""

SHAPES: dict[str, Callable[[], Files]] = {}


def shape(make: Callable[[], Files]) -> Callable[[], Files]:
    """Add `make` to the shapes."""
    SHAPES[make.__name__] = make
    return make


def id_of(number: int) -> str:
    """The id of a meeting."""
    return f"m-{number:04}"


def meeting(number: int, *lines: str, title: str = "", lead: str = "org-0") -> tuple[str, str]:
    """A meeting's file."""
    return f"meetings/{id_of(number)}.yaml", "\n".join((f"title: {title or f'Board {number}'}", f"lead: {lead}", *lines)) + "\n"


def organisations(count: int = 3, *more: str) -> tuple[str, str]:
    """The file of organisations."""
    return "organisations.yaml", "".join(f"org-{number}: {{name: Organisation {number}}}\n" for number in range(count)) + "".join(more)


def items(key: str, texts: Iterator[str] | list[str], characters: int = CHARACTERS) -> str:
    """A key with a list of as many of `texts` as fit into about so many `characters`."""
    lines = [f"{key}:"]
    for text in texts:
        lines.append(f"  - {text}")
        characters -= len(text) + 5
        if characters <= 0:
            break
    return "\n".join(lines)


def words(seed: int, count: int, vocabulary: int = 5_000) -> str:
    """`count` words, chosen by `seed`."""
    return " ".join(_word((seed * 7919 + place * 104729) % vocabulary) for place in range(count))


def _word(number: int) -> str:
    letters = "bcdfghjklmnprstvz"
    vowels = "aeiou"
    out = ""
    for _ in range(4):
        out += letters[number % 17] + vowels[(number // 17) % 5]
        number = number // 3 + 11
    return out


@shape
def purpose_lines() -> Files:
    """One text of 262,000 lines."""
    yield organisations()
    yield meeting(0, "purpose: a" + "\n  b" * 250_000)
    yield meeting(1)


@shape
def marks() -> Files:
    """Titles of combining marks, in an order that normalising must undo."""
    yield organisations()
    for number in range(18):
        yield meeting(number, title="a" + "\u0327\u0301" * 230_000)


@shape
def spread_marks() -> Files:
    """Combining marks in texts of 9 KB each."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "purpose: a" + "\u0327\u0301" * 1_100, title="e" + "\u0327\u0301" * 249)


@shape
def ligatures() -> Files:
    """A letter that normalising writes as eighteen."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "purpose: " + "\ufdfa" * 2_500, title="\ufdfa" * 500)


@shape
def two_seats() -> Files:
    """2,000 meetings that share two seats."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "participants: [org-1, org-2]")


@shape
def many_seats() -> Files:
    """2,000 meetings that share 200 seats with roles."""
    yield organisations(250)
    for number in range(MEETINGS):
        yield meeting(number, items("participants", [f"{{organisation: org-{one}, role: Role {one}}}" for one in range(240)]))


@shape
def mixed_seats() -> Files:
    """2,000 meetings with 95 of 190 members each, so that every two share about half of them, and no two have the same."""
    yield organisations(190)
    for number in range(MEETINGS):
        picked = random.Random(number).sample(range(190), 95)  # noqa: S311 - the same register each time
        yield meeting(number, f"participants: [{', '.join(f'org-{one}' for one in picked)}]")


@shape
def invited() -> Files:
    """2,000 meetings with the same observers and with collectives among their members."""
    everybody = ", ".join(f"org-{one}" for one in range(100))
    yield organisations(100, *(f"all-{one}: {{name: All {one}, members: [{everybody}]}}\n" for one in range(20)))
    for number in range(MEETINGS):
        seats = [f"all-{number % 20}", *(f"{{organisation: org-{one}, attendance: observer}}" for one in range(100))]
        yield meeting(number, items("participants", seats))


@shape
def alike() -> Files:
    """200 meetings that say much of the same."""
    yield organisations(40)
    for number in range(200):
        seats = items("participants", [f"org-{(number + one) % 40}" for one in range(20)])
        yield meeting(number, f"purpose: {words(number % 7, 600)}", items("focus", [words(one, 4) for one in range(number % 5, 20)]), seats)


@shape
def all_alike() -> Files:
    """2,000 meetings that say the same."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {words(1, 1_000)}", title="Domestic abuse board")


@shape
def long_purposes() -> Files:
    """Meetings with equal purposes of 49 KB."""
    yield organisations()
    for number in range(400):
        yield meeting(number, f"purpose: {words(1, 5_500)}")


@shape
def two_long_purposes() -> Files:
    """Two meetings with equal purposes of 117 KB."""
    yield organisations()
    for number in range(2):
        yield meeting(number, f"purpose: {words(1, 13_000)}")


@shape
def one_word_purposes() -> Files:
    """Meetings whose purposes are one word, over and over."""
    yield organisations()
    for number in range(380):
        yield meeting(number, "purpose: " + "burglary " * 5_500)


@shape
def long_words() -> Files:
    """Meetings whose texts are one word of 49 KB."""
    yield organisations()
    for number in range(380):
        piece = "a-b'" if number % 2 else "ab"
        yield meeting(number, f"purpose: {piece * (49_000 // len(piece))}")


@shape
def merging() -> Files:
    """80 meetings that merge into all others."""
    yield organisations(60)
    for number in range(80):
        into = ", ".join(id_of(one) for one in range(80) if one != number)
        seats = items("participants", [f"{{organisation: org-{one}, role: Role {one}}}" for one in range(60)])
        review = f"review: {{recommendation: merge, into: [{into}], reason: x}}"
        yield meeting(number, seats, review, items("focus", [f"Work {number} {one}" for one in range(20)]), "frequency: monthly")


@shape
def merging_many() -> Files:
    """2,000 meetings that each merge into hundreds."""
    yield organisations(60)
    for number in range(MEETINGS):
        into = ", ".join(id_of((number + one) % MEETINGS) for one in range(1, 800))
        yield meeting(number, f"review: {{recommendation: merge, into: [{into}], reason: x}}", "participants: [org-1, org-2]")


@shape
def ending() -> Files:
    """2,000 meetings that are all to end, with much work and many seats."""
    yield organisations(60)
    for number in range(MEETINGS):
        here = range(number % 3, 60, 3)
        seats = items("participants", [f"{{organisation: org-{one}, role: Role {one}}}" for one in here])
        work = items("focus", [words(number + one, 30) for one in range(28)])
        yield meeting(number, seats, work, "review: {recommendation: end, reason: x}", "frequency: monthly")


@shape
def large_files() -> Files:
    """Half a million short values."""
    yield organisations()
    for number in range(490):
        yield meeting(number, items("focus", [f"a{number * 1_000 + one}" for one in range(1_000)], LARGEST))


@shape
def large_aliases() -> Files:
    """Aliases without end."""
    yield organisations()
    for number in range(490):
        yield meeting(number, items("aliases", [f"A board {number} {one}" for one in range(1_000)], LARGEST))


@shape
def unknown_participants() -> Files:
    """Participants that no file defines."""
    yield organisations(300)
    for number in range(490):
        yield meeting(number, items("participants", [f"orr-{number}-{one}" for one in range(1_000)], LARGEST))


@shape
def known_participants() -> Files:
    """Meetings with a thousand seats with roles."""
    yield organisations(300)
    for number in range(160):
        yield meeting(number, items("participants", [f"{{organisation: org-{one % 300}, role: R {one}}}" for one in range(1_000)], LARGEST))


@shape
def unknown_keys() -> Files:
    """Unknown keys."""
    yield organisations()
    for number in range(19):
        yield meeting(number, "\n".join(f"titel{one}: x" for one in range(48_000)))


@shape
def unknown_references() -> Files:
    """References to meetings, areas and themes that are not there, from 2,000 files."""
    yield organisations()
    for number in range(MEETINGS):
        lines = [f"{key}: [{', '.join(f'x{number}-{one}' for one in range(240))}]" for key in ("reports_to", "links_to", "areas", "themes")]
        yield meeting(number, *lines)


@shape
def wrong_dates() -> Files:
    """A mistake in each value."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, items("participants", ["{organisation: org-0, from: yesterday, voting: perhaps}" for _ in range(150)]))


@shape
def deep_organisations() -> Files:
    """Organisations each of which is a part of the one before."""
    chain = "".join(f"part-{one}: {{name: Part {one}, part_of: {f'part-{one - 1}' if one else 'org-0'}}}\n" for one in range(16_000))
    yield organisations(3, chain)
    for number in range(MEETINGS):
        yield meeting(number, f"participants: [part-{15_999 - number}]", lead=f"part-{15_999 - number}")


@shape
def deep_areas() -> Files:
    """Areas each of which is a part of the one before."""
    chain = "".join(f"  area-{one}: {{name: Area {one}, part_of: {f'area-{one - 1}' if one else 'whole'}}}\n" for one in range(15_000))
    yield "register.yaml", f"name: Deep\nareas:\n  whole: {{name: Whole}}\n{chain}"
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"areas: [area-{14_999 - number}]", "frequency: monthly", "instances: per-area", "purpose: Reduce burglary")


@shape
def many_areas() -> Files:
    """Meetings held in thousands of areas, each with its own frequency."""
    yield (
        "register.yaml",
        "name: Wide\nareas:\n  whole: {name: Whole}\n"
        + "".join(f"  area-{one}: {{name: Area {one}, part_of: whole}}\n" for one in range(15_000)),
    )
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "frequency: Quarterly (except Area 7 - three times a year, Area 8 monthly)", "instances: per-area")


@shape
def named_areas() -> Files:
    """Meetings that name hundreds of areas."""
    yield "register.yaml", "name: Wide\nareas:\n" + "".join(f"  area-{one}: {{name: Area {one}}}\n" for one in range(15_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"areas: [{', '.join(f'area-{(number + one) % 15_000}' for one in range(800))}]", "purpose: Reduce burglary")


@shape
def members() -> Files:
    """Collectives with a thousand members, each seated on every meeting."""
    everybody = ", ".join(f"org-{one}" for one in range(1_000))
    yield organisations(1_000, *(f"all-{one}: {{name: All {one}, members: [{everybody}]}}\n" for one in range(25)))
    for number in range(MEETINGS):
        yield meeting(number, f"participants: [{', '.join(f'all-{one}' for one in range(25))}]")


@shape
def focus() -> Files:
    """2,000 meetings with hundreds of items of work, every one of which others have too."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, items("focus", [words(number * 3 + one, 3, 900) for one in range(400)]))


@shape
def aliases() -> Files:
    """2,000 meetings with hundreds of names."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, items("aliases", [f"Board {number} {words(one, 2)}" for one in range(400)]))


@shape
def frequencies() -> Files:
    """Frequencies of 9 KB."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(
            number, "frequency: " + ["monthly and ", "(except ", "second Wednesday of every month, ", "7 "][number % 4] * (7_000 // 12)
        )


@shape
def long_frequencies() -> Files:
    """Frequencies of 49 KB."""
    yield organisations()
    pieces = ("monthly and ", "(except ", "twice a year (", "7 ", "x, ", "six weekly; ", "or ", "March and ", "at least ")
    for number in range(380):
        piece = pieces[number % len(pieces)]
        yield meeting(number, "frequency: a " + piece * (49_000 // len(piece)))


@shape
def themes() -> Files:
    """Thousands of themes, whose terms are in every text."""
    yield (
        "themes.yaml",
        "".join(
            f"theme-{one}: {{name: Theme {_word(one)}, terms: [{words(one, 1)}, {words(one, 2)}, {words(one, 3)}]}}\n"
            for one in range(10_000)
        ),
    )
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {words(number % 50, 1_000)}")


@shape
def nested_terms() -> Files:
    """Terms of every length that begin with the same word."""
    yield "themes.yaml", "theme-0:\n  name: Theme\n  terms:\n" + "".join(f"    - {'a ' * length}b\n" for length in range(1, 1_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {'a ' * 4_500}")


@shape
def glossary() -> Files:
    """A glossary of thousands."""
    yield "glossary.yaml", "".join(f"AB{one}: Meaning {one}\n" for one in range(40_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "purpose: " + " ".join(f"AB{one}" for one in range(1_200)))


@shape
def glossary_of_phrases() -> Files:
    """Thousands of abbreviations of two words each, half of them short for two of the others."""
    pairs = "".join(f"AB&{one}: AB&{one + 1} AB&{one + 1}\n" for one in range(10_000, 20_000))
    yield "glossary.yaml", pairs + "".join(f"AB {one}: Meaning {one}\n" for one in range(10_000, 20_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, "purpose: " + " ".join(f"AB {one} AB&{one}" for one in range(10_000 + number, 10_500 + number)))


@shape
def minutes() -> Files:
    """Nearly 2,000 minutes of one meeting."""
    yield organisations()
    yield meeting(0)
    yield meeting(1)
    for number in range(MOST_FILES - 10):
        decisions = items("decisions", [f'{{id: 2018/{one:03}, title: Decision {one}, item: "{one}"}}' for one in range(150)])
        yield f"minutes/m-0000/{2000 + number // 336}-{number % 336 // 28 + 1:02}-{number % 28 + 1:02}.yaml", decisions + "\n"


@shape
def large_minutes() -> Files:
    """Minutes with a thousand papers and decisions each."""
    yield organisations()
    yield meeting(0)
    yield meeting(1)
    for number in range(200):
        papers = ", ".join(f'{{id: "{one}", title: P {one} {number}}}' for one in range(1_000))
        decisions = items("decisions", [f'{{id: "{one}", title: D {one}}}' for one in range(1_000)], LARGEST)
        yield (
            f"minutes/m-0000/2018-{number // 28 + 1:02}-{number % 28 + 1:02}.yaml",
            f'agenda:\n  - item: "1"\n    papers: [{papers}]\n{decisions}\n',
        )


@shape
def verdicts() -> Files:
    """As many verdicts as a file may hold."""
    yield organisations()
    lines = (
        f"- {{meetings: [{id_of(one % MEETINGS)}, {id_of((one * 7 + 1) % MEETINGS)}], verdict: distinct, on: 2016-10-01}}\n"
        for one in range(13_000)
        if one % MEETINGS != (one * 7 + 1) % MEETINGS
    )
    yield "verdicts.yaml", "".join(lines)
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {words(number // 3, 500)}")


@shape
def same_verdict() -> Files:
    """The same verdict over and over, on two long texts."""
    yield organisations()
    yield "verdicts.yaml", f"- {{meetings: [m-0000, m-0001], verdict: distinct, on: 2016-10-01, of: '1:{'a' * 16}'}}\n" * 11_000
    for number in range(18):
        yield meeting(number, f"purpose: {words(1, 5_500)}")


@shape
def scattered_words() -> Files:
    """2,000 meetings with 900 words each, every one of which forty others say; titles and links have the ids that changed."""
    yield organisations()
    for number in range(MEETINGS):
        picked = random.Random(number).sample(range(45_000), 900)  # noqa: S311 - the same register each time
        yield meeting(
            number,
            f"purpose: {' '.join(f'{_letters(one)}ist' for one in picked)}",
            f"links_to: [{id_of((number + 1) % MEETINGS)}]",
            title=f"Board {id_of(number)}",
        )


def _letters(number: int) -> str:
    """Four letters, others for each number below 456,976."""
    return "".join("abcdefghijklmnopqrstuvwxyz"[number // 26**place % 26] for place in range(4))


@shape
def place_names() -> Files:
    """Titles of 250 words, and areas with names of every length up to that."""
    yield "register.yaml", "name: Wide\nareas:\n" + "".join(f"  area-{one}: {{name: {'a ' * (one % 249)}b{one}}}\n" for one in range(1_000))
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(
            number,
            f"purpose: Reduce {_letters(number)}",
            f"links_to: [{id_of((number + 1) % MEETINGS)}]",
            "participants: [org-1]",
            title=f"{id_of(number)} {_letters(number)} {'a ' * 240}",
        )


@shape
def reports() -> Files:
    """Each meeting reports to hundreds of others, in circles."""
    yield organisations()
    for number in range(MEETINGS):
        for_all = ", ".join(id_of((number + one) % MEETINGS) for one in range(1, 570))
        yield meeting(number, f"reports_to: [{for_all}]", f"links_to: [{for_all}]")


@shape
def chain_of_reports() -> Files:
    """Each meeting reports to the next."""
    yield organisations()
    for number in range(MEETINGS):
        following = id_of((number + 1) % MEETINGS)
        yield meeting(number, f"reports_to: [{following}]", f"supersedes: [{following}]")


@shape
def supersedes() -> Files:
    """Each meeting supersedes hundreds of others."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"supersedes: [{', '.join(id_of((number + one) % MEETINGS) for one in range(1, 1_000))}]")


@shape
def reviews() -> Files:
    """Meetings with a hundred reviews each."""
    yield organisations()
    for number in range(MEETINGS):
        one = f"{{recommendation: merge, into: [{id_of((number + 1) % MEETINGS)}], proposed_on: 2016-11-10, reason: Too many}}"
        yield meeting(number, items("review", [one] * 120))


@shape
def naming() -> Files:
    """Texts that name hundreds of other meetings."""
    yield organisations()
    for number in range(MEETINGS):
        named = ", ".join(f"replaced {_name(one % MEETINGS)}" for one in range(number, number + 280))
        yield meeting(number, f'purpose: "{named}"', title=_name(number))


def _name(number: int) -> str:
    return f"{_word(number)} {_word(number + 3_000)} panel"


@shape
def namesakes() -> Files:
    """Long titles that differ at their end."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, title=f"{words(1, 54)} {number}")


@shape
def twins() -> Files:
    """2,000 meetings with nothing but one title."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, title="Meeting")


@shape
def long_lists() -> Files:
    """Acts, sources and areas without end."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(
            number,
            items("statutory", [f"Act {number + one}" for one in range(300)], 4_000),
            items("sources", [f"{{document: Paper {one}}}" for one in range(150)], 4_500),
        )


@shape
def blanks() -> Files:
    """Blanks, marks of comments and quotes in long rows."""
    yield organisations()
    for number, text in enumerate(
        (
            f"purpose: a{' ' * 1_000_000}b",
            f"purpose: a{' #' * 500_000}b",
            "purpose: a\n" + "  b #c\n" * 130_000,
            f"purpose: {'a, ' * 300_000}",
            f"aliases: [{'a #b, ' * 150_000}]",
            f'purpose: "{chr(10) * 1_000_000}"',
            "purpose: |\n" + "  a\n" * 250_000,
            "purpose: |\n" + "  a\n" * 200_000 + " #b\n" * 40_000,
            f"purpose: {'[' * 900_000}",
            f"{'a: ' * 300_000}",
            "purpose: a" + "\n\n  b" * 200_000,
            "purpose: a" + "\n  - b" * 160_000,
            "purpose: a" + "\n  lead: b" * 90_000,
            f"purpose: '{'a   ' * 250_000}'",
            "\t" * 1_000_000,
            "# c\n" * 250_000,
            'purpose: "' + "\\u0041" * 160_000 + '"',
        )
    ):
        yield meeting(number, text)


@shape
def glued() -> Files:
    """Invisible joiners and emoji in long rows."""
    yield organisations()
    for number in range(60):
        yield meeting(number, "purpose: " + "\U0001f469\u200d\U0001f469" * 13_500)
    for number in range(60, 120):
        yield meeting(number, "purpose: " + ("\U0001f3f4" + "\U000e0067" * 4) * 8_400)


@shape
def wide() -> Files:
    """Cells of 9 KB in every column of `list`."""
    yield organisations()
    for number in range(MEETINGS):
        yield meeting(number, f"frequency: {words(number, 400)}", title=words(number, 500))


@shape
def lookalikes() -> Files:
    """Texts that other YAML readers take for numbers, dates or true and false."""
    yield organisations()
    for number in range(490):
        yield meeting(number, items("focus", ["yes"] * 1_000, LARGEST))


@shape
def empty_values() -> Files:
    """Keys and items with nothing in them."""
    yield organisations()
    for number in range(490):
        yield meeting(number, "focus:\n" + "  -\n" * 1_000)


@shape
def crowds() -> Files:
    """Meetings with a thousand seats each."""
    yield organisations(1_000)
    for number in range(490):
        yield meeting(number, items("participants", [f"org-{one}" for one in range(1_000)], LARGEST), "frequency: monthly", "duration: 2h")


@shape
def people() -> Files:
    """A person on each seat, from one date until another, and all of them in another role elsewhere."""
    yield organisations(60)
    for number in range(MEETINGS):
        seats = [
            f"{{organisation: org-{one}, role: Role {(number * one) % 97}, person: Person {(number + one) % 3_000}, "
            f"from: 20{one % 17:02}-05, until: 20{one % 17 + 10:02}-05}}"
            for one in range(40)
        ]
        chair = f"chair: {{organisation: org-{number % 60}, role: Role 1, from: 2015, until: 2016}}"
        yield meeting(number, chair, items("participants", seats), "frequency: monthly", "duration: 2h")


@shape
def branching_areas() -> Files:
    """Areas in a tree of 13 levels, in each of which meetings have exceptions of their own."""
    yield (
        "register.yaml",
        "name: Wide\nareas:\n  area-0: {name: Area 0}\n"
        + "".join(f"  area-{one}: {{name: Area {one}, part_of: area-{(one - 1) // 2}}}\n" for one in range(1, 15_000)),
    )
    yield organisations()
    for number in range(MEETINGS):
        exceptions = ", ".join(f"area-{14_999 - (number + one) % 7_000}: {one % 12 + 1}" for one in range(100))
        areas = ", ".join(f"area-{one}" for one in range(number % 100, number % 100 + 50))
        frequency = f"frequency: {{text: monthly, per_year: 12, exceptions: {{{exceptions}}}}}"
        yield meeting(number, f"areas: [{areas}]", "instances: per-area", frequency, "duration: 2h", "participants: [org-1, org-2]")


@shape
def needs() -> Files:
    """Themes that each need many organisations, worked on by every meeting."""
    wanted = ", ".join(f"org-{one}" for one in range(25))
    yield "themes.yaml", "".join(f"theme-{one}: {{name: Theme {one}, terms: [{_word(one)}], needs: [{wanted}]}}\n" for one in range(1_500))
    yield organisations(60)
    for number in range(MEETINGS):
        tags = ", ".join(f"theme-{(number + one) % 1_500}" for one in range(100))
        seats = ", ".join(f"org-{(number + one) % 60}" for one in range(30))
        yield meeting(number, f"themes: [{tags}]", f"participants: [{seats}]", f"purpose: {words(number, 500)}")


@shape
def duties() -> Files:
    """A thousand statutory duties, each served by meetings that are all to end."""
    yield (
        "register.yaml",
        "name: Duties\nsettings:\n"
        + items("  duties", [f"  {words(one, 3)} Act {1900 + one % 100} s{one}" for one in range(1_000)], LARGEST),
    )
    yield organisations()
    for number in range(MEETINGS):
        acts = [
            f"{words((number + one) % 1_000, 3)} Act {1900 + (number + one) % 1_000 % 100} s{(number + one) % 1_000}" for one in range(160)
        ]
        yield meeting(number, items("statutory", acts), "review: {recommendation: end, reason: x}")


@shape
def recommendations() -> Files:
    """Each meeting merges into the next; many change, start and are suspended on the way."""
    yield organisations(60)
    for number in range(MEETINGS):
        seats = ", ".join(f"{{organisation: org-{(number + one) % 60}, role: Role {one}}}" for one in range(25))
        following = id_of(min(number + 1, MEETINGS - 1))
        review = {
            0: "{recommendation: start, reason: x}",
            1: "{recommendation: suspend, reason: x}",
            2: "{recommendation: change, change: frequency twice a year, reason: x}",
        }.get(
            number % 50,
            f"{{recommendation: merge, into: [{following}], reason: x}}" if number < MEETINGS - 1 else "{recommendation: continue}",
        )
        work = items("focus", [words(number * 31 + one, 4) for one in range(40)], 3_000)
        status = "status: proposed" if number % 50 == 0 else "status: active"
        yield meeting(number, f"review: {review}", f"participants: [{seats}]", work, "frequency: monthly", "duration: 2h", status)


@shape
def half_ending() -> Files:
    """Every other meeting is to end; the others say some of the words of all their work."""
    yield organisations()
    for number in range(MEETINGS):
        work = items("focus", [words(number * 7 + one, 4, 400) for one in range(92)], 4_000)
        yield meeting(number, work, *(["review: {recommendation: end, reason: x}"] * (number % 2)), "frequency: monthly")


@shape
def ending_themes() -> Files:
    """Every other meeting is to end, with the last homes of thousands of themes, which others mention."""
    yield "themes.yaml", "".join(f"theme-{one}: {{name: Theme {one}, terms: [{_word(one)}]}}\n" for one in range(10_000))
    yield organisations()
    for number in range(MEETINGS):
        tags = ", ".join(f"theme-{(number * 40 + one) % 10_000}" for one in range(80))
        purpose = f"purpose: {words(number, 300)}. Receives reports from {words(number + 7, 300)}"
        yield meeting(number, f"themes: [{tags}]", purpose, *(["review: {recommendation: end, reason: x}"] * (number % 2)))


@shape
def all_pairs_settled() -> Files:
    """A verdict on each pair of 155 meetings that say the same."""
    yield organisations()
    pairs = [(a, b) for a in range(155) for b in range(a + 1, 155)]
    kinds = ("duplicate", "related", "unsure")
    yield (
        "verdicts.yaml",
        "".join(f"- {{meetings: [{id_of(a)}, {id_of(b)}], verdict: {kinds[(a + b) % 3]}, on: 2016-10-01}}\n" for a, b in pairs),
    )
    for number in range(155):
        yield meeting(number, f"purpose: {words(number % 3, 900)}", "participants: [org-1, org-2]")


@shape
def seats_of_meetings() -> Files:
    """Meetings that sit on hundreds of others."""
    yield organisations()
    for number in range(MEETINGS):
        seats = [f"{{meeting: {id_of((number + one) % MEETINGS)}, role: chair}}" for one in range(1, 80)]
        yield meeting(number, items("participants", seats), "frequency: monthly", "duration: 2h")


@shape
def joint_leads() -> Files:
    """Meetings that a hundred organisations lead together, and another hundred support."""
    yield organisations(300, *(f"part-{one}: {{name: Part {one}, part_of: org-{one % 300}}}\n" for one in range(3_000)))
    for number in range(MEETINGS):
        support = ", ".join(f"part-{(number + one) % 3_000}" for one in range(110))
        lead = ", ".join(f"org-{(number + one) % 300}" for one in range(110))
        yield meeting(number, f"support: [{support}]", "secretariat: org-1", "chair: org-2", lead=f"[{lead}]")


@shape
def collectives() -> Files:
    """Collectives each of which has the one before as a member, all of them seated on every meeting."""
    chain = "".join(
        f"all-{one}: {{name: All {one}, members: [org-{one}, {f'all-{one - 1}' if one else 'org-1'}]}}\n" for one in range(3_000)
    )
    yield organisations(3_000, chain)
    for number in range(MEETINGS):
        seats = ", ".join(f"all-{(number + one) % 3_000}" for one in range(200))
        yield meeting(number, f"participants: [{seats}]", "frequency: monthly", "duration: 2h")


@shape
def long_names() -> Files:
    """Organisations, areas and themes with names of almost 500 characters, in every meeting."""
    yield "register.yaml", "name: Long\nareas:\n" + "".join(f"  area-{one}: {{name: Area {words(one, 54)}}}\n" for one in range(20))
    yield "themes.yaml", "".join(f"theme-{one}: {{name: Theme {words(one, 54)}}}\n" for one in range(20))
    yield organisations(3, *(f"long-{one}: {{name: Long {words(one, 54)}}}\n" for one in range(20)))
    for number in range(MEETINGS):
        every = range(20)
        yield meeting(
            number,
            f"areas: [{', '.join(f'area-{one}' for one in every)}]",
            f"themes: [{', '.join(f'theme-{one}' for one in every)}]",
            f"participants: [{', '.join(f'long-{one}' for one in every)}]",
            "frequency: monthly",
            lead=f"long-{number % 20}",
        )


@shape
def long_titles() -> Files:
    """Ten meetings with titles of 500 characters, which all others report to, follow on and merge into."""
    yield organisations()
    few = ", ".join(id_of(one) for one in range(10))
    for number in range(10):
        yield meeting(number, "participants: [org-1]", title=f"Board {words(number, 60)}"[:500].rstrip())
    for number in range(10, MEETINGS):
        review = f"review: {{recommendation: merge, into: [{few}], reason: x}}"
        yield meeting(number, f"reports_to: [{few}]", f"links_to: [{few}]", review, "participants: [org-1]", "frequency: monthly")


@shape
def sittings() -> Files:
    """Minutes of a thousand meetings, each with everybody present, a paper for each decision, and actions."""
    yield organisations(100)
    present = items("attended", [f"{{organisation: org-{one}, role: Role {one}}}" for one in range(40)])
    for number in range(990):
        yield meeting(number, items("participants", [f"org-{one}" for one in range(100)]), "frequency: monthly", "last_met: 2016-01-01")
        papers = ", ".join(f'{{id: "{one}", title: Paper {one}}}' for one in range(30))
        decisions = items("decisions", [f'{{id: "{one + 3}", title: Decision {one}, item: "4"}}' for one in range(30)])
        actions = items("actions", [f"{{id: A{one}, text: {words(one, 4)}, owner: org-{one}, due: next meeting}}" for one in range(20)])
        agenda = f'agenda:\n  - item: "4"\n    papers: [{papers}]'
        yield f"minutes/{id_of(number)}/2018-01-01.yaml", f"{present}\n{agenda}\n{decisions}\n{actions}\nnext: 2018-03-01\n"


@shape
def partly_internal() -> Files:
    """Every other part of every entry is for some audiences only."""
    yield organisations(60)
    visibilities = ("public", "partners", "internal")
    for number in range(MEETINGS):
        seats = [f"{{organisation: org-{one}, visibility: {visibilities[(one + number) % 3]}}}" for one in range(50)]
        work = [f"{{text: {words(number + one, 3)}, visibility: {visibilities[(one + number) % 3]}}}" for one in range(30)]
        yield meeting(
            number,
            f"visibility: {visibilities[number % 3]}",
            items("participants", seats),
            items("focus", work),
            "frequency: monthly",
            "duration: 1h",
        )


@shape
def rates() -> Files:
    """A rate for each of thousands of posts and organisations."""
    of_organisations = "".join(f"      org-{one}: {one % 90 + 10}\n" for one in range(9_000))
    of_posts = "".join(f"      Role {one}: {one % 90 + 10}\n" for one in range(9_000))
    yield (
        "register.yaml",
        (
            "name: Rates\nsettings:\n  load:\n    duration: 1h to 3h\n    preparation: 1h\n    travel: 30m\n"
            f"    rates:\n{of_organisations}    role_rates:\n{of_posts}"
        ),
    )
    yield organisations(9_000)
    for number in range(MEETINGS):
        seats = [
            f"{{organisation: org-{(number * 60 + one) % 9_000}, role: Role {(number + one) % 9_000}, people: 3}}" for one in range(60)
        ]
        yield meeting(number, items("participants", seats), "frequency: monthly")


@shape
def phrases() -> Files:
    """A frequency of its own for each meeting, with exceptions for areas that are named in words."""
    yield "register.yaml", "name: Wide\nareas:\n" + "".join(f"  area-{one}: {{name: {_name(one)} district}}\n" for one in range(2_000))
    yield organisations()
    for number in range(MEETINGS):
        apart = ", ".join(f"{_name((number + one) % 2_000)} district {one % 9 + 2} times a year" for one in range(60))
        yield meeting(number, f'frequency: "Quarterly (except {apart})"', "instances: per-area")


@shape
def one_alias_each() -> Files:
    """An organisation, an area and a theme with a thousand aliases each, which texts name."""
    names = [_name(one) for one in range(1_000)]
    yield "register.yaml", f"name: Aliases\nareas:\n  area-0: {{name: Area, aliases: [{', '.join(f'{one} area' for one in names)}]}}\n"
    yield "themes.yaml", f"theme-0: {{name: Theme, aliases: [{', '.join(f'{one} theme' for one in names)}], terms: [{', '.join(names)}]}}\n"
    yield organisations(3, "many:\n  name: Many\n", items("  aliases", [f"  {one}" for one in names], LARGEST), "\n")
    for number in range(MEETINGS):
        yield meeting(number, f"purpose: {' and '.join(names[(number + one) % 1_000] for one in range(300))}", "participants: [many]")


@shape
def large_organisation() -> Files:
    """An organisation with 12,000 below it, which have all seats."""
    yield organisations(3, *(f"part-{one}: {{name: Part {one}, part_of: org-0}}\n" for one in range(12_000)))
    for number in range(MEETINGS):
        seats = ", ".join(f"part-{(number * 7 + one * 131) % 12_000}" for one in range(90))
        yield meeting(number, f"participants: [{seats}]", lead="org-1")


@shape
def past_posts() -> Files:
    """Meetings with five hundred posts that are over, and five hundred others of the same organisation."""
    yield organisations()
    for number in range(60):
        over = [f"{{organisation: org-0, role: P{one}, until: 2010}}" for one in range(500)]
        yield meeting(number, items("participants", [*over, *(f"{{organisation: org-0, role: Q{one}}}" for one in range(500))], LARGEST))


@shape
def chairs_in_collectives() -> Files:
    """Meetings that a thousand chair, while their entry names another, who is in 12,000 collectives, each in the next."""
    yield organisations(3, *nested_collectives(12_000))
    for number in range(60):
        seats = [f"{{organisation: org-0, role: P{one}, attendance: chair}}" for one in range(1_000)]
        yield meeting(number, "chair: {organisation: org-1}", items("participants", seats, LARGEST))


def nested_collectives(count: int) -> Iterator[str]:
    """Lines of so many collectives, each of which has the one before as its only member."""
    return (f"all-{one}: {{name: All {one}, members: [{f'all-{one - 1}' if one else 'org-1'}]}}\n" for one in range(count))


@shape
def chain_of_collectives() -> Files:
    """12,000 collectives, each in the next, with forty seats of each meeting; every other meeting is to end."""
    yield organisations(3, *nested_collectives(12_000))
    for number in range(MEETINGS):
        yield meeting(
            number,
            f"participants: [{', '.join(f'all-{(number * 6 + one) % 12_000}' for one in range(40))}]",
            "frequency: monthly",
            "lead_as_written: Organisation 1",
            *(["review: {recommendation: end, reason: x}"] * (number % 2)),
            lead="org-2",
        )


@shape
def broad_collectives() -> Files:
    """Meetings that seat thirteen of fourteen collectives with a thousand members each, and seventy others; half are to end."""
    groups = (
        f"all-{one}: {{name: All {one}, members: [{', '.join(f'o-{one * 1_000 + part}' for part in range(1_000))}]}}\n" for one in range(14)
    )
    yield organisations(3, *(f"o-{one}: {{name: O {one}}}\n" for one in range(14_000)), *groups)
    for number in range(MEETINGS):
        seats = [*(f"all-{one}" for one in range(14) if one != number % 15), *(f"o-{(number * 7 + one) % 14_000}" for one in range(70))]
        end = ["review: {recommendation: end, reason: x}"] * (number % 2)
        yield meeting(number, f"participants: [{', '.join(seats)}]", "frequency: monthly", *end)


@shape
def undecided_papers() -> Files:
    """Minutes with a thousand papers, and a thousand decisions under other numbers."""
    yield organisations()
    yield meeting(0)
    yield meeting(1)
    for number in range(24):
        papers = ", ".join(f'{{id: "{one}", title: Paper {one}}}' for one in range(1_000))
        decisions = items("decisions", [f'{{id: "d{one}", title: Decision {one}}}' for one in range(1_000)], LARGEST)
        yield f"minutes/m-0000/2018-01-{number + 1:02}.yaml", f'agenda:\n  - item: "1"\n    papers: [{papers}]\n{decisions}\n'


@shape
def many_receivers() -> Files:
    """A thousand meetings whose work goes, through one of them, to the thousand others."""
    yield organisations(60)
    ending, staying = range(1_000), range(1_000, MEETINGS)
    for number in range(MEETINGS):
        ends = number in ending
        into = "m-0000" if number else ", ".join(map(id_of, staying))
        yield meeting(
            number,
            f"participants: [{', '.join(f'org-{(number + one) % 60}' for one in range(40))}]",
            items("focus", [words(number * (7 if ends else 5) + one, 5) for one in range(60 if ends else 50)]),
            "frequency: monthly",
            *([f"review: {{recommendation: merge, into: [{into}], reason: x}}"] * ends),
            lead="org-0" if ends else f"org-{number % 60}",
        )


@shape
def groups_of_areas() -> Files:
    """Meetings held in each area of half of a hundred groups of areas, no two of them in the same."""
    groups = "".join(f"  group-{one}: {{name: Group {one}, part_of: whole}}\n" for one in range(100))
    parts = "".join(f"  area-{one}: {{name: Area {one}, part_of: group-{one % 100}}}\n" for one in range(14_000))
    yield "register.yaml", f"name: Wide\nareas:\n  whole: {{name: Whole}}\n{groups}{parts}"
    yield organisations()
    for number in range(MEETINGS):
        picked = random.Random(number).sample(range(100), 50)  # noqa: S311 - the same register each time
        yield meeting(number, f"areas: [{', '.join(f'group-{one}' for one in picked)}]", "frequency: monthly", "instances: per-area")


@shape
def beyond_in_words() -> Files:
    """More than 20 MB: 200 files with 0.6 MB of prose each."""
    yield organisations()
    for number in range(200):
        yield meeting(number, f"purpose: {words(number, 65_000)}")


@shape
def beyond_in_values() -> Files:
    """More than 20 MB: 200 files with 0.6 MB of short values each."""
    yield organisations()
    for number in range(200):
        yield meeting(number, items("focus", [f"work {number} {one}" for one in range(35_000)], 600_000))
