"""`samspil suggest WHO`: partners for an organisation, and why."""

from __future__ import annotations

import argparse
from typing import Any

from matcher.cli.context import Context
from matcher.wording.message import message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser("suggest", parents=everywhere, help="partners for an organisation")
    parser.add_argument("who", metavar="WHO", help="id, name, or the beginning of a name")
    parser.add_argument("--top", type=_count, default=10, metavar="N", help="how many (default 10)")
    parser.add_argument("--recipe", default="partners", metavar="NAME", help="which recipe")
    parser.add_argument(
        "--include-current", action="store_true", help="current partners are candidates, too"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Suggest. Refusal when nobody, or more than one, is called that."""
    from matcher.services.suggest_partners import suggest_partners
    from matcher.wording.suggestion import spoken

    found = suggest_partners(
        context.installation,
        context.actor,
        arguments.who,
        as_of=context.as_of,
        top=arguments.top,
        recipe=arguments.recipe,
        include_current=arguments.include_current,
    )
    output = context.output
    answer = spoken(found.list, found.landscape, output.language)
    if output.format == "json":
        output.json(answer)
    elif output.format == "csv":
        _csv(answer, context)
    else:
        _table(answer, context)


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
        title=output.say(message("Partners for {name}", name=answer["for"]["name"])),
    )


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


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
