"""`samspil suggest WHO` or `--brief B.toml`: partners for an organisation or an idea, and why."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from matcher.cli.context import Context
from matcher.cli.numbers import count
from matcher.wording.message import Message, message, messages_n


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "suggest", parents=everywhere, help="partners for an organisation or for an idea"
    )
    parser.add_argument(
        "who", nargs="?", metavar="WHO", help="id, name, or the beginning of a name"
    )
    parser.add_argument("--brief", type=Path, metavar="B.toml", help="an idea, instead of WHO")
    parser.add_argument("--top", type=count, default=10, metavar="N", help="how many (default 10)")
    parser.add_argument("--recipe", metavar="NAME", help="which recipe (default: the one in use)")
    parser.add_argument(
        "--newness",
        type=float,
        default=0.0,
        metavar="-1…1",
        help="from those whom one knows (-1) to new ones (1) (default 0: neither)",
    )
    parser.add_argument(
        "--also-small",
        type=int,
        default=0,
        metavar="K",
        help="the last K places are for organisations that are seldom suggested (default 0)",
    )
    parser.add_argument(
        "--include-current", action="store_true", help="current partners are candidates, too"
    )
    parser.set_defaults(run=partial(run, parser))


def run(parser: argparse.ArgumentParser, arguments: argparse.Namespace, context: Context) -> None:
    """Suggest; ends with usage unless either WHO or a brief is given.

    Refusal when nobody, or more than one, is called that, and for a brief that cannot be read.
    """
    if (arguments.who is None) == (arguments.brief is None):
        parser.error("give either WHO or --brief")
    output = context.output
    answer = _answer(arguments, context)
    if output.format == "json":
        output.json(answer)
    elif output.format == "csv":
        _csv(answer, context)
    else:
        _table(answer, context)


def _answer(arguments: argparse.Namespace, context: Context) -> dict[str, Any]:
    from matcher.exchange.brief_file import read_brief
    from matcher.services.suggest_for_brief import suggest_for_brief
    from matcher.services.suggest_partners import suggest_partners
    from matcher.wording.suggestion import spoken

    options = {
        "as_of": context.as_of,
        "top": arguments.top,
        "recipe": arguments.recipe,
        "include_current": arguments.include_current,
        "newness": arguments.newness,
        "also_small": arguments.also_small,
    }
    if arguments.brief is None:
        found = suggest_partners(context.installation, context.actor, arguments.who, **options)
        return spoken(found.list, found.landscape, context.output.language)
    text = read_brief(arguments.brief)
    for_brief = suggest_for_brief(context.installation, context.actor, text, **options)
    return spoken(for_brief.list, for_brief.landscape, context.output.language)


def _table(answer: dict[str, Any], context: Context) -> None:
    output = context.output
    if not answer["suggestions"]:
        output.line(message("There is nobody to suggest."))
        return
    output.table(
        [message("No."), message("Organisation"), message("Score"), message("Why")],
        [
            [
                found["rank"],
                _who(found["organisation"]),
                found["score"],
                "\n".join(r["text"] for r in _most_first(found["reasons"])),
            ]
            for found in answer["suggestions"]
        ],
        title=output.say(_title(answer)),
    )
    small = sum(found["group"] == "also" for found in answer["suggestions"])
    if small:
        output.line(
            messages_n(
                "The last place is for an organisation that is seldom suggested.",
                "The last {n} places are for organisations that are seldom suggested.",
                n=small,
            )
        )


def _title(answer: dict[str, Any]) -> Message:
    if answer["brief"] is not None:
        return message("Partners for the idea")
    return message("Partners for {name}", name=answer["for"]["name"])


def _csv(answer: dict[str, Any], context: Context) -> None:
    context.output.table(
        [
            message("No."),
            message("Id"),
            message("Organisation"),
            message("Sector"),
            message("Score"),
            message("Known"),
            message("Why"),
            message("Group"),
        ],
        [
            [
                found["rank"],
                found["organisation"]["id"],
                found["organisation"]["name"],
                found["organisation"]["sector"],
                found["score"],
                found["known"],
                " ".join(r["text"] for r in _most_first(found["reasons"])),
                found["group"],
            ]
            for found in answer["suggestions"]
        ],
    )


def _who(organisation: dict[str, Any]) -> str:
    area = organisation["area"]
    name: str = organisation["name"]
    return f"{name} ({area})" if area else name


def _most_first(reasons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What is known and gives points, the weightiest first."""
    return sorted(
        (r for r in reasons if r["value"] is not None and r["points"] > 0),
        key=lambda r: -r["points"],
    )
