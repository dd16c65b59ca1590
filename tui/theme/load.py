"""Folders of theme files → themes that can be worn, and what is wrong with the others."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from textual.theme import BUILTIN_THEMES

from tui.brief.files import list_yaml
from tui.brief.lazy_regex import late
from tui.brief.parse import Parse, parse
from tui.brief.place import Place, Problem
from tui.brief.spelling import nearest
from tui.theme.build import Draft, draft_of, follow, make
from tui.theme.form import Sheet, read_sheet
from tui.theme.worn import ParleyTheme, Themes

FILES_LIMIT = 200
_NAME = late(r"[a-z0-9_-]{1,40}", re.ASCII)


def load_themes(
    folders: Sequence[Path], stems: Collection[str] = (), parse: Parse = parse
) -> Themes:
    """Read the themes of some folders; one in a later folder goes before its namesake.

    With `stems` only the files of these names are read: at a start, the one theme that is worn.
    A folder that is not there holds no themes. A file with an error gives no theme, so that a
    sound namesake in an earlier folder stays; warnings do not stand in the way.
    """
    shelf = _Shelf(parse)
    for folder in folders:
        if folder.is_dir():
            shelf.add(folder, stems)
    for name in shelf.sheets:
        shelf.build(name)
    return Themes(MappingProxyType(shelf.themes), tuple(sorted(set(shelf.problems))))


@dataclass
class _Shelf:
    """The files found so far, and what became of them."""

    parse: Parse
    sheets: dict[str, tuple[Sheet, ...]] = field(default_factory=dict)
    """Those of the last folder first."""
    drafts: dict[str, Draft | None] = field(default_factory=dict)
    themes: dict[str, ParleyTheme] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, folder: Path, stems: Collection[str] = ()) -> None:
        """Read the files of a folder, and put by those that can be read."""
        paths, problems = list_yaml(folder, FILES_LIMIT)
        self.problems += problems
        here: dict[str, Sheet] = {}
        for path in map(Path, paths):
            if stems and path.stem not in stems:
                continue
            sheet = read_sheet(path, self.parse)
            self.problems += sheet.problems
            problem = self._name_problem(sheet, here)
            if problem and not sheet.failed:
                self.problems.append(problem)
            if not problem and not sheet.failed:
                here[sheet.name] = sheet
        for name, sheet in here.items():
            self.sheets[name] = (sheet, *self.sheets.get(name, ()))

    def _name_problem(self, sheet: Sheet, here: Mapping[str, Sheet]) -> Problem | None:
        name, place = sheet.name, sheet.place("name")
        if not _NAME.fullmatch(name):
            message = "a theme's name is up to 40 of a-z, 0-9, - and _"
        elif name in BUILTIN_THEMES:
            message = f"`{name}` is a theme of Textual's own; take another name"
        elif name in here:
            message = f"`{here[name].path.name}` holds a theme named `{name}` already"
        else:
            return None
        return Problem(place, "theme", message)

    def build(self, name: str, trail: tuple[str, ...] = ()) -> Draft | None:
        """Make the theme of a name and those it extends; None where that cannot be."""
        if name in self.drafts:
            return self.drafts[name]
        made = (self._make(sheet, (*trail, name)) for sheet in self.sheets[name])
        self.drafts[name] = next((draft for draft in made if draft), None)
        return self.drafts[name]

    def _make(self, sheet: Sheet, trail: tuple[str, ...]) -> Draft | None:
        draft = self._draft(sheet, trail)
        if draft is None:
            return None
        theme, roles, problems = make(draft, sheet.name, sheet.path)
        self.problems += problems
        if theme is None:
            return None
        title = sheet.form.title or sheet.name
        worn = ParleyTheme(theme, title, MappingProxyType(roles), sheet.path, sheet.form.about)
        self.themes[sheet.name] = worn
        return draft

    def _draft(self, sheet: Sheet, trail: tuple[str, ...]) -> Draft | None:
        base = sheet.form.extends
        if not base:
            return follow(Draft(), sheet, self.problems)
        place = sheet.place("extends")
        if base in trail:
            way = " → ".join((*trail[trail.index(base) :], base))
            self.problems.append(Problem(place, "theme", f"themes extend each other: {way}"))
            return None
        if base in BUILTIN_THEMES:
            return follow(draft_of(BUILTIN_THEMES[base]), sheet, self.problems)
        if base not in self.sheets:
            self.problems.append(_no_such(base, place, (*self.sheets, *BUILTIN_THEMES)))
            return None
        parent = self.build(base, trail)
        if parent is None:
            message = f"the theme `{base}` it extends cannot be used"
            self.problems.append(Problem(place, "theme", message))
            return None
        return follow(parent, sheet, self.problems)


def _no_such(name: str, place: Place, known: tuple[str, ...]) -> Problem:
    guess = nearest(name, known)
    hint = f", did you mean `{guess}`?" if guess else ""
    return Problem(place, "theme", f"there is no theme `{name}`{hint}")
