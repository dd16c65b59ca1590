"""The brief in a minute: bottom line, judgments, what to watch, what is not known."""

from typing import Annotated

from tui.brief.claims import Claimed
from tui.brief.fields import ORDERED, REQUIRED, To, Words
from tui.brief.model.registers import ActorRef, JointRef
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.value import value
from tui.brief.when import When

AnyRef = Annotated[Reference, To("*")]
"""Any record of the brief."""


@value
class Judgment(Record):
    """What the writer concludes (after ICD 203). Never mixed with what parties claim."""

    KEY = ("text",)

    text: Annotated[str, REQUIRED] = ""
    """The judgment, without words of likelihood or confidence."""
    likelihood: Annotated[
        str,
        Words(
            "almost no chance", "very unlikely", "unlikely", "roughly even chance",
            "likely", "very likely", "almost certain",
        ),
    ] = ""  # fmt: skip
    """One of the seven terms of ICD 203."""
    confidence: Annotated[str, Words("low", "moderate", "high")] = ""
    """How good the evidence is; not how likely the event."""
    basis: tuple[AnyRef, ...] = ()
    """Records it rests on."""
    assumes: str = ""
    """What has to hold for it."""
    would_change: str = ""
    """What would change it."""
    by: JointRef | None = None
    """Whose judgment it is, where not the writer's."""


@value
class Watch(Record):
    """Something to look out for."""

    KEY = ("text",)

    text: Annotated[str, REQUIRED] = ""
    about: tuple[AnyRef, ...] = ()
    """Records it concerns."""
    indicator: str = ""
    """What one would see."""
    by_when: When | None = None
    """When it should have shown itself."""


@value
class TalkingPoint(Record):
    """A line to take."""

    KEY = ("text",)

    text: Annotated[str, REQUIRED] = ""
    for_: tuple[ActorRef, ...] = ()
    """Whom it is for."""


@value
class Overview(Record):
    """The first page."""

    bluf: str = ""
    """Bottom line up front: the brief in a few sentences."""
    judgments: Annotated[tuple[Judgment, ...], ORDERED] = ()
    """What the writer concludes."""
    watch: Annotated[tuple[Watch, ...], ORDERED] = ()
    """What to look out for."""
    talking_points: Annotated[tuple[TalkingPoint, ...], ORDERED] = ()
    """Lines to take."""


@value
class OpenQuestion(Record):
    """What is not known."""

    KEY = ("question",)

    question: Annotated[str, REQUIRED] = ""
    about: tuple[AnyRef, ...] = ()
    """Records it concerns."""
    why_it_matters: str = ""
    status: Annotated[str, Words("open", "partly", "answered", "moot")] = ""
    would_settle: str = ""
    """What would answer it."""
    answer: Claimed[str] | None = None
    asked: When | None = None
    due: When | None = None
    """When an answer is needed."""
