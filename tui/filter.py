"""Rows that hold some words, wherever in them; case and accents do not matter."""

from tui.blocks import Line, Row
from tui.brief.spelling import fold


def matching(rows: tuple[Row, ...], words: str) -> tuple[Row, ...]:
    """The rows in which every word stands; all of them where no word is given.

    A row is looked through with its heading, its signs' words and what it is filed under, so that
    `russia disputed` finds what Russia disputes.
    """
    wanted = [fold(word) for word in words.split()]
    if not wanted:
        return rows
    return tuple(row for row in rows if all(word in _text(row) for word in wanted))


def _text(row: Row) -> str:
    signs = " ".join(sign.word for sign in row.signs)
    parts = (_plain(row.title), _plain(row.below), _plain(row.aside), row.group, signs, row.filed)
    return fold(" ".join(parts))


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)
