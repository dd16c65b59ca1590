"""What goes with a record that leaves the brief: its handling, its sources, where it stands."""

import os
import re
import shlex
from pathlib import Path

from tui.brief.model import Source
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.presentation import dates
from tui.presentation.links import read_in
from tui.presentation.marks import brief_mark, marks
from tui.presentation.names import title_of
from tui.presentation.view import View


def handling(view: View, record: Record | None = None) -> str:
    """The first line of any copy: how it is to be handled. Empty: it may be handed on.

    The mark of the record alone is stricter than the brief's, and stands before it.
    """
    text = marks(view, record) if record is not None else brief_mark(view)
    return f"{text[:1].upper()}{text[1:]}"


def citation(view: View, record: Record | None) -> tuple[str, ...]:
    """One line a source, with where in it; then the brief, with its cut-off."""
    lines = [source_line(view, record)] if isinstance(record, Source) else []
    if record is not None and not lines:
        found = read_in(record) or {ref.id: (ref,) for ref in view.brief.src}
        for name, refs in found.items():
            source = view.register.find(name)
            text = source_line(view, source, refs) if isinstance(source, Source) else name
            lines.append(text)
    return (*(f"Source: {line}" for line in lines), f"From: {_brief_line(view)}")


def source_line(view: View, source: Source, refs: tuple[SourceRef, ...] = ()) -> str:
    """A source as a bibliography has it: who published what and when, where in it, its address."""
    title = f"“{source.title}”" if source.title else ""
    when = dates.format_when(source.published, view.home) if source.published else "undated"
    heads = dict.fromkeys((source.publisher, source.author, title))
    named = [part for part in heads if part] or [title_of(source)]
    places = ", ".join(dict.fromkeys(ref.at for ref in refs if ref.at))
    # Several paragraphs of one source: the word once, the numbers after it.
    places = re.sub(r", para\.? *(?=\d)", ", ", places)
    parts = [*named, when, *([places] if places else [])]
    return f"[{source.id}] {', '.join(parts)}. {source.url}".rstrip()


def _brief_line(view: View) -> str:
    brief = view.brief
    name = brief.title or brief.id or view.reading.path.name
    cutoff = f", as of {dates.format_when(brief.as_of, view.home)}" if brief.as_of else ""
    return f"“{name}”{cutoff}"


def path_line(record: Record) -> str:
    """`path:line`, as compilers write it; empty for a record that stands in no file."""
    return f"{_path(record.spot.file)}:{record.spot.line}" if record.spot.file else ""


def reference(view: View, key: str = "") -> str:
    """`path#id`, ready for a shell: `parley path#id` opens the brief at the record.

    A record without an id is named by its key. An empty key is the brief itself.
    """
    record = view.register.by_key.get(key)
    mine = record is not None and view.register.find(record.id) is record
    name = record.id if record is not None and mine else key if record is not None else ""
    path = _path(view.reading.path)
    if not name:
        return shlex.quote(path)
    # Within a word a shell takes # as it is.
    bare = shlex.quote(path + name) == path + name
    return f"{path}#{name}" if bare else shlex.quote(f"{path}#{name}")


def _path(path: str | Path) -> str:
    # As the brief was opened, made whole: a link to it stays what somebody called it.
    return os.path.abspath(path)  # noqa: PTH100
