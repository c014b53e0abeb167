"""What is wrong or doubtful in a register: a finding, and the rule that it comes from."""

import ast
import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from govreg.model.location import Location


class Severity(StrEnum):
    """How bad a finding is: an error is wrong and refused, a warning is doubtful and told."""

    ERROR = "error"
    WARNING = "warning"


class Related(NamedTuple):
    """Another place that a finding speaks of, and what stands there."""

    file: str
    line: int | None
    column: int | None
    says: str


class Finding(NamedTuple):
    """Something wrong or doubtful: what, where, and what to write instead.

    `file` is relative to the register, with `/`; line and column count from 1 and are None where there is no one place.
    """

    code: str
    severity: Severity
    file: str
    line: int | None
    column: int | None
    message: str
    hint: str
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: file, line, column, code."""
        return (self.file, self.line or 0, self.column or 0, self.code, self.message)


class Problem(NamedTuple):
    """What a rule found, still at a place rather than at a line: a rule never sees a file's text."""

    place: Location
    message: str
    hint: str
    related: tuple[tuple[Location, str], ...] = ()


class Wording(NamedTuple):
    """What the reader says of a mistake; where it stands the reader knows."""

    message: str
    hint: str


P = ParamSpec("P")
R = TypeVar("R", bound=Iterable[Problem] | Wording)


@dataclass(frozen=True)
class Rule(Generic[P, R]):
    """One kind of finding: its code, how bad it is, and the function that finds or words it.

    The function's docstring is the rule's page: a title in one line, why it matters, then a `Wrong:` and a `Right:`
    example of files that are run as tests.
    """

    code: str
    severity: Severity
    check: Callable[P, R]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function finds or words."""
        return self.check(*args, **kwargs)

    @property
    def may_be_off(self) -> bool:
        """Whether a register may switch it off: it is about good governance, not about what can be read."""
        return self.code.startswith("GR3")

    @cached_property
    def doc(self) -> "RuleDoc":
        """The rule's documentation."""
        return rule_doc(inspect.getdoc(self.check) or _docstring_in_source(self.check))


@dataclass(frozen=True)
class RuleDoc:
    """A rule's documentation: title, reasons, and examples as file name -> text."""

    title: str
    why: tuple[str, ...] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    right: dict[str, str] = field(default_factory=dict)


def rule(code: str, severity: Severity) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Make the function below a rule. It isn't listed anywhere by this: each family lists its rules by hand."""
    return lambda check: Rule(code, severity, check)


def rule_doc(docstring: str) -> RuleDoc:
    """Read a rule's page from its docstring."""
    title, _, rest = docstring.partition("\n")
    why, _, examples = rest.partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    paragraphs = tuple(" ".join(paragraph.split()) for paragraph in why.split("\n\n") if paragraph.strip())
    return RuleDoc(title.strip(), paragraphs, _files_of(wrong), _files_of(right))


def _docstring_in_source(function: Callable[..., Any]) -> str:
    """The docstring of `function` in its source file, since `python -OO` drops it from the code that runs."""
    (definition,) = ast.parse(inspect.getsource(function)).body
    return ast.get_docstring(definition) or "" if isinstance(definition, ast.FunctionDef) else ""


def _files_of(example: str) -> dict[str, str]:
    files: dict[str, list[str]] = {}
    current: list[str] = []
    for line in inspect.cleandoc("\n" + example).splitlines():
        if re.fullmatch(r"(?:(?:meetings|minutes)/.+|[a-z]+)\.(?:ya?ml|txt)(?: -> \S+)?", line):
            current = files.setdefault(line, [])
        else:
            current.append(line)
    return {name: "\n".join(lines).rstrip("\n") + "\n" if any(lines) else "" for name, lines in files.items()}
