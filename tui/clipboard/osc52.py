"""OSC 52: the sequence that asks a terminal to set the clipboard of the machine it runs on.

It works over ssh. No terminal says whether it did: many ask for a setting first, some drop it.
"""

import base64
from collections.abc import Mapping

MOST = 74_994
"""Bytes of text: in base64 with the frame 100,000, more than which hterm, xterm and others drop."""
_PIECE = 252
"""Bytes in one string of screen's, which takes 256 with its frame."""


def fits(text: str) -> bool:
    """Whether terminals take as much."""
    return len(text.encode("utf-8", "replace")) <= MOST


def sequence(text: str, env: Mapping[str, str]) -> str:
    """What to write to the terminal; for GNU screen in pieces that it passes on.

    tmux takes the sequence itself, where `set-clipboard` is on. Wrapped for passing on it would
    need `allow-passthrough`, which is off as tmux comes.
    """
    data = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    plain = f"\x1b]52;c;{data}\a"
    if env.get("TMUX") or not env.get("STY"):
        return plain
    pieces = (plain[at : at + _PIECE] for at in range(0, len(plain), _PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
