"""`samspil export OUT`: the whole network as files that can be imported again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "export", parents=everywhere, help="all records as files that can be imported again"
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="a folder for CSV, or a file.xlsx")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Export all that the command line may see, contact persons included."""
    from matcher.services.export_network import export_network

    export_network(context.installation, context.actor, arguments.out)
    if context.output.format == "json":
        context.output.json({"file": str(arguments.out)})
    else:
        context.output.line(message("Written: {file}", file=str(arguments.out)))
