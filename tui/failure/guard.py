"""The one place that catches whatever goes wrong while something of a brief is worked out.

A mistake of ours costs what it is in, a tab or a page, and not what stands beside that.
"""

from collections.abc import Callable
from traceback import format_exception_only
from typing import NamedTuple, TypeVar

from tui.blocks import PROBLEM, Block, Heading, Line, Prose, Span
from tui.brief.shown import shown
from tui.failure.report import write_log

LONGEST = 200
"""Letters of an error that are shown; the log has more."""

T = TypeVar("T")


class Failure(NamedTuple):
    """What could not be worked out, and why."""

    what: str
    """A place in words, such as `the tab Rounds`."""
    error: str
    """The type of the exception and its message."""
    report: str
    """Where the traceback is."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """What stands in place of it, as plain lines: nothing that draws them can fail again."""
        return (
            (Span(f"{PROBLEM.glyph} {self._title}", PROBLEM.role),),
            (Span(f"{self._whose}: {self.error}"),),
            (Span(f"{_upper(self.report)}."),),
        )

    @property
    def page(self) -> tuple[Block, ...]:
        """What stands in place of a page."""
        title = Span(f"{PROBLEM.glyph} {self._title}", PROBLEM.role)
        words = f"{self._whose}: {self.error}\n\n{_upper(self.report)}."
        return Heading((title,), level=1), Prose((Span(words),))

    @property
    def message(self) -> str:
        """All of it in one line."""
        return f"{self._title}. {self._whose}: {self.error}; {self.report}"

    @property
    def _title(self) -> str:
        return f"{_upper(self.what)} could not be worked out"

    @property
    def _whose(self) -> str:
        return "This is an error of Parley, not of the brief"


def guarded(what: str, work: Callable[[], T], instead: Callable[[Failure], T]) -> T:
    """Do a piece of work; where it fails, report that and do with what stands in place of it."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001  (what goes wrong here is not foreseen)
        return instead(_failure(what, error))


def guarded_page(what: str, work: Callable[[], tuple[Block, ...]]) -> tuple[Block, ...]:
    """The blocks of a page, or what stands in place of them."""
    return guarded(what, work, lambda failure: failure.page)


def _failure(what: str, error: Exception) -> Failure:
    words = " ".join(shown("".join(format_exception_only(error)).strip()).split())
    if len(words) > LONGEST:
        words = f"{words[:LONGEST]}…"
    return Failure(what, words, write_log(what, error))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
