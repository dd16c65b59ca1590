"""Rules about rounds, delegations, documents and exchanges."""

from collections.abc import Iterator

from tui.brief.checked import Checked, warning
from tui.brief.model import Delegation
from tui.brief.place import Problem


def delegation_without_head(checked: Checked) -> Iterator[Problem]:
    """A delegation names nobody who leads it: neither `head:` nor a member with `role: head`."""
    for record in checked.brief.delegations:
        roles = {member.role for roster in record.rosters for member in roster.members}
        if record.head is None and "head" not in roles and not record.as_written:
            yield warning(record, "party", "head", "a delegation without a head")


def party_without_delegation(checked: Checked) -> Iterator[Problem]:
    """A party is named in a round and has no delegation there."""
    there = {_seat(record) for record in checked.brief.delegations}
    for record in checked.brief.rounds:
        for party in record.parties:
            if (party.id, record.id) not in there:
                message = f"`{party.id}` takes part in this round and has no delegation"
                yield warning(record, "parties", "delegation", message)


def _seat(record: Delegation) -> tuple[str, str]:
    party, at = record.party, record.round
    return party.id if party else "", at.id if at else ""


def received_from_nobody(checked: Checked) -> Iterator[Problem]:
    """A document is said to be received, and nobody wrote or sent it."""
    for record in checked.brief.documents:
        words = {state.status for state in record.states}
        if "received" in words and record.author is None and "sent" not in words:
            message = "said to be received; name its `author:` or who sent it"
            yield warning(record, "states", "sender", message)


def completed_without_date(checked: Checked) -> Iterator[Problem]:
    """An exchange is completed and no date says when."""
    for record in checked.brief.exchanges:
        done = [state for state in record.status if state.status == "completed"]
        dated = record.completed or any(state.when or state.as_of for state in done)
        if done and not dated:
            yield warning(record, "status", "undated", "completed, and no date says when")


def embargo_without_end(checked: Checked) -> Iterator[Problem]:
    """A brief is under embargo and does not say until when."""
    brief = checked.brief
    if brief.handling == "embargo" and brief.embargo_until is None:
        message = "an embargo without `embargo_until:`"
        yield Problem(brief.spot.field("handling"), "embargo", message, "warning")
