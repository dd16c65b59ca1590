"""Other spellings: `Kiev` finds what says Kyiv, and the other way round."""

from collections.abc import Mapping

from tui.filter.flat import flat, has_words, texts


class AliasIndex:
    """Spellings that stand for each other, found by their first word however many there are."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        """`aliases` are spellings and the ones the brief prefers."""
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for other, ours in aliases.items():
            one, two = flat(other), flat(ours)
            # Accents are out of the way already: `Ciragan` and `Çırağan` are one.
            if one and two and one != two:
                self._by_word.setdefault(one.split("_")[0], []).append((one, two))
                self._by_word.setdefault(two.split("_")[0], []).append((two, one))

    def others(self, text: str) -> str:
        """What else could stand for words of a text of `texts`, as one; empty for nothing."""
        words = self._by_word.keys() & set(text.split("_"))
        pairs = (pair for word in words for pair in self._by_word[word])
        found = sorted({other for words, other in pairs if has_words(words, text)})
        return texts(tuple(found)) if found else ""
