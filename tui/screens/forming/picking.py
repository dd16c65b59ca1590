"""ChooseScreen what to add, by name."""

from collections.abc import Callable
from functools import partial

from tui.editing.form.additions import Addition
from tui.editing.form.draft import Begin
from tui.screens.palette import PaletteEntry, PaletteScreen


def picking(things: tuple[Addition, ...], then: Callable[[Addition], None]) -> PaletteScreen:
    """A list of what can be added, narrowed by typing; the entry that it ends with runs `then`."""
    return PaletteScreen(
        placeholder="What to add",
        entries=(
            PaletteEntry(
                str(number),
                each.name,
                each.about,
                "",
                "beside it" if isinstance(each.step, Begin) else "to this record",
                partial(then, each),
            )
            for number, each in enumerate(things)
        ),
    )


def run(entry: PaletteEntry | None) -> None:
    """Do what was chosen; nothing where nothing was."""
    if entry is not None:
        entry.run()
