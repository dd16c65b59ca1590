"""The theme the reader chose, remembered as long as the configuration says nothing newer."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.state.store import Memory

KIND, NAME = "setting", "theme"


def keep_theme(memory: "Memory", name: str, configured: str) -> None:
    """Remember a choice; `configured` is what the configuration says of themes meanwhile."""
    memory.put(KIND, "", NAME, f"{name}\n{configured}".encode())


def chosen_theme(memory: "Memory") -> tuple[str, str]:
    """The theme chosen last, and what the configuration said of themes then."""
    name, _, then = (memory.get(KIND, "", NAME) or b"").decode(errors="replace").partition("\n")
    return name, then


def kept_theme(memory: "Memory", configured: str) -> str:
    """The theme chosen last; "" where the configuration has been changed since."""
    name, then = chosen_theme(memory)
    return name if then == configured else ""
