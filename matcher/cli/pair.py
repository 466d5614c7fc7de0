"""`samspil pair EVENT.toml --rounds N`: who meets whom at an event."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.cli.numbers import count
from matcher.wording.message import listed, message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "pair", parents=everywhere, help="rounds of one-to-one meetings for an event"
    )
    parser.add_argument("event", type=Path, metavar="EVENT.toml", help="who takes part")
    parser.add_argument("--rounds", type=count, required=True, metavar="N", help="how many")
    parser.add_argument("--recipe", metavar="NAME", help="which recipe (default: in use)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Plan the rounds. Refusal for an event that cannot be read or that makes no sense."""
    from matcher.exchange.event_file import read_event
    from matcher.services.pair_event import pair_event

    answer = pair_event(
        context.installation,
        context.actor,
        read_event(arguments.event),
        arguments.rounds,
        as_of=context.as_of,
        recipe=arguments.recipe,
    )
    output = context.output
    if output.format == "json":
        output.json(answer)
    elif output.format == "csv":
        _csv(answer, context)
    else:
        _tables(answer, context)


def _tables(answer: dict[str, Any], context: Context) -> None:
    """A table for each round, as the host reads it out; scores are not for the room."""
    output = context.output
    names = {each["id"]: each["name"] for each in answer["participants"]}
    for number, (meetings, idle) in enumerate(
        zip(answer["rounds"], answer["idle"], strict=True), start=1
    ):
        title = message("Round {number}", number=number)
        if meetings:
            output.table(
                [message("Place"), message("Organisation"), message("Meets")],
                [
                    [place, names[each["a"]], names[each["b"]]]
                    for place, each in enumerate(meetings, start=1)
                ],
                title=output.say(title),
            )
        else:
            output.line(message("{round}: nobody is left to meet.", round=title))
        if idle:
            away = listed([names[each] for each in idle])
            output.line(message("Without a meeting: {names}.", names=away))


def _csv(answer: dict[str, Any], context: Context) -> None:
    """A row for each meeting, and for each who has none."""
    names = {each["id"]: each["name"] for each in answer["participants"]}
    pairs = [
        (number, [(m["a"], m["b"], m["score"]) for m in meetings] + [(w, None, None) for w in idle])
        for number, (meetings, idle) in enumerate(
            zip(answer["rounds"], answer["idle"], strict=True), start=1
        )
    ]
    context.output.table(
        [
            message("Round"),
            message("Id"),
            message("Organisation"),
            message("Meets (id)"),
            message("Meets"),
            message("Score"),
        ],
        [
            [number, a, names[a], b, None if b is None else names[b], score]
            for number, meetings in pairs
            for a, b, score in meetings
        ],
    )
