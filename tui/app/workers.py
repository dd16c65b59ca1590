"""Starting workers."""

from collections.abc import Callable, Coroutine
from typing import Any, cast

from textual.dom import DOMNode
from textual.worker import WorkType


def start_worker(
    node: DOMNode,
    work: Callable[[], Coroutine[Any, Any, None]],
    group: str,
    *,
    exclusive: bool = False,
    exit_on_error: bool = True,
) -> None:
    """Run a coroutine function as a worker of a node.

    It is called once the worker runs: a coroutine of a worker that is replaced before it begins
    would never be awaited.
    """
    node.run_worker(
        cast("WorkType[None]", work), group=group, exclusive=exclusive, exit_on_error=exit_on_error
    )
