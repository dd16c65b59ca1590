"""The filter language: a line of words and fields → what passes it.

    parse_query(text) -> Query          what was asked, or what is wrong in it and where
    facets(view, record) -> Facets      what a record can be asked for
    matches(query, facets) -> bool      whether it passes

Knows nothing of the screen: a list, the search over many briefs and `print` ask alike. Queries and
facets are plain frozen values, to be kept or sent anywhere.
"""

from tui.filter.complete import Completion, complete
from tui.filter.facets import Facets, facets
from tui.filter.match import matches
from tui.filter.parse import parse_query
from tui.filter.presets import PRESETS
from tui.filter.query import FIELDS, RELATIONS, STATES, Fault, Query, show
from tui.filter.rows import Sieve
from tui.filter.vocabulary import FieldValue, Vocabulary, vocabulary

__all__ = [
    "FIELDS",
    "PRESETS",
    "RELATIONS",
    "STATES",
    "Completion",
    "Facets",
    "Fault",
    "FieldValue",
    "Query",
    "Sieve",
    "Vocabulary",
    "complete",
    "facets",
    "matches",
    "parse_query",
    "show",
    "vocabulary",
]
