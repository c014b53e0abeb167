"""Rules: each is one kind of finding, with its code, its severity and its documentation."""

import ast
import inspect
import re
from collections.abc import Callable
from dataclasses import field
from functools import cached_property
from typing import Any, Generic, ParamSpec

from govreg.diagnostics.finding import Problem, Severity
from govreg.values import dataclass

P = ParamSpec("P")


@dataclass(frozen=True)
class Rule:
    """One kind of finding, and the function that finds it.

    The function's docstring is the rule's documentation: a title on one line, why it matters, then a `Wrong:` and a
    `Right:` example. The examples are files, and run as tests.
    """

    code: str
    severity: Severity
    function: Callable[..., Any]

    @property
    def may_be_off(self) -> bool:
        """Whether a register may switch it off, because it is about good governance rather than valid files."""
        return self.code.startswith("GR3")

    @cached_property
    def doc(self) -> "RuleDoc":
        """The rule's documentation."""
        return rule_doc(inspect.getdoc(self.function) or _docstring_in_source(self.function))

    def sign(self, problem: Problem) -> Problem:
        """`problem` with this rule's code and severity."""
        return Problem(problem.place, problem.message, problem.hint, problem.related, problem.replacement, self.code, self.severity)


@dataclass(frozen=True)
class ReaderRule(Rule, Generic[P]):
    """A rule of the reader, which calls it with what the message needs when something is wrong."""

    function: Callable[P, Problem]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Problem:
        """The problem, still without its place."""
        return self.sign(self.function(*args, **kwargs))


def reader_rule(code: str, severity: Severity) -> Callable[[Callable[P, Problem]], ReaderRule[P]]:
    """Decorate a function as a rule of the reader. List it in `syntax.RULES` or `schema.RULES`."""
    return lambda function: ReaderRule(code, severity, function)


@dataclass(frozen=True)
class RuleDoc:
    """A rule's documentation: its title, why it matters, and its examples as file name -> text."""

    title: str
    why: tuple[str, ...] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    right: dict[str, str] = field(default_factory=dict)


def rule_doc(docstring: str) -> RuleDoc:
    """The documentation in a rule's `docstring`, cleaned as by `inspect.getdoc`."""
    title, _, rest = docstring.partition("\n")
    why, _, examples = rest.partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    paragraphs = tuple(" ".join(paragraph.split()) for paragraph in why.split("\n\n") if paragraph.strip())
    return RuleDoc(title.strip(), paragraphs, _files_of(wrong), _files_of(right))


def _docstring_in_source(function: Callable[..., Any]) -> str:
    """The docstring of `function` in its source file, since `python -OO` removes docstrings at run time."""
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
