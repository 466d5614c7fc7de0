"""`samspil measures`: who is central, who stands between, how the network hangs together."""

from __future__ import annotations

import argparse
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message

# What a terminal has room for; files and programs get all.
_COLUMNS = ("degree", "betweenness", "harmonic", "core", "constraint")
_MOST_ROWS = 20


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "measures", parents=everywhere, help="measures of the network and of its organisations"
    )
    parser.add_argument("--of", metavar="WHO", help="of this organisation only")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Tell the measures; what is not kept is computed now."""
    from matcher.network.measures import MEASURES
    from matcher.services.tell_measures import tell_measures

    answer = tell_measures(
        context.installation, context.actor, as_of=context.as_of, who=arguments.of
    )
    match context.output.format:
        case "json":
            context.output.json(answer)
        case "csv":
            _tell_organisations(answer["organisations"], tuple(MEASURES), context)
        case _:
            _tell_network(answer, context)
            _tell_organisations(_first(answer["organisations"], context), _COLUMNS, context)


def _tell_network(answer: dict[str, Any], context: Context) -> None:
    from matcher.network.measures import FIGURES, WHY_NOT_ENOUGH
    from matcher.wording.measures import coverage_sentence, sampling_sentence

    output = context.output
    told = answer["coverage"]
    output.line(coverage_sentence(told["organisations"], told["with_ties"]))
    if not told["enough"]:
        output.line(WHY_NOT_ENOUGH)
    if answer["sampled"]:
        output.line(sampling_sentence(answer["sampled"]["sources"], told["organisations"]))
    output.table(
        [message("The network"), message("Value")],
        [[output.say(figure.label), answer["network"][name]] for name, figure in FIGURES.items()],
    )


def _first(organisations: list[dict[str, Any]], context: Context) -> list[dict[str, Any]]:
    """On a terminal those with most ties; files and programs get all."""
    if len(organisations) <= _MOST_ROWS:
        return organisations
    context.output.line(
        message(
            "The {shown} with most ties, of {all}; --format csv or json has all.",
            shown=_MOST_ROWS,
            all=len(organisations),
        )
    )
    return sorted(organisations, key=lambda each: -each["degree"])[:_MOST_ROWS]


def _tell_organisations(
    organisations: list[dict[str, Any]], columns: tuple[str, ...], context: Context
) -> None:
    from matcher.network.measures import MEASURES

    labels = [MEASURES[name].label for name in columns]
    context.output.table(
        [message("Organisation"), *labels],
        [[each["name"], *(each[name] for name in columns)] for each in organisations],
    )
