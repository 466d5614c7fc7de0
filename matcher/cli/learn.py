"""`samspil learn`: a recipe from the network's own history and from verdicts."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from rich.console import Console

from matcher.cli.context import Context
from matcher.cli.output import Cell
from matcher.wording.message import Message, message

_MEASURES = {
    "recall@10": message("recall@10"),
    "ndcg@10": message("NDCG@10"),
    "mrr": message("MRR"),
}

_RECIPES = {"shipped": message("as shipped"), "learnt": message("learnt")}


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "learn", parents=everywhere, help="a recipe from the network's own history and verdicts"
    )
    parser.add_argument(
        "--as", dest="name", metavar="NAME", help="of the recipe (default: learnt- and the day)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Learn, and keep the recipe; Refusal where one is called so already."""
    from matcher.services.learn_recipe import learn_recipe

    output = context.output
    with Console(file=sys.stderr).status(output.say(message("Learning …"))):
        found = learn_recipe(
            context.installation, context.actor, as_of=context.as_of, name=arguments.name
        )
    reason = found.result.reason
    answer: dict[str, Any] = {
        "recipe": found.name,
        "fell_back": found.result.fell_back,
        "reason": None if reason is None else output.say(reason),
        "quality": {name: each.named() for name, each in found.result.quality.items()},
    }
    if output.format == "json":
        output.json(answer)
        return
    if reason is not None:
        output.line(reason)
    output.line(_kept(answer, made=found.made))
    if answer["quality"]:
        _table(answer["quality"], context)


def _kept(answer: dict[str, Any], *, made: bool) -> Message:
    name = answer["recipe"]
    if not made:
        return message("Nothing is kept; the recipe “{name}” serves as before.", name=name)
    if answer["fell_back"]:
        return message("The recipe “{name}” is kept, with the weights as shipped.", name=name)
    return message(
        "The recipe “{name}” is kept. It is not in use until somebody chooses it; "
        "to try it: samspil suggest WHO --recipe {name}",
        name=name,
    )


def _table(quality: dict[str, Any], context: Context) -> None:
    """The measures of both recipes, side by side."""
    rows: list[list[Cell]] = []
    for key, label in _MEASURES.items():
        for new in (False, True):
            text = message("{measure}, new partners", measure=label) if new else label
            each = [quality[name]["new"] if new else quality[name] for name in quality]
            rows.append([context.output.say(text), *(_shown(one[key], context) for one in each)])
    context.output.table(
        [message("For later collaborations"), *(_RECIPES[name] for name in quality)], rows
    )


def _shown(value: float | None, context: Context) -> Cell:
    """With three decimals for a person, for a hundredth is much; as it is for a program."""
    if value is None or context.output.format == "csv":
        return value
    return f"{value:.3f}".replace(".", "," if context.output.language == "da" else ".")
