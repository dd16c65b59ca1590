"""How much a file may ask of the reader before it is refused."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds of one file. They keep any file, honest or hostile, within a second or two."""

    file: int = 8 * 1024 * 1024
    """Bytes."""
    depth: int = 32
    """Lists and maps inside one another, through aliases too."""
    nodes: int = 500_000
    """Texts, lists and maps, with every alias counted at its expanded size."""
    aliases: int = 100
    text: int = 256 * 1024
    """Characters of one text."""
    lines: int = 5_000
    """Lines of one text."""


LIMITS = Limits()

PURE_LIMITS = Limits(file=1024 * 1024, nodes=50_000)
"""For PyYAML built without libyaml, which reads ten times slower."""


def size_message(size: int, limit: int) -> str:
    """Say that `size` bytes are over `limit` bytes."""
    unit, name = (1_000_000, "MB") if limit >= 1_000_000 else (1, "bytes")
    digits = 1 if unit > 1 else 0
    return f"file is {size / unit:.{digits}f} {name}; the limit is {limit / unit:.{digits}f} {name}"
