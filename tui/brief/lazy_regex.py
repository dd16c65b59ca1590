"""Regular expressions that are compiled when they are first asked for.

Compiling those of the format takes a twentieth of a start, and few of them are asked for in it.
"""

import re
from typing import Any, cast


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
