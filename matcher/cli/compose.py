"""`samspil compose B.toml`: the set of partners that together covers a brief."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.cli.numbers import count
from matcher.cli.output import Cell, Output
from matcher.wording.labels import sector_label
from matcher.wording.message import message

_SLOT, _FILLED, _NEW, _RESERVES = (
    message("Slot"),
    message("Filled by"),
    message("To be introduced"),
    message("In reserve"),
)


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "compose", parents=everywhere, help="the set of partners that together covers a brief"
    )
    parser.add_argument("brief", type=Path, metavar="B.toml", help="what is looked for")
    parser.add_argument("--size", type=count, metavar="N", help="at most so many new members")
    parser.add_argument(
        "--alternatives", type=count, default=3, metavar="N", help="how many (default 3)"
    )
    parser.add_argument("--recipe", metavar="NAME", help="which recipe (default: in use)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Compose. Refusal for a brief that cannot be read, contradicts itself or asks for nothing."""
    from matcher.exchange.brief_file import read_brief
    from matcher.services.compose_consortium import compose_consortium
    from matcher.wording.consortium import spoken_consortia

    text = read_brief(arguments.brief)
    found = compose_consortium(
        context.installation,
        context.actor,
        text,
        as_of=context.as_of,
        size=arguments.size,
        alternatives=arguments.alternatives,
        recipe=arguments.recipe,
    )
    output = context.output
    answer = spoken_consortia(found.consortia, found.landscape, text.as_document(), output.language)
    if output.format == "json":
        output.json(answer)
    elif output.format == "csv":
        _csv(answer, context)
    else:
        _tables(answer, context)


def _tables(answer: dict[str, Any], context: Context) -> None:
    """A table for each consortium, and what the greedy one would cost."""
    output = context.output
    labels = {slot["name"]: slot["label"] for slot in answer["slots"]}
    for number, one in enumerate(answer["consortia"], start=1):
        title = message(
            "Consortium {number}: cost {cost}, introductions {introductions}. {sure}",
            number=number,
            cost=one["cost"],
            introductions=one["introductions"],
            sure=one["text"],
        )
        rows = _filled(one, labels, output)
        if rows:
            output.table([_SLOT, _FILLED, _NEW, _RESERVES], rows, title=output.say(title))
        else:
            output.line(title)
        for empty in one["why_uncovered"]:
            called = labels.get(empty["name"]) or output.say(sector_label(empty["name"]))
            output.line(message("Not covered: {name}. {why}", name=called, why=empty["text"]))
    output.line(message("Chosen one by one, it would cost {cost}.", cost=answer["greedy"]["cost"]))


def _filled(one: dict[str, Any], labels: dict[str, str], output: Output) -> list[list[Cell]]:
    """A row for each slot that somebody fills, then the sectors, then who fills nothing."""
    rows: list[list[Cell]] = []
    for name, label in labels.items():
        reserves = "\n".join(each["name"] for each in one["reserves"][name])
        rows += [_row(label, m, reserves) for m in one["members"] if name in m["slots"]]
    for member in one["members"]:
        rows += [_row(output.say(sector_label(each)), member) for each in member["sectors"]]
    for member in one["members"]:
        if not member["slots"] and not member["sectors"]:
            rows.append(_row("–", member))
    return rows


def _row(place: str, member: dict[str, Any], reserves: str = "") -> list[Cell]:
    return [place, member["name"], member["introduction"], reserves]


def _csv(answer: dict[str, Any], context: Context) -> None:
    """A row for each member and slot; the greedy consortium last, as number 0."""
    numbered = [*enumerate(answer["consortia"], start=1), (0, answer["greedy"])]
    context.output.table(
        [
            message("No."),
            _SLOT,
            message("Id"),
            message("Organisation"),
            message("Already in"),
            _NEW,
            message("Cost"),
            message("Steps"),
            message("Km"),
        ],
        [
            [
                number,
                place,
                member["id"],
                member["name"],
                member["already_in"],
                member["introduction"],
                member["cost"],
                member["steps"],
                member["km"],
            ]
            for number, one in numbered
            for member in one["members"]
            for place in ([*member["slots"], *member["sectors"]] or [None])
        ],
    )
