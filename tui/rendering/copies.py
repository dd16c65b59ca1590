"""The ways to copy a record: as text, with its sources, as Markdown, as what leads to it."""

from tui.blocks import Block
from tui.brief.record import Record
from tui.presentation.citation import citation, handling, path_line, reference
from tui.presentation.links import links_of
from tui.presentation.selection import Copy
from tui.presentation.view import View
from tui.rendering.markdown import escaped, markdown
from tui.rendering.text import plain

WIDTH = 76
"""Columns of a copied text: what mail programs leave as it is."""


def copies(view: View, key: str, blocks: tuple[Block, ...]) -> tuple[Copy, ...]:
    """The ways to copy what a page says; `key` is that of its record, if it is of one."""
    record = view.register.by_key.get(key)
    mark, cited = handling(view, record), citation(view, record)
    bare, formatted = plain(blocks, WIDTH), markdown(blocks)
    text = marked(view, record, bare)
    head = f"**{escaped(mark)}**\n\n" if mark else ""
    sources = "\n".join(f"- {escaped(line)}" for line in cited)
    addresses = links_of(view, record) if record else ()
    return (
        Copy("y", "text", text, bare.strip()),
        Copy("c", "with its sources", f"{text}\n{chr(10).join(cited)}\n", cited[0]),
        Copy("m", "as Markdown", f"{head}{formatted}\n{sources}\n", formatted),
        Copy("l", "link for parley", reference(view, key)),
        Copy("p", "path:line", path_line(record) if record else ""),
        Copy("u", "web address", "\n".join(each.address for each in addresses)),
    )


def marked(view: View, record: Record | None, text: str) -> str:
    """A text with how it is to be handled in its first line, where that matters."""
    mark = handling(view, record)
    return f"{mark}\n\n{text}" if mark else text
