"""Colours as plain values, calculated as Textual calculates its own, without loading it.

Reading a theme is part of every start, and Textual's class of colours brings half of Textual with
it: a tenth of a second.
"""

from typing import NamedTuple

PALETTE = (
    "primary",
    "secondary",
    "warning",
    "error",
    "success",
    "accent",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
"""The colours of a theme that others may name with a `$`."""
TERMINAL = (
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright_black",
    "bright_red",
    "bright_green",
    "bright_yellow",
    "bright_blue",
    "bright_magenta",
    "bright_cyan",
    "bright_white",
)
"""The sixteen colours of a terminal: `ansi_red` and so on."""
DEFAULT = -1
"""The terminal's default colour, `ansi_default`."""


class Colour(NamedTuple):
    """A colour with its opacity, or one of the terminal's own."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0
    ansi: int | None = None
    """Index into `TERMINAL`, or `DEFAULT`; None: a fixed colour."""

    @property
    def hex(self) -> str:
        """The colour as a style sheet writes it: `#46B3DE`, `#46B3DE80`, `ansi_red`."""
        if self.ansi is not None:
            return f"ansi_{'default' if self.ansi == DEFAULT else TERMINAL[self.ansi]}"
        opacity = "" if self.alpha == 1 else f"{int(self.alpha * 255):02X}"
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}{opacity}"

    @property
    def normalized(self) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        return (self.red / 255, self.green / 255, self.blue / 255)

    @property
    def brightness(self) -> float:
        """Perceived brightness from 0 to 1."""
        red, green, blue = self.normalized
        return (299 * red + 587 * green + 114 * blue) / 1000

    @property
    def inverse(self) -> "Colour":
        """The opposite colour, with the same opacity."""
        return Colour(255 - self.red, 255 - self.green, 255 - self.blue, self.alpha)

    def faded(self, share: float) -> "Colour":
        """The colour with a share of its opacity; those of the terminal have no opacity."""
        return self if self.ansi is not None else self._replace(alpha=self.alpha * share)

    def blend(self, other: "Colour", factor: float) -> "Colour":
        """An opaque colour between this one (0) and another (1)."""
        if other.ansi is not None or factor >= 1:
            return other
        if factor <= 0:
            return self
        pairs = zip(self[:3], other[:3], strict=True)
        return Colour(*(int(one + (two - one) * factor) for one, two in pairs))

    def under(self, other: "Colour") -> "Colour":
        """What is seen of another colour laid over this one."""
        return self.blend(other, other.alpha)


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
TRANSPARENT = Colour(0, 0, 0, 0)


def parse_plain(text: str) -> Colour | None:
    """Read `#d08770`, `#d0877080`, `transparent` or `ansi_red`; None for anything else.

    These are what themes are made of; the other notations are left to Textual.
    """
    if text == "transparent":
        return TRANSPARENT
    if text.startswith("ansi_"):
        return _of_terminal(text.removeprefix("ansi_"))
    digits = text[1:]
    if not text.startswith("#") or not set(digits) <= set("0123456789abcdefABCDEF"):
        return None
    if len(digits) in {3, 4}:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in {6, 8}:
        return None
    red, green, blue, *rest = bytes.fromhex(digits)
    return Colour(red, green, blue, rest[0] / 255 if rest else 1.0)


def _of_terminal(name: str) -> Colour | None:
    if name == "default":
        return Colour(0, 0, 0, ansi=DEFAULT)
    if name not in TERMINAL:
        return None
    index = TERMINAL.index(name)
    if index == 7:
        return Colour(192, 192, 192, ansi=index)
    if index == 8:
        return Colour(128, 128, 128, ansi=index)
    most = 255 if index > 8 else 128
    red, green, blue = (most if index >> bit & 1 else 0 for bit in range(3))
    return Colour(red, green, blue, ansi=index)
