"""`samspil import PATH…`: organisations, collaborations and ties from files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "import", parents=everywhere, help="read organisations and collaborations from files"
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="CSV, XLSX or a folder")
    parser.add_argument("--mapping", type=Path, metavar="M.toml", help="which heading is what")
    parser.add_argument("--dry-run", action="store_true", help="report only; write nothing")
    parser.add_argument("--strict", action="store_true", help="one bad row refuses all")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Import and report. Refusal when a file cannot be read, or strictly when a row cannot."""
    from matcher.services.importing import import_files

    report = import_files(
        context.installation,
        context.actor,
        arguments.paths,
        mapping=arguments.mapping,
        dry_run=arguments.dry_run,
        strict=arguments.strict,
    )
    output = context.output
    answer = report.as_json(output.language)
    if output.format == "json":
        output.json(answer)
        return
    if output.format == "table":
        _counts(answer, context)
        for note in answer["notes"]:
            output.line(note)
    if answer["rejected"] or output.format == "csv":
        columns = ("file", "row", "column", "value", "reason")
        output.table(
            [
                message("File"),
                message("Row"),
                message("Column"),
                message("Value"),
                message("What is wrong"),
            ],
            [[row[column] for column in columns] for row in answer["rejected"]],
        )
    if arguments.dry_run:
        output.line(message("Nothing was written: this was a dry run."))


def _counts(answer: dict[str, Any], context: Context) -> None:
    records = {
        "organisations": message("Organisations"),
        "collaborations": message("Collaborations"),
        "participants": message("Participants"),
        "ties": message("Ties"),
        "capacities": message("Offers and needs"),
    }
    context.output.table(
        [message("Record"), message("Created"), message("Updated"), message("Unchanged")],
        [
            [context.output.say(label), *(answer[done][key] for done in _DONE)]
            for key, label in records.items()
        ],
    )


_DONE = ("created", "updated", "unchanged")
