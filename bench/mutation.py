"""The small mistakes that `mutants.py` puts into code: which there are in a module, and a sample of them.

The operators are those of mutmut and cosmic-ray. What only declares is left alone: docstrings, annotations, decorators, texts in f-strings.
"""

import ast
import copy
import difflib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
NOT_MUTATED = ("annotation", "returns", "decorator_list", "bases", "keywords", "type_params")
"""Fields of a definition that say how it is declared, not what it does; `keywords` are those of a class."""

TAKE_A_TEXT = ("startswith", "endswith", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip")


@dataclass(frozen=True)
class Mutant:
    """One mistake: the file as a path below the project, the line, what kind of mistake, and the text before and after.

    `statement` is the line of the statement in a function that has the mistake, or None if the mistake is met on import.
    """

    path: str
    line: int
    kind: str
    before: str
    after: str
    statement: int | None

    def patch(self) -> str:
        """The mistake as a patch for `git apply`."""
        before, after = (text.splitlines(keepends=True) for text in (self.before, self.after))
        return "".join(difflib.unified_diff(before, after, f"a/{self.path}", f"b/{self.path}"))


def sample(root: Path, modules: Iterable[Path], seed: int, count: int) -> list[Mutant]:
    """`count` mutants of the `modules`, paths below `root`: always the same ones for one seed."""
    every = [mutant for path in modules for mutant in mutants(path.as_posix(), (root / path).read_text(encoding="utf-8"))]
    return random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311 - a sample, no secret


def mutants(path: str, text: str) -> Iterator[Mutant]:
    """Every mutant of the module at `path`, whose text is `text`."""
    for node, statement in _mutable(ast.parse(text), None):
        for kind, old, new in _mistakes(node):
            yield Mutant(path, node.lineno, kind, text, _spliced(text, old, new), statement)


def _mutable(node: ast.AST, statement: int | None) -> Iterator[tuple[ast.expr | ast.stmt, int | None]]:
    """The nodes below `node` whose change could change an answer, each with the line of the statement in a function that has it."""
    if isinstance(node, ast.expr | ast.stmt):
        yield node, statement
    if _is_only_declared(node):
        return
    for name, value in ast.iter_fields(node):
        if name in NOT_MUTATED and not isinstance(node, ast.Call):
            continue
        runs_later = name == "body" and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.stmt) and (runs_later or statement is not None) and not _is_elif(node, name, child):
                yield from _mutable(child, min(part.lineno for part in (child, *getattr(child, "decorator_list", ()))))
            elif isinstance(child, ast.AST):
                yield from _mutable(child, statement)


def _is_only_declared(node: ast.AST) -> bool:
    """Whether what is below `node` is a docstring, prose, or for the type checker only."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.JoinedStr() | ast.Raise() | ast.ImportFrom():
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name.startswith("__")
    return False


def _is_elif(node: ast.AST, name: str, child: ast.stmt) -> bool:
    return name == "orelse" and isinstance(node, ast.If) and isinstance(child, ast.If) and child.col_offset == node.col_offset


def _mistakes(node: ast.expr | ast.stmt) -> Iterator[tuple[str, ast.expr | ast.stmt, ast.AST | str]]:  # noqa: C901, PLR0912 - a case for each operator
    match node:
        case ast.Compare(ops=[op, *_], left=left, comparators=[*others, last]):
            yield "comparison", node, _with(node, ops=[SWAPPED[type(op)](), *node.ops[1:]])
            for text in (left, last):
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    other = ast.Constant("" if text.value else "no such word")
                    yield "string emptied", node, _with(node, left=other) if text is left else _with(node, comparators=[*others, other])
        case ast.BoolOp():
            yield "and/or", node, _with(node, op=SWAPPED[type(node.op)]())
            for index in range(len(node.values)):
                kept = [value for at, value in enumerate(node.values) if at != index]
                yield "condition dropped", node, _with(node, values=kept) if len(kept) > 1 else kept[0]
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", node, node.operand
        case ast.If() | ast.IfExp() | ast.While() if _is_plain(node.test):
            yield "condition negated", node.test, ast.UnaryOp(ast.Not(), node.test)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            for test in (test for part in node.generators for test in part.ifs if _is_plain(test)):
                yield "condition negated", test, ast.UnaryOp(ast.Not(), test)
        case ast.Constant(value=bool(flag)):
            yield "constant", node, ast.Constant(not flag)
        case ast.Constant(value=int(number) | float(number)):
            yield "constant", node, ast.Constant(number + 1)
            yield "constant", node, ast.Constant(number - 1)
        case ast.Set() | ast.List() | ast.Tuple(ctx=ast.Load()) if len(node.elts) > 1 and _are_constants(node.elts):
            for index in range(len(node.elts)):
                yield "item dropped", node, _with(node, elts=[item for at, item in enumerate(node.elts) if at != index])
        case ast.BinOp() if type(node.op) in SWAPPED and not any(_is_no_number(side) for side in (node.left, node.right)):
            yield "arithmetic", node, _with(node, op=SWAPPED[type(node.op)]())
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and not value.value):
            yield "nothing returned", node, "return None"
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Delete() | ast.Raise():
            yield "statement dropped", node, "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "statement dropped", node, "pass"
        case ast.Continue():
            yield "continue", node, "break"
        case ast.Break():
            yield "break", node, "continue"
        case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=str(text)), *others]) if name in TAKE_A_TEXT and text:
            yield "string emptied", node, _with(node, args=[ast.Constant(""), *others])
        case ast.Call(func=func, args=[first, second, *others]) if not any(isinstance(one, ast.Starred) for one in (first, second)):
            of_a_type = isinstance(func, ast.Name) and func.id in {"isinstance", "issubclass", "cast"}
            if not of_a_type and ast.dump(first) != ast.dump(second):
                yield "arguments swapped", node, _with(node, args=[second, first, *others])


def _is_plain(test: ast.expr) -> bool:
    """Whether `test` has no operator that is a mistake of its own."""
    return not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant | ast.NamedExpr) and not (
        isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"
    )


def _are_constants(items: Iterable[ast.expr]) -> bool:
    return all(isinstance(item, ast.Constant) for item in items)


def _is_no_number(side: ast.expr) -> bool:
    """Whether `side` of an operator is a text, a list or a type, which would only fail with another one."""
    match side:
        case ast.JoinedStr() | ast.Tuple() | ast.List() | ast.ListComp() | ast.Constant(value=str() | None):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return (name[:1].isupper() and not name.isupper()) or name in {"str", "int", "bool", "float", "list", "tuple", "dict"}
    return False


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """A copy of `node` with other `fields`."""
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _spliced(text: str, node: ast.expr | ast.stmt, new: ast.AST | str) -> str:
    """`text` with `new` where `node` is; the offsets of ast are in bytes."""
    if node.end_lineno is None or node.end_col_offset is None:
        raise ValueError(node)
    lines = text.encode().splitlines(keepends=True)
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    behind = lines[node.end_lineno - 1][node.end_col_offset :] + b"".join(lines[node.end_lineno :])
    written = new if isinstance(new, str) else ast.unparse(ast.fix_missing_locations(new))
    if isinstance(new, ast.expr) and not isinstance(new, ast.Constant):
        written = f"({written})"
    return (before + written.encode() + behind).decode()
