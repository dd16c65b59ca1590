"""Which picture is drawn by what; each module only when its picture is there."""

from collections.abc import Iterator

from tui.blocks import Chart, Curve, Lanes, Line, Map, Sparkline


def draw(block: Chart | Curve | Map | Sparkline | Lanes, width: int) -> Iterator[Line]:
    """The lines of a picture, at most `width` cells wide; nothing where there is no room."""
    match block:
        case Chart():
            from tui.rendering.range_chart import draw_chart  # noqa: PLC0415

            return draw_chart(block, width)
        case Curve():
            from tui.rendering.curves import draw_curve  # noqa: PLC0415

            return draw_curve(block, width)
        case Map():
            from tui.rendering.maps import draw_map  # noqa: PLC0415

            return draw_map(block, width)
        case Sparkline():
            from tui.rendering.sparkline import draw_sparkline  # noqa: PLC0415

            return draw_sparkline(block, width)
    from tui.rendering.lanes import draw as draw_lanes  # noqa: PLC0415

    return draw_lanes(block, width)
