"""What a library says of itself: where it lies, and how one begins."""

from pathlib import Path

from tui.blocks import Block, Fact, Heading, Item, Line, Prose, Span

BEGIN = """\
A brief is a file whose name ends in .yaml, or a folder with a brief.yaml in it. Saved here, it \
stands in this list at once.
"""
WHAT = """\
Parley reads negotiation briefs: who meets whom, who claims what, who disputes it, and what \
changed since you last looked. A brief is a file; save it in any editor, and the screen follows.
"""


def about(paths: tuple[Path, ...]) -> Line:
    """Where the briefs lie, and what to do with them."""
    where = paths[0].name or str(paths[0])
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    does = "Enter opens a brief, Ctrl+F finds in all of them"
    return (Span(f"{where}{more}", "source"), Span(f"  {does}", "quiet"))


def nothing(wrong: tuple[str, ...], begin: str) -> tuple[Block, ...]:
    """What to say where no brief is, and what was wrong with the paths.

    `begin`: the key that begins a brief; empty: it has none here.
    """
    return (
        Heading((Span("No brief here yet"),), level=1),
        *(Prose((Span(each, "problem"),)) for each in wrong),
        Prose((Span(BEGIN),)),
        *_ways((begin, BEGINS)),
    )


def first(opens: str, begin: str, helps: str) -> tuple[Block, ...]:
    """What to say to somebody who has no briefs yet but those that come with Parley.

    The keys that open a brief, that begin one and that show the others; empty: none does.
    """
    return (
        Prose((Span(WHAT),)),
        *_ways(
            (opens, "opens one of those below, to look at"),
            (begin, BEGINS),
            (helps, "shows the keys"),
        ),
    )


BEGINS = "begins your own, as `parley new NAME` does in a shell"


def _ways(*ways: tuple[str, str]) -> tuple[Block, ...]:
    return tuple(Fact(key, (Item((Span(does),)),)) for key, does in ways if key)
