"""The theme the reader chose, remembered as long as the configuration says nothing newer."""

from tui.memory.store import Memory

KIND, NAME = "setting", "theme"


def keep_theme(memory: Memory, name: str, configured: str) -> None:
    """Remember a choice; `configured` is what the configuration says of themes meanwhile."""
    memory.put(KIND, "", NAME, f"{name}\n{configured}".encode())


def kept_theme(memory: Memory, configured: str) -> str:
    """The theme chosen last; "" where the configuration has been changed since."""
    name, _, then = (memory.get(KIND, "", NAME) or b"").decode(errors="replace").partition("\n")
    return name if then == configured else ""
