"""A tab by its number; every section brings its own."""

from tui.commands import Command, group
from tui.sections import sections

COMMANDS = group(
    "brief",
    "Tabs",
    *(
        Command(f"tab.{each.name}", str(each.number), each.title, each.about, f"tab({each.number})")
        for each in sections()
    ),
)
