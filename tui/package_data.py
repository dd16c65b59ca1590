"""The folders that come with Parley, `themes` and `briefs`, and what is opened by default."""

from pathlib import Path


def shipped(name: str) -> Path:
    """The folder of this name: inside the package in a wheel, beside it in a checkout.

    It is not sure to be there: a package cut down by somebody else may come without.
    """
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def default_library(configured: str) -> Path:
    """What is opened if no path is given: the configured library, ./briefs, or the shipped ones."""
    if configured:
        return Path(configured).expanduser()
    here = Path("briefs")
    return here if here.is_dir() else shipped("briefs")
