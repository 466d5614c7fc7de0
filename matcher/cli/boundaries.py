"""`samspil boundaries FILE.geojson`: the outlines of municipalities and districts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import listed, message, messages_n


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "boundaries",
        parents=everywhere,
        help="read the outlines of municipalities or districts for the geographic map",
    )
    parser.add_argument("path", type=Path, metavar="FILE.geojson", help="areas in WGS 84")
    parser.add_argument(
        "--level", choices=("municipality", "district"), required=True, help="what the areas are"
    )
    parser.add_argument("--municipality", default="", help="which one the districts are in")
    parser.add_argument("--name-field", metavar="F", help="the property that holds the names")
    parser.add_argument("--source", metavar="TEXT", help="whom to name beside the map")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Import and report. Refusal when the file cannot be read as a whole."""
    from matcher.exchange.source import sources
    from matcher.services.boundaries import BoundaryOptions, import_boundaries, show_boundaries

    done = import_boundaries(
        context.installation,
        context.actor,
        sources([arguments.path])[0],
        BoundaryOptions(
            level=arguments.level,
            municipality=arguments.municipality,
            name_field=arguments.name_field,
            source=arguments.source,
        ),
    )
    areas = show_boundaries(context.installation, context.actor, as_of=context.as_of)
    lacking = [each.name for each in areas.without_boundary if each.level == arguments.level]
    unmatched = [each.name for each in areas.without_organisation if each.level == arguments.level]
    output = context.output
    faulty = [
        {"number": each.number, "name": each.name, "reason": output.say(each.reason)}
        for each in done.faulty
    ]
    if output.format == "json":
        output.json(
            {
                "name_field": done.name_field,
                "created": list(done.created),
                "updated": list(done.updated),
                "unchanged": list(done.unchanged),
                "faulty": faulty,
                "areas_without_boundary": lacking,
                "boundaries_without_organisation": unmatched,
            }
        )
        return
    if output.format == "table":
        output.table(
            [message("Created"), message("Updated"), message("Unchanged")],
            [[len(done.created), len(done.updated), len(done.unchanged)]],
        )
    if faulty or output.format == "csv":
        output.table(
            [message("Area"), message("Name"), message("What is wrong")],
            [[str(each["number"]), each["name"], str(each["reason"])] for each in faulty],
        )
    output.line(message("Names were taken from “{field}”.", field=done.name_field))
    if lacking:
        output.line(message("Still without a boundary: {areas}.", areas=listed([*lacking])))
    if unmatched:
        output.line(
            messages_n(
                "{n} boundary is that of an area where no organisation is.",
                "{n} boundaries are those of areas where no organisation is.",
                n=len(unmatched),
            )
        )
