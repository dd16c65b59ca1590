"""A tab by its digit; every section brings its own, and one without a digit is in the palette."""

from tui.commands import Command, group
from tui.sections import sections

COMMANDS = group(
    "brief",
    "Tabs",
    *(
        Command(f"tab.{each.name}", each.digit, each.title, each.about, f"tab({each.number})")
        for each in sections()
    ),
)
