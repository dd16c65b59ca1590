"""Where the folders lie that come with the reader: `themes` and `briefs`."""

from pathlib import Path


def shipped(name: str) -> Path:
    """The folder of this name: inside the package in a wheel, beside it in a checkout.

    It is not sure to be there: a package cut down by somebody else may come without.
    """
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
