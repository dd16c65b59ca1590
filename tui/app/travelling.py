"""The part of the application that knows the way a reader took, from brief to brief."""

from pathlib import Path

from tui.app.copying import CopyingApp
from tui.screens.brief import BriefScreen
from tui.session.history import Stop, Trail
from tui.settings.config import LoadedConfig
from tui.theme.registry import InitialTheme


class TravellingApp(CopyingApp, part=True):
    """Opens briefs, and finds the way back to where one was before."""

    def __init__(self, initial_theme: InitialTheme, configured: LoadedConfig | None) -> None:
        super().__init__(initial_theme, configured)
        self.trail = Trail()

    def put_in_front(self, path: Path) -> BriefScreen:
        """Show a brief; one that was open is found as it was left."""
        raise NotImplementedError

    def open_brief(self, path: Path) -> BriefScreen:
        """Show a brief, and remember where the reader was."""
        screens = (each for each in reversed(self.screen_stack) if isinstance(each, BriefScreen))
        if front := next(screens, None):
            self.trail.leave(front.stop())
        return self.put_in_front(path)

    def return_to(self, stop: Stop) -> None:
        """Show a place in another brief that one was at before."""
        self.put_in_front(stop.path).arrive(stop)
