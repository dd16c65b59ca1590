"""Themes: files that say how each role of a text looks, turned into themes of Textual.

A theme file is as little to be trusted as a brief: a colour Textual does not know would end the
application at the next repaint, so nothing gets near it that was not read, checked and tried.
"""

from tui.theme.ink import role_styles
from tui.theme.live import apply, dry_run
from tui.theme.load import ParleyTheme, Themes, load_themes
from tui.theme.look import Look
from tui.theme.roles import role_defaults
from tui.theme.wardrobe import Wardrobe

__all__ = [
    "Look",
    "ParleyTheme",
    "Themes",
    "Wardrobe",
    "apply",
    "dry_run",
    "load_themes",
    "role_defaults",
    "role_styles",
]
