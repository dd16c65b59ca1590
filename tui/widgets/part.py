"""Classes that screens, panes and the application are put together from.

For every class of nodes Textual goes through all its ancestors, to gather their bindings and
reactives. For forty classes of which there is never an instance that took a tenth of a start; what
they bring is gathered once, where something is made of them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.dom import DOMNode as Node
else:
    # No node by itself: Textual looks for the styles of a class in the first of its bases that is.
    Node = object


class Part(Node):
    """Stands before a class of Textual's; what is declared with `part=True` has no instances."""

    def __init_subclass__(
        cls, *, part: bool = False, inherit_bindings: bool = True, **given: Any
    ) -> None:
        if part:
            # Looked up by Textual on each ancestor, and inherited like any other name.
            cls._inherit_bindings = inherit_bindings
        else:
            super().__init_subclass__(inherit_bindings=inherit_bindings, **given)
