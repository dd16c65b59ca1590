"""The two parsers of PyYAML, down to their events: no composer, no resolver, no constructor."""

from collections.abc import Callable
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from tui.brief.limits import LIMITS, PURE_LIMITS, Limits

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]

Events = Callable[[], Any]
"""Gives the next event, None after the last; raises YAMLError, ValueError or OverflowError."""


class _PureParser(Reader, Scanner, Parser):
    """The parser written in Python: ten times slower, and it refuses a tab after a colon."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def events(text: str, pure: bool = False) -> Events:
    """Give the events of `text`, by libyaml unless it is missing or `pure` is asked for."""
    source: Any = _PureParser(text) if pure or CParser is None else CParser(text)
    get: Events = source.get_event
    return get


def default_limits(pure: bool = False) -> Limits:
    """Limits that suit the parser in use."""
    return PURE_LIMITS if pure or CParser is None else LIMITS
