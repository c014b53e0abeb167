"""Where things lie in a register's folder: which names are files of it, and what each holds."""

import re

from govreg.diagnostics.finding import Problem
from govreg.diagnostics.syntax import misnamed
from govreg.model.dates import is_day, no_such_day
from govreg.model.location import GLOSSARY, MEETINGS, MINUTES, ORGANISATIONS, REGISTER, THEMES, VERDICTS
from govreg.model.names import DEVICES, as_id, is_id, shown
from govreg.model.suggest import nearest_of

FILES = (REGISTER, ORGANISATIONS, THEMES, GLOSSARY, VERDICTS)

TEMPORARY = (".govreg-", ".tmp")
"""The beginning and end of the name of a file that is written and not yet in its place."""
LOCK = ".govreg-lock"
"""The file that keeps two programs from writing at once, where the system can't lock a folder."""

JOURNAL = ".govreg-unfinished.json"
"""The file that says what a change of several files still has to do, while it is carried out or if it was interrupted."""

_ENDING = ".yaml"
_LOOKS_LIKE_YAML = re.compile(r"\.ya?ml", re.IGNORECASE)
_SITTING = re.compile(r"(\d{4}-\d{2}-\d{2})(-[a-z0-9]+)?")


def display_name(file: str) -> str:
    """What findings call `file`: its name from the register's folder, odd characters as escapes."""
    return shown(file, longest=1000)


def belongs(name: str, *, folder: bool = False) -> bool:
    """Whether `name`, from the register's folder, is a file that is read or reported, or a `folder` of such files."""
    top, below, _ = name.partition("/")
    if top in (MEETINGS, MINUTES) and (below or folder):
        return folder or not kept_beside_entries(name.rpartition("/")[2])
    return not below and not folder and looks_like_yaml(name) and not name.startswith(".")


def looks_like_yaml(name: str) -> bool:
    """Whether `name` is or was meant for YAML: `a.yaml`, but also `a.YML`, `a.yaml~` and `a.yaml.bak`."""
    return _LOOKS_LIKE_YAML.search(name) is not None


def left_by_writing(name: str) -> bool:
    """Whether `name` is a file that an interrupted write of govreg left behind."""
    begin, end = TEMPORARY
    return name.startswith(begin) and name.endswith(end)


def meeting_id(name: str) -> str | Problem:
    """The id of the meeting whose file is called `name`, or why there is none."""
    stem = name.removesuffix(_ENDING)
    if stem == name:
        meant = as_id(_LOOKS_LIKE_YAML.sub("", name))
        return misnamed(f"“{shown(name)}” is not the name of a meeting's file.", _call_it(meant))
    if not is_id(stem):
        return misnamed(f"“{shown(stem)}” is not a valid id. A meeting's file has the meeting's id as its name.", _call_it(as_id(stem)))
    if stem in DEVICES:
        return misnamed(f"Windows doesn't allow a file called “{stem}{_ENDING}”.", f"Rename it to “{stem}-meeting{_ENDING}”.")
    return stem


def sitting_id(meeting: str, name: str) -> str | Problem:
    """The id of the sitting of `meeting` whose minutes are called `name`, `meeting/day[-word]`, or why there is none."""
    stem = name.removesuffix(_ENDING)
    match = _SITTING.fullmatch(stem)
    if stem == name or match is None or not is_day(match.group(1)):
        hint = "Use the date of the meeting: “2018-04-04.yaml”, or “2018-04-04-closed.yaml” if there were two on one day."
        why = no_such_day(match[1]) if match is not None else ""
        return misnamed(f"“{shown(name)}” is not a valid name for minutes{f': {why}' if why else ''}.", hint)
    return f"{meeting}/{stem}"


def unexpected_file(name: str) -> Problem:
    """What to say of a file `name` that looks like one of a register's but isn't."""
    nearest = nearest_of(_LOOKS_LIKE_YAML.sub("", name), [known.removesuffix(_ENDING) for known in FILES])
    hint = f"Did you mean “{nearest}{_ENDING}”?" if nearest else f"Meetings belong in “{MEETINGS}/”; keep other files outside the register."
    return misnamed(f"A register has no file “{shown(name)}”.", hint)


def one_folder_too_low(name: str) -> Problem:
    """The problem of a file `name` of the register's folder among the meetings."""
    return misnamed(f"“{shown(name)}” belongs beside the folder “{MEETINGS}”, not in it.", "Move it one folder up.")


def near_miss(name: str, *, folder: bool) -> Problem | None:
    """What to say of a `name` at the top that must be meant for a folder or a file of a register, but isn't read as it."""
    known = (MEETINGS, MINUTES) if folder else tuple(file.removesuffix(_ENDING) for file in FILES)
    meant = next((one for one in known if name.casefold() in (one, one.removesuffix("s"))), None)
    if meant is None or (folder and name == meant):
        return None
    what = "folder" if folder else "file"
    return misnamed(
        f"A register has no {what} “{shown(name)}”: nothing in it is read.", f"Rename it to “{meant if folder else meant + _ENDING}”."
    )


def register_within(name: str) -> Problem:
    """What to say of a folder `name` that has meetings of its own, in a register that has some too."""
    return misnamed(f"“{shown(name)}” has its own meetings, and none of them are read.", f"Move them into “{MEETINGS}/” beside it.")


def folder_among_files(name: str) -> Problem:
    """What to say of a folder `name` where only files belong."""
    return misnamed(f"“{shown(name)}” is a folder, and the files in it aren't read.", "Move its files up into the folder above.")


def minutes_outside_folder(name: str) -> Problem:
    """What to say of minutes `name` that are in no meeting's folder."""
    return misnamed(
        f"“{shown(name)}” isn't in a meeting's folder.", f"Move it into a folder in “{MINUTES}/” with the meeting's id as its name."
    )


def no_meeting(name: str) -> Problem:
    """What to say of a folder of minutes whose `name` can be no meeting's id."""
    return misnamed(
        f"“{shown(name)}” is not a meeting's id.",
        f"Rename the folder to the meeting's id, such as “{as_id(name) or 'police-and-crime-board'}”.",
    )


def kept_beside_entries(name: str) -> bool:
    """Whether `name` is what people and systems keep in any folder, and can't be taken for an entry."""
    return name.startswith(".") or name.partition(".")[0] == "README" or name in ("Thumbs.db", "desktop.ini")


def _call_it(meant: str) -> str:
    return f"Rename it to “{meant}{_ENDING}”." if meant else f"Rename it to the meeting's id, such as “mental-health-concordat{_ENDING}”."
