"""What a reader asks for, as an expression of FTS5. Nothing typed is ever part of its syntax."""

import re
from dataclasses import dataclass

from tui.library.documents import folded

_PIECE = re.compile(r'(?P<no>-|not\s+)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.I)
_COLUMNS = "{title names text}"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found, or not to be found."""

    text: str
    """Folded words that follow each other; never empty."""
    prefix: bool
    """Whether the last of them may go on."""
    absent: bool = False

    def expression(self, *, exact: bool) -> str:
        """As FTS5 has it: in quotes, so that it is text whatever stands in it."""
        return f'"{self.text}"' + ("*" if self.prefix and not exact else "")


@dataclass(frozen=True, slots=True)
class Asked:
    """Alternatives, each of terms that all have to hold."""

    groups: tuple[tuple[Term, ...], ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """What is to be seen in a result."""
        return tuple(term for group in self.groups for term in group if not term.absent)

    def expression(self, *, exact: bool = False, column: str = _COLUMNS) -> str:
        """For MATCH; `exact` takes words as whole ones."""
        told = (_group(group, exact=exact, column=column) for group in self.groups)
        return " OR ".join(f"({each})" for each in told)


def ask(text: str) -> Asked | None:
    """Read what was typed; None where there is nothing to look for yet.

    Words are beginnings of words; `"in quotes"` they follow each other; `-word` and `not word`
    must not be there; `or` parts alternatives. What only excludes finds nothing.
    """
    groups: list[tuple[Term, ...]] = []
    current: list[Term] = []
    for found in _PIECE.finditer(text):
        if (found["word"] or "").lower() == "or" and not found["no"]:
            groups.append(tuple(current))
            current = []
            continue
        words = folded(found["phrase"] if found["word"] is None else found["word"])
        if words:
            current.append(Term(words, found["word"] is not None, bool(found["no"])))
    groups.append(tuple(current))
    wanted = tuple(group for group in groups if any(not term.absent for term in group))
    return Asked(wanted) if wanted else None


def _group(terms: tuple[Term, ...], *, exact: bool, column: str) -> str:
    wanted = " AND ".join(
        f"{column} : {term.expression(exact=exact)}" for term in terms if not term.absent
    )
    unwanted = "".join(
        f" NOT {_COLUMNS} : {term.expression(exact=False)}" for term in terms if term.absent
    )
    return wanted + unwanted if not unwanted else f"({wanted}){unwanted}"
