"""Opening where the record under the cursor, or the source chosen on its page, was read."""

from tui.presentation.links import Link, links_of
from tui.presentation.view import View
from tui.screens.journey import Journey
from tui.screens.opening import Opening


class Linking(Opening, Journey, part=True):
    """`o` and `O` on the brief."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Those of the name chosen on the page, else those of the record under the cursor."""
        if self.view is None:
            return ()
        pane = self.pane
        chosen = pane.page.chosen if pane and pane.reading else None
        record = self.view.register.by_key.get(chosen.link) if chosen else None
        found = links_of(self.view, record) if record else ()
        return found or (links_of(self.view, self.record) if self.record else ())

    @property
    def opened_from(self) -> View | None:
        """The brief on this screen."""
        return self.view

    def action_links(self) -> None:
        """List every web page and file the brief leads to."""
        from tui.screens.links import LinksScreen  # noqa: PLC0415  (rarely the first screen)

        if self.view is not None:
            self.app.push_screen(LinksScreen(self.view), self._after_links)

    def _after_links(self, key: str | None) -> None:
        if key:
            self.go(key)
