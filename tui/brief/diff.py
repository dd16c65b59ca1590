"""What is other in one state of a brief than in another, by the identity of records."""

from tui.brief.register import Register


def changed_keys(old: Register, new: Register) -> frozenset[str]:
    """Keys of records that are new, or say something else than before.

    Text that only moved is no change: places take no part in comparing records.
    """
    return frozenset(
        key
        for key, record in new.by_key.items()
        if (before := old.by_key.get(key)) is not record and before != record
    )
