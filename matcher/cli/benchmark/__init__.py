"""`samspil benchmark`: how fast suggestions are on a generated network, beside other methods."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from matcher.cli.context import Context
from matcher.cli.numbers import count
from matcher.wording.message import Message, message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "benchmark", parents=everywhere, help="how fast suggestions are, on a generated network"
    )
    parser.add_argument(
        "--organisations",
        type=count,
        default=10_000,
        metavar="N",
        help="how many the network has (default 10000)",
    )
    parser.add_argument(
        "--seed", type=_number, default=1, metavar="N", help="another one, another network"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Measure, in a database of its own that is thrown away; yours is left alone."""
    from matcher.cli.benchmark.measured import measured

    with (
        tempfile.TemporaryDirectory() as folder,
        Console(file=sys.stderr).status("") as status,
    ):
        answer = measured(
            Path(folder),
            organisations=arguments.organisations,
            seed=arguments.seed,
            as_of=context.as_of,
            tell=lambda step: status.update(context.output.say(step)),
        )
    if context.output.format == "json":
        context.output.json(answer)
        return
    context.output.table(
        [message("Measured"), message("Number"), message("× Samspil")], _rows(answer, context)
    )


def _rows(answer: dict[str, Any], context: Context) -> list[list[Any]]:
    told: list[tuple[Message, Any]] = [
        (message("Organisations"), answer["organisations"]),
        (message("Loading, s"), answer["load_s"]),
        (message("Memory, MB"), answer["rss_mb"]),
        (message("A suggestion, ms (half are quicker)"), answer["suggest_ms"]["p50"]),
        (message("A suggestion, ms (19 of 20 are quicker)"), answer["suggest_ms"]["p95"]),
        (message("A change in the next suggestion, ms"), answer["update_ms"]),
    ]
    return [
        *([context.output.say(name), number, None] for name, number in told),
        *([f"{name}, ms", peer["p50"], peer["ratio"]] for name, peer in answer["peers"].items()),
    ]


def _number(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
