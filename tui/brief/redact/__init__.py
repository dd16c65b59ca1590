"""A new brief without what is above a level of handling, to be handed on.

Whole files are written from what is kept: no comment, no anchor and no line of the old ones
goes along.
"""

from tui.brief.redact.redact import Redaction, redact

__all__ = ["Redaction", "redact"]
