"""What cannot all be true in a brief: dates out of order, sums and lengths that do not come out.

Every check is silent where any reading of the dates lets both be true: days may be told by the
calendar of any party, times without a zone may lie in any, and of several dates claimed all have to
be out of order. What is nowhere put into fields, as the conditions of a stance, is not checked.
"""

from collections.abc import Iterator
from itertools import chain

from tui.analysis.consistency.amounts import lengths_of_talks, longer_than_the_conflict, too_many
from tui.analysis.consistency.clock import Clock, Finding
from tui.analysis.consistency.order import (
    answer_before_question,
    ceasefire_backwards,
    effect_before_cause,
    meeting_before_proposal,
    mentioned_before_announced,
    received_before_sent,
    reported_before_it_happened,
    rounds_out_of_order,
    tranche_out_of_time,
)
from tui.brief.model import Brief
from tui.brief.register import Register

__all__ = ["Clock", "Finding", "findings"]

_CHECKS = (
    effect_before_cause, meeting_before_proposal, rounds_out_of_order, answer_before_question,
    received_before_sent, mentioned_before_announced, ceasefire_backwards,
    reported_before_it_happened, tranche_out_of_time,
    longer_than_the_conflict, lengths_of_talks, too_many,
)  # fmt: skip


def findings(brief: Brief, known: Register) -> tuple[Finding, ...]:
    """Everything that does not add up, by kind and then in the order of the brief."""
    clock = Clock(brief, known)
    found: Iterator[Finding] = chain.from_iterable(check(clock) for check in _CHECKS)
    return tuple(found)
