"""The filter language in a table, for the help."""

from tui.filter.query import STATES

GRAMMAR = (
    ("kyiv drone", "both stand in it, at the beginning of a word; case and accents do not matter"),
    ('"peace talks"', "these words as they follow"),
    ("a or b", "one or both; brackets put together: (a or b) c"),
    ("not a, -a", "it does not stand in it"),
    ("party:ua", "names somebody of the party"),
    ("by:sbu", "is said or done by it, or by somebody of it"),
    ("person: round: venue: source: id:", "names it: an id, or how a name begins"),
    ("status: kind: tag:", "is in that state now, of that kind, bears the tag"),
    ("text:", "says so itself, the names of others aside"),
    ("after: before: on:", "may lie there; 2025, 2025-06, 2025-06-02, 2025-05/2025-06"),
    ("is:", ", ".join(STATES)),
)
"""What is written, and what it finds."""
