"""Filters that are worth a name."""

from collections.abc import Mapping

from tui.brief.value import Names

PRESETS: Mapping[str, str] = Names({
    "Disputed": "is:disputed",
    "Not read since it changed": "is:unread",
    "Its time has passed": "is:stale",
    "On one source alone": "is:single-source",
    "Without a source": "is:unsourced",
    "Wrong or odd in the file": "is:problem or is:warning",
    "Confidential": "is:confidential",
})  # fmt: skip
"""Name → filter; in `config.yaml`, `filters:` adds to them."""
