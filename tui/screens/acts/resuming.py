"""Being where one was when the brief was last open."""

from tui.screens.journey import Journey
from tui.state.positions import InBrief, InTab
from tui.widgets.list_detail import ListDetail


class Resuming(Journey, part=True):
    """Tells the place in the brief, and takes it up again before anything is drawn."""

    AUTO_FOCUS = ""
    reach: int
    """Days a picture around something reaches, as the reader last set it."""
    resumed = InBrief()
    """The place that was taken up; what of it nobody came to yet still holds."""

    def resume(self, place: InBrief) -> None:
        """Take a place up; before the screen is composed."""
        self.resumed = place
        self.reach = place.reach or self.reach
        number = next((n for n, s in self.sections.items() if s.name == place.tab), self.tab)
        self.set_reactive(Journey.tab, number)

    def on_mount(self) -> None:
        if pane := self.pane:
            # Now, and not after a refresh: who has the keys is seen at the first paint.
            self.set_focus(pane.body)

    def resume_pane(self, pane: ListDetail) -> None:
        """Take up the place in a tab that is made now."""
        name = pane.section.name
        front = name == self.resumed.tab
        place = self.resumed.tabs.get(name, InTab())
        pane.reading = front and self.resumed.reading
        pane.position.restore(place)
        pane.set_class(front and self.resumed.zoomed, "-zoomed")

    def whereabouts(self) -> InBrief:
        """The place in the brief now."""
        front = self.pane
        tabs = {pane.section.name: pane.position.now() for pane in self.query(ListDetail)}
        return InBrief(
            self.sections[self.tab].name,
            {**self.resumed.tabs, **tabs},
            front is not None and front.reading,
            front is not None and front.has_class("-zoomed"),
            self.reach,
        )
