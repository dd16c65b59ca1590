"""What is shown for a sign or a letter that cannot be shown."""

from tui.blocks import SIGNS

_HEIGHTS = dict(zip("▁▂▃▄▅▆▇█", "_-=+oO%#", strict=True))
_BRAILLE = {
    chr(0x2800 + bits): ("'" if not bits & 0xE4 else "." if not bits & 0x1B else ":")
    for bits in range(1, 256)
}
"""The upper or the lower half of a cell, or both: a coast line can still be followed."""

CELLS = {
    # Signs of ours, should one come here that was not spelt before.
    "≠": "!", "✓": "v", "≈": "~", "∥": "/", "⇄": "x", "∅": "-", "•": "*", "†": "+", "‼": "!",
    "★": "#", "⊘": "C",
    # Drawings: each kind of bar, point and line another sign.
    "■": "#", "□": "o", "━": "=", "░": ":", "▒": "%", "▶": ">", "◀": "<", "╎": "|", "╱": "/",
    "└": "\\", "─": "-", "→": ">", "←": "<", "↑": "^", "↓": "v", "●": "*", "○": "o", "◦": ".",
    "×": "x", "├": "|", "┤": "|", "┬": "+", "▸": ">", "◂": "<", "│": "|", "▌": "|", "▎": "|",
    "▏": "|", "▐": "|", "▕": "|", "▀": "-", "▔": "-", "▛": "+", "▜": "+", "▙": "+", "▟": "+",
    # Marks of a text.
    "…": ">", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "“": '"', "”": '"', "„": '"',
    "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'",
    "′": "'", "″": '"', "‹": "<", "›": ">", "·": ".", "↵": "|", "¶": "#", "°": " ", "⋮": ":",
    "\xa0": " ", "\u2800": " ", "⁄": "/", "¿": "?", "¡": "!",
} | _HEIGHTS | _BRAILLE  # fmt: skip
"""Each as wide as itself."""

FRAMES = str.maketrans("▁▂▃▄▅▆▇█", "   -   #")
"""Blocks around texts are no heights: ends of a scroll bar, the lower edge of a box."""

FREE = {sign.glyph: sign.ascii for sign in SIGNS} | {
    "…": "...", "—": "--", "→": "->", "←": "<-", "↑": "up", "↓": "down", "⏎": "enter",
    "⌫": "backspace", "↔": "<->", "⇒": "=>", "≤": "<=", "≥": ">=",
    "±": "+/-", "°": " deg", "€": "EUR", "£": "GBP", "¥": "JPY", "µ": "u",
    "§": "sec. ", "▌": ">", "↵": " / ", "©": "(c)", "®": "(r)", "¹": "^1", "²": "^2", "³": "^3",
}  # fmt: skip
"""Where there is room for more than one cell."""

LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    "ħ": "h", "ŋ": "ng", "ə": "e", "ŧ": "t", "ĸ": "k",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n",
    "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "ѕ": "dz", "т": "t", "ћ": "c", "ђ": "dj",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "џ": "dz", "ш": "sh", "щ": "shch",
    "ъ": "'", "ы": "y", "ь": "'", "э": "e", "ю": "yu", "я": "ya",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
"""Letters that are no others with a mark on them, romanised. Of other scripts nothing is guessed:
what is written without vowels, or as whole words, takes somebody who can read it."""
