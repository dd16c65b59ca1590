"""ChooseScreen what to add, by name."""

from collections.abc import Callable
from functools import partial

from tui.editing.form.additions import Addition
from tui.editing.form.draft import Begin
from tui.screens.palette import PaletteEntry, PaletteScreen


def addition_palette(
    additions: tuple[Addition, ...], then: Callable[[Addition], None]
) -> PaletteScreen:
    """A list of additions, narrowed by typing; the entry it ends with calls `then`."""
    return PaletteScreen(
        placeholder="What to add",
        entries=(
            PaletteEntry(
                str(number),
                each.name,
                each.about,
                "",
                "new record" if isinstance(each.step, Begin) else "to this record",
                partial(then, each),
            )
            for number, each in enumerate(additions)
        ),
    )


def run_entry(entry: PaletteEntry | None) -> None:
    """Do what was chosen, if anything was."""
    if entry is not None:
        entry.run()
