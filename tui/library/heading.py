"""What a library says of itself: where it lies, and how one begins."""

from pathlib import Path

from tui.blocks import Block, Heading, Line, Prose, Span

BEGIN = """\
A brief is a file whose name ends in .yaml, or a folder with a brief.yaml in it. Saved here, it \
stands in this list at once.

Of the briefs that come with Parley, starter.yaml is there to be copied: change its words.
"""


def about(paths: tuple[Path, ...]) -> Line:
    """Where the briefs lie, and what to do with them."""
    where = paths[0].name or str(paths[0])
    more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    does = "Enter opens a brief, Ctrl+F finds in all of them"
    return (Span(f"{where}{more}", "source"), Span(f"  {does}", "quiet"))


def nothing(wrong: tuple[str, ...]) -> tuple[Block, ...]:
    """What to say where no brief is, and what was wrong with the paths."""
    return (
        Heading((Span("No brief here yet"),), level=1),
        *(Prose((Span(each, "problem"),)) for each in wrong),
        Prose((Span(BEGIN),)),
    )
