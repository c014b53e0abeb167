"""A progress bar on standard error for tasks of more than a second, if a person is at the terminal."""

import sys
import time
from collections.abc import Collection, Iterator
from typing import TypeVar

ItemT = TypeVar("ItemT")

PATIENCE = 1.0
"""Seconds before a bar is shown."""


def track(items: Collection[ItemT], says: str) -> Iterator[ItemT]:
    """`items`, with a progress bar once they take longer than a second; `says` names the task."""
    if not (sys.stderr is not None and sys.stderr.isatty()):
        yield from items
        return
    began = time.monotonic()
    remaining = iter(items)
    done = 0
    for item in remaining:
        yield item
        done += 1
        if time.monotonic() - began > PATIENCE:
            break
    yield from _shown(remaining, says, done, len(items))


def _shown(remaining: Iterator[ItemT], says: str, done: int, count: int) -> Iterator[ItemT]:
    from rich.console import Console  # noqa: PLC0415 - rich loads slowly, and only a long wait at a terminal needs it
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    if done >= count:
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(says, total=count, completed=done)
        for item in remaining:
            yield item
            bar.advance(task)
