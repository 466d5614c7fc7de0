"""`samspil shortlist export ID OUT`: a shortlist as a spreadsheet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.cli.files import write_whole
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb with its parts."""
    parser = verbs.add_parser("shortlist", help="export and make shortlists")
    parts = parser.add_subparsers(metavar="VERB", required=True)
    export = parts.add_parser("export", parents=everywhere, help="write one as XLSX or CSV")
    export.add_argument("id", metavar="ID")
    export.add_argument("out", type=Path, metavar="OUT.(xlsx|csv)")
    export.set_defaults(run=run_export)
    make = parts.add_parser("make", parents=everywhere, help="keep the best suggestions as one")
    make.add_argument("who", metavar="WHO", help="id, name, or the beginning of a name")
    make.add_argument("--top", type=int, default=5, metavar="N", help="how many (default 5)")
    make.set_defaults(run=run_make)


def run_export(arguments: argparse.Namespace, context: Context) -> None:
    """Export; the file's ending says the format."""
    from matcher.services.export_shortlist import export_shortlist

    data = export_shortlist(
        context.installation,
        context.actor,
        arguments.id,
        arguments.out.suffix.lower().lstrip("."),
        language=context.output.language,
        as_of=context.as_of,
    )
    write_whole(arguments.out, data)
    _done(
        context, {"file": str(arguments.out)}, message("Written: {file}", file=str(arguments.out))
    )


def run_make(arguments: argparse.Namespace, context: Context) -> None:
    """Keep the best suggestions for an organisation as a new shortlist."""
    from matcher.services.shortlists import make_from_suggestions

    made = make_from_suggestions(
        context.installation,
        context.actor,
        arguments.who,
        as_of=context.as_of,
        top=arguments.top,
        language=context.output.language,
    )
    _done(context, {"id": made}, message("The shortlist is {id}.", id=made))


def _done(context: Context, answer: dict[str, str], line: Any) -> None:
    if context.output.format == "json":
        context.output.json(answer)
    else:
        context.output.line(line)
