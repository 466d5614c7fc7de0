"""`samspil ledger`: how far candidates have come, from suggestion to what is alive."""

from __future__ import annotations

import argparse
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "ledger", parents=everywhere, help="from suggestion to what is alive a year after the grant"
    )
    parser.add_argument(
        "--from", dest="since", default="", metavar="DATE", help="put on a list from this day on"
    )
    parser.add_argument("--until", default="", metavar="DATE", help="put on a list until this day")
    parser.add_argument("--theme", default="", metavar="ID", help="of this theme, by its id")
    parser.add_argument(
        "--sector", default="", choices=("association", "public", "business"), help="of this sector"
    )
    parser.add_argument("--district", default="", metavar="NAME", help="of this district")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Tell the stages and, to files and programs, every table."""
    from matcher.services.ledger import LedgerAsked, show_ledger
    from matcher.services.ledger.telling import told
    from matcher.wording.ledger import STAGE_LABELS

    asked = LedgerAsked(
        since=arguments.since,
        until=arguments.until,
        theme=arguments.theme,
        sector=arguments.sector,
        district=arguments.district,
    )
    output = context.output
    found = show_ledger(
        context.installation, context.actor, asked, as_of=context.as_of, language=output.language
    )
    answer = told(found, output.language)
    if output.format == "json":
        output.json(answer)
        return
    for line in found.words:
        output.line(line)
    output.table(
        [message("Stage"), message("Candidates"), message("Median days"), message("Days rest on")],
        [
            [output.say(STAGE_LABELS[each["stage"]]), each["count"], each["days"], each["rests_on"]]
            for each in answer["all"]["stages"]
        ],
    )
