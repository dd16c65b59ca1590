"""Beginning a brief of one's own: the starter, with an id and a title from the name of its file."""

import re
from os.path import lexists
from pathlib import Path

from tui.brief.edit.scalar import Setting, scalar
from tui.brief.files import read_bytes
from tui.brief.folder import HEAD, is_folder_brief
from tui.brief.place import Place, Problem
from tui.library.brief_paths import find_briefs

ENDINGS = (".yaml", ".yml")
THERE = "is there already, and was left as it is"


def begin(named: Path, starter: Path, *, folder: bool = False) -> Path | Problem:
    """Write a first brief, or say why not. Never over anything, and never into another brief.

    `named`: as somebody typed it; folders that are missing are made. The brief, as it is opened.
    """
    brief = brief_at(named, folder=folder)
    if taken := _taken(brief, folder=folder):
        return Problem(Place(str(brief)), "save", taken)
    data = read_bytes(starter)
    if isinstance(data, Problem):
        return data
    file = brief / HEAD if folder else brief
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, first_text(data.decode("utf-8"), brief).encode("utf-8"))
    except OSError as error:
        there = isinstance(error, FileExistsError) and lexists(file)
        why = THERE if there else f"was not written: {error.strerror}"
        return Problem(Place(str(file)), "save", why)
    return brief


def brief_at(named: Path, *, folder: bool = False) -> Path:
    """Where a brief of this name would lie: a file has an ending that is looked for."""
    if folder or named.suffix in ENDINGS:
        return named
    return named.with_name(f"{named.name}{ENDINGS[0]}")


def first_text(starter: str, brief: Path) -> str:
    """The starter, its id and title in the words of the path."""
    name = brief.name.removesuffix(brief.suffix if brief.suffix in ENDINGS else "")
    # A name of a file may hold bytes that are no letters.
    words = re.findall(r"[^\W_]+", name.encode("utf-8", "replace").decode("utf-8"))
    title = " ".join(words)
    values = {"id": "-".join(words).casefold(), "title": f"{title[:1].upper()}{title[1:]}"}
    for field, text in values.items():
        key_there = re.search(rf"^{field}: ([^#\n]*)", starter, re.MULTILINE)
        if key_there:
            start, end = key_there.span(1)
            written = scalar(text or "brief", Setting())
            # A remark behind it stays in the column of the others.
            remark = starter[end : end + 1] == "#"
            written = f"{written} ".ljust(end - start) if remark else written
            starter = starter[:start] + written + starter[end:]
    return starter


def _taken(brief: Path, *, folder: bool) -> str:
    """What speaks against a new brief there; empty: nothing."""
    if not folder and brief.is_dir():
        return "is a folder; name a file in it"
    if folder and brief.is_file():
        return "is a file, and no folder"
    if folder and brief.is_dir() and not is_folder_brief(brief) and find_briefs((brief,)).briefs:
        return "holds other briefs, which would become parts of this one"
    if is_folder_brief(brief.parent):
        return f"lies in a brief that is a folder, and would be a part of it: {brief.parent}"
    return ""


def _write(file: Path, data: bytes) -> None:
    """Write a new file; half of one is taken away again."""
    with open(file, "xb") as opened:  # noqa: PTH123  (refuses what is there)
        try:
            opened.write(data)
            opened.flush()
        except OSError:
            file.unlink(missing_ok=True)
            raise
