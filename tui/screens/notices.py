"""Short notices to the reader."""

from textual.widget import Widget

from tui.brief.shown import shown


def show_notice(widget: Widget, message: str, *, error: bool = False) -> None:
    """Show a notice. What it quotes of a file is shown as text, whatever characters it has."""
    widget.notify(shown(message), severity="error" if error else "information")
