"""What can be opened by name: briefs, their records, and what the index knows of other briefs."""

from collections.abc import Callable, Iterator, Set
from functools import partial
from pathlib import Path

from tui.fuzzy import rank
from tui.library.asked import ask
from tui.library.search import look_up
from tui.library.store import named
from tui.presentation.naming import name_of
from tui.presentation.view import View
from tui.screens.palette import PaletteEntry

Go = Callable[[Path, str], object]
"""Shows a record of a brief by its key, or the brief where that is empty."""


def id_of(path: Path, key: str = "") -> str:
    """What a record of a brief, or the brief itself, is called among the entries."""
    return f"{path}\0{key}"


def briefs(titles: dict[Path, str], go: Go) -> Iterator[PaletteEntry]:
    """One entry a brief, by its title; its file is found by, too."""
    for path, title in titles.items():
        yield PaletteEntry(
            id_of(path), title or path.name, path.name, "", "briefs", partial(go, path, "")
        )


def records(view: View, go: Go) -> Iterator[PaletteEntry]:
    """One entry a record of a brief that is open."""
    path, title = view.reading.path, view.brief.title
    for key, record in view.register.by_key.items():
        name = " ".join(name_of(view, record).split())
        kind = key.partition("/")[0].replace("_", " ")
        if name:
            run = partial(go, path, key)
            yield PaletteEntry(id_of(path, key), name, f"{kind} · {title}", "", kind, run)


def elsewhere(typed: str, index: Path, opened: Set[Path], go: Go) -> tuple[PaletteEntry, ...]:
    """What is called so in briefs that are not open; nothing where there is no index."""
    here = {named(path) for path in opened}
    return tuple(
        PaletteEntry(
            id_of(hit.path, hit.key), hit.title, f"{hit.section.replace('_', ' ')} · {hit.brief}",
            "", hit.section, partial(go, hit.path, hit.key),
        )
        for hit in look_up(index, ask(typed)).hits
        if hit.key and named(hit.path) not in here and rank(typed, hit.title) is not None
    )  # fmt: skip
