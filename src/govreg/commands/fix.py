"""`govreg fix`: correct what has one right answer, and show each correction."""

from govreg.model.names import many, shown
from govreg.render.workflow_commands import disarmed
from govreg.session import options
from govreg.session.file_changes import report_written, unified_diff, writing
from govreg.session.fix import AppliedFix, FixResult, fix_register
from govreg.session.load import find_register, load_register
from govreg.session.selected_files import selected_files
from govreg.session.streams import notify, write_stdout
from govreg.storage.plan import carry_out


def fix(
    files: options.FilesToWrite = None,
    dry_run: options.DryRun = False,
    register: options.RegisterFolder = None,
    as_at: options.AsAt = None,
) -> None:
    """Fix mistakes that have one right answer.

    A name becomes its id, “30 March 2020” becomes 2020-03-30, a single value becomes a list where one belongs, and a misspelt field or
    word is corrected if only one is near. What needs a decision is left for you.

    \b
    Examples:
      govreg fix --dry-run
      govreg fix register/meetings/local-meetings.yaml
    """
    folder = find_register(register)
    asked = selected_files(files or (), folder)
    if dry_run:
        result = fix_register(load_register(folder, as_at), asked)
        write_stdout(disarmed(unified_diff(result.changes)))
        notify(_summary(result, "Would fix"), _next(result))
        return
    with writing(folder):
        result = fix_register(load_register(folder, as_at), asked)
        carry_out(folder, result.changes)
    report_written("".join(f"{_line(one)}\n" for one in result.fixes))
    notify(_summary(result, "Fixed"), _next(result))


def _line(one: AppliedFix) -> str:
    if one.line is None:
        return f"{one.file} → {one.new}"
    return f"{one.file}:{one.line}: {shown(' '.join(one.old.split()), 200)} → {shown(one.new, 200)}"


def _summary(result: FixResult, verb: str) -> str:
    if not result.fixes:
        return "Nothing to fix."
    return f"{verb} {many(len(result.fixes), 'mistake')} in {many(len({one.file for one in result.fixes}), 'file')}."


def _next(result: FixResult) -> str:
    return f"“govreg validate” shows the {many(sum(one.mistakes for one in result.left), 'finding')} left." if result.left else ""
