"""`samspil map OUT`: the network as one file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matcher.cli.conditions import Conditions, condition
from matcher.cli.context import Context
from matcher.cli.files import write_whole
from matcher.errors import Refusal
from matcher.wording.message import message

if TYPE_CHECKING:
    from matcher.network.picture import MapPicture

FORMATS = ("html", "svg", "png", "pdf", "gexf", "times.gexf", "graphml", "json")
"""As webui.maps.files has them, which is imported only where a map is written."""


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser("map", parents=everywhere, help="write the network map to a file")
    parser.add_argument("out", type=Path, metavar=f"OUT.({'|'.join(FORMATS)})")
    parser.add_argument("--around", metavar="WHO", help="only what is near this organisation")
    parser.add_argument("--steps", type=int, default=2, metavar="N", help="how near (default 2)")
    parser.add_argument("--path-to", metavar="WHO", help="the shortest ways from --around to here")
    parser.add_argument("--collaboration", metavar="ID", help="only who takes part in this one")
    parser.add_argument(
        "--where",
        action=Conditions,
        default={},
        type=condition,
        metavar="KEY=VALUE",
        help="sector, kind, theme, target_group, offers, needs, area, agreement, from, until, "
        "evidence or funding_until; may be given several times",
    )
    parser.add_argument(
        "--look",
        action=Conditions,
        default={},
        type=condition,
        metavar="KEY=VALUE",
        help="how it looks: colour, size, lines, width, palette, together or labels; may be given "
        "several times",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Draw the map and write it; the file's ending says the format."""
    from matcher.services.draw_map import draw_map, map_view

    format_ = _format(arguments.out)
    if format_ is None:
        raise Refusal(
            "invalid",
            message("A map cannot be written as {ending}.", ending=arguments.out.suffix or "–"),
            message("Choose one of: {formats}", formats=", ".join(FORMATS)),
        )
    view = map_view(
        context.installation,
        context.actor,
        where=arguments.where,
        around=arguments.around,
        steps=arguments.steps,
        path_to=arguments.path_to,
        collaboration=arguments.collaboration,
        as_of=context.as_of,
    )
    picture = draw_map(context.installation, context.actor, view, as_of=context.as_of)
    write_whole(arguments.out, _written(picture, format_, arguments.look, context))
    if context.output.format == "json":
        context.output.json(
            {
                "file": str(arguments.out),
                "nodes": len(picture.nodes),
                "ties": len(picture.ties),
            }
        )
        return
    context.output.line(
        message(
            "{file}: {nodes} organisations and {ties} ties.",
            file=str(arguments.out),
            nodes=len(picture.nodes),
            ties=len(picture.ties),
        )
    )


def _format(out: Path) -> str | None:
    """The longest of the endings that the file has; None if it has none of them."""
    fitting = [each for each in FORMATS if out.name.lower().endswith(f".{each}")]
    return max(fitting, key=len, default=None)


def _written(picture: MapPicture, format_: str, look: Mapping[str, str], context: Context) -> bytes:
    from webui.maps.files import FORMATS as WRITERS
    from webui.maps.look import KEYS, read_look
    from webui.maps.sheet import sheet

    for key in look:
        if key not in KEYS:
            raise Refusal(
                "invalid",
                message("The look of a map has no part called “{key}”.", key=key),
                message("Choose one of: {keys}", keys=", ".join(KEYS)),
            )
    drawn = sheet(
        context.installation,
        context.actor,
        picture,
        read_look(look),
        context.output.language,
    )
    return WRITERS[format_].write(drawn)
