"""Every web page and file a brief leads to: where it lies, whose it is, what rests on it."""

from functools import lru_cache
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.blocks import Block, Fact, Heading, Item, Line, Row, Span
from tui.brief.aliases import other_names
from tui.brief.model import Source
from tui.commands import bindings
from tui.links import Judged, judge
from tui.presentation.citation import path_line, source_line
from tui.presentation.figures import counted
from tui.presentation.header import with_mark
from tui.presentation.links import ExternalLink, all_links
from tui.presentation.names import record_link, title_of
from tui.presentation.selection import Copy, Selection
from tui.presentation.source_support import rests_on
from tui.presentation.view import View
from tui.rendering.ink import safe
from tui.rendering.markdown import escaped
from tui.screens.following import follow
from tui.section import Section
from tui.widgets.focus import quiet_focus
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page
from tui.widgets.page_search import PageSearch

VERDICTS = {"open": "", "ask": "asks first", "never": "never opened"}


@lru_cache(maxsize=2)
def _links(view: View) -> dict[str, tuple[ExternalLink, ...]]:
    """Addresses, each with all that bear it."""
    found: dict[str, tuple[ExternalLink, ...]] = {}
    for link in all_links(view):
        found[link.address] = (*found.get(link.address, ()), link)
    return found


def _judged(view: View, address: str) -> Judged:
    path = view.reading.path
    return judge(address, path if path.is_dir() else path.parent)


def rows(view: View) -> tuple[Row, ...]:
    """One row an address, in the order of the records that bear it."""
    return tuple(_row(view, address, links) for address, links in _links(view).items())


def _row(view: View, address: str, links: tuple[ExternalLink, ...]) -> Row:
    judged = _judged(view, address)
    doubt = VERDICTS[judged.verdict]
    aside = (Span(doubt, "warning"),) if doubt else (Span(links[0].record.id, "source"),)
    return Row(
        address,
        (Span(record_link(view, links[0].record).text, "title"),),
        _with_host(address, judged.where),
        aside,
        spot=links[0].record.spot,
        subject=links[0].record.key,
    )


def _with_host(address: str, host: str) -> Line:
    """An address in which one sees at once where it leads."""
    before, there, after = address.partition(host)
    return (Span(before, "quiet"), Span(there, "strong"), Span(after, "quiet"))


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole address, and the records that bear it or rest on what does."""
    links = _links(view).get(key, ())
    if not links:
        return ()
    judged = _judged(view, key)
    what = "file" if judged.is_file else "address"
    why = (Fact("note", (Item((Span(judged.why, "warning"),)),)),) if judged.why else ()
    owners = tuple(Item((record_link(view, link.record),)) for link in links)
    resting = (
        block
        for link in links
        if isinstance(link.record, Source)
        for block in rests_on(view, link.record.id)
    )
    return (
        Heading((Span(judged.where or key, "title"),), level=1),
        Fact(what, (Item((Span(key),)),)),
        *why,
        Fact("belongs to", owners),
        *resting,
    )


def _no_badge(_view: View) -> str:
    return ""


LINKS = Section(
    number=-2,
    name="links",
    title="Links",
    rows=rows,
    detail=detail,
    about="The brief names no web page and no file.",
    example="""\
sources:
  - id: s1
    title: Talks resume in North City
    url: https://example.org/talks
    file: papers/talks.pdf
""",
    badge=_no_badge,
)


class LinksScreen(Screen[str | None]):
    """All links of one brief. Ends with the key of a record to go to, or nothing."""

    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (90, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("links")]

    focused = quiet_focus()

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.search = PageSearch(self, lambda: other_names(self.view.brief))

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield ListDetail(LINKS, self.view)
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ListDetail).body.focus()
        self.show_view(self.view)
        follow(self, self.view.reading.path, self.show_view)

    def show_view(self, view: View) -> None:
        """Show the links there are now."""
        self.view = view
        count = counted(len(_links(view)), "link")
        self.query_one(HeaderBar).right = safe(with_mark(view))
        self.query_one(HeaderBar).left = safe(
            (Span(f"{count} in ", "strong"), Span(view.reading.path.name))
        )
        self.query_one(ListDetail).view = view

    @property
    def selection(self) -> Selection:
        """The web page or file under the cursor."""
        row = self.query_one(ListDetail).list.current
        links = _links(self.view).get(row.key, ()) if row else ()
        if row is None or not links:
            return Selection(self.view, "", copies=())
        address, record = links[0]
        return Selection(
            self.view,
            record.key,
            address,
            LINKS.title,
            row,
            place=record.spot.place if record.spot.file else None,
            address=address,
            copies=_copies(self.view, links[0]),
        )

    def on_page_followed(self, event: Page.Followed) -> None:
        event.stop()
        self.dismiss(event.key)

    def action_back(self) -> None:
        """Leave the page for the list, and the list for the brief."""
        if not self.search.end() and not self.query_one(ListDetail).leave_page():
            self.dismiss(None)


def _copies(view: View, link: ExternalLink) -> tuple[Copy, ...]:
    """The address, or the source it belongs to."""
    address, record = link
    cited = source_line(view, record) if isinstance(record, Source) else ""
    named = f"[{escaped(title_of(record))}](<{address}>)"
    return (
        Copy("y", "address", address),
        Copy("c", "its source", cited),
        Copy("m", "as Markdown", "" if set("<>\n") & set(address) else named),
        Copy("p", "path:line", path_line(record)),
    )
