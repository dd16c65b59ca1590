"""Names for one and the same, as a brief gives them: another one, and its own."""

from collections.abc import Iterator

from tui.brief.model import Brief


def other_names(brief: Brief) -> Iterator[tuple[str, str]]:
    """Every other name with the brief's own; of people, parties, organizations and venues too."""
    yield from brief.aliases.items()
    for records in (brief.people, brief.parties, brief.organizations, brief.venues):
        for record in records:
            for alias in record.aliases:
                yield alias, record.name
