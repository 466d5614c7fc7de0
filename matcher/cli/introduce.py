"""`samspil introduce A B`: who knows whom between two organisations."""

from __future__ import annotations

import argparse
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "introduce", parents=everywhere, help="the warm paths between two organisations"
    )
    parser.add_argument("a", metavar="A", help="id, name, or the beginning of a name")
    parser.add_argument("b", metavar="B")
    parser.add_argument("--paths", type=int, default=3, metavar="N", help="how many (default 3)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Find the paths; none is an answer, too."""
    from matcher.services.find_introductions import find_introductions

    answer = find_introductions(
        context.installation,
        context.actor,
        arguments.a,
        arguments.b,
        as_of=context.as_of,
        paths=arguments.paths,
    )
    output = context.output
    if output.format == "json":
        output.json(answer)
        return
    if not answer["paths"]:
        output.line(message("Nobody they know leads from the one to the other."))
    output.table(
        [message("Path"), message("Strength")],
        [
            [" → ".join(step["name"] for step in path["organisations"]), path["strength"]]
            for path in answer["paths"]
        ],
    )
