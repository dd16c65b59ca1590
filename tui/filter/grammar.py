"""The filter language in a table, for the help."""

from tui.filter.query import STATES

GRAMMAR = (
    ("kyiv drone", "contains both, each at the beginning of a word, in any case and spelling"),
    ('"peace talks"', "contains these words in this order"),
    ("a or b", "one or both; brackets group: (a or b) c"),
    ("not a, -a", "does not contain it"),
    ("party:ua", "names somebody of the party"),
    ("by:sbu", "is said or done by it, or by somebody of it"),
    ("person: round: venue: source: id:", "names it: an id, or the beginning of a name"),
    ("status: kind: tag:", "is in that state now, of that kind, has the tag"),
    ("text:", "says so itself, apart from the names it refers to"),
    ("after: before: on:", "may lie there; 2025, 2025-06, 2025-06-02, 2025-05/2025-06"),
    ("is:", ", ".join(STATES)),
)
"""What is written, and what it finds."""
