"""`samspil evaluate FOLDER --cut DATE`: how good suggestions are, on later projects."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from matcher.cli.context import Context
from matcher.errors import Refusal
from matcher.wording.message import listed, message


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "evaluate", parents=everywhere, help="how good suggestions are, on later projects"
    )
    parser.add_argument(
        "folder",
        type=Path,
        metavar="FOLDER",
        help="a folder with orgs.csv, projects.csv and collaborations.csv",
    )
    parser.add_argument(
        "--cut",
        required=True,
        metavar="DATE",
        help="projects from this day on are asked about, earlier ones are known",
    )
    parser.add_argument("--seed", type=_number, default=1, metavar="N", help="default: 1")
    parser.add_argument(
        "--queries", type=_count, default=1500, metavar="N", help="how many at most (default 1500)"
    )
    parser.add_argument(
        "--peers", default="all", metavar="NAMES", help="all (default), none, or names: a,b"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """Evaluate. Refusal, with what to change, where the folder or the cut does not do."""
    from matcher.evaluate.peers import chosen
    from matcher.evaluate.reading import read_folder
    from matcher.evaluate.report import Asked, evaluate

    asked = Asked(
        cut=_day(arguments.cut),
        seed=arguments.seed,
        queries=arguments.queries,
        peers=chosen(arguments.peers),
    )
    folder = read_folder(arguments.folder)
    with Console(file=sys.stderr).status("") as status:
        answer = evaluate(folder, asked, status.update)
    if context.output.format == "json":
        context.output.json(answer)
    elif context.output.format == "csv":
        _csv(answer, context)
    else:
        _table(answer, context)


def _table(answer: dict[str, Any], context: Context) -> None:
    output = context.output
    output.line(
        message(
            "{dataset}, cut {cut}: {organisations} known organisations, "
            "{queries} questions of {projects} projects.",
            dataset=answer["dataset"],
            cut=answer["cut"],
            organisations=answer["organisations"],
            queries=answer["queries"],
            projects=answer["projects"],
        )
    )
    output.table(
        [
            message("Method"),
            message("recall@10"),
            message("NDCG@10"),
            message("MRR"),
            message("new: recall@10"),
            message("new: MRR"),
            message("coverage"),
            message("Gini"),
            message("small"),
            message("ms"),
        ],
        [[name, *_cells(method, output.language)] for name, method in answer["methods"].items()],
    )
    if answer["left_out"]:
        output.line(
            message(
                "Left out, for the library implicit is not installed: {names}.",
                names=listed(tuple(answer["left_out"])),
            )
        )


def _csv(answer: dict[str, Any], context: Context) -> None:
    """Every number by the name it has in the JSON, for a spreadsheet."""
    columns = [_flat(method) for method in answer["methods"].values()]
    context.output.table(
        [message("Method"), *(message(name) for name in columns[0])],
        [
            [name, *numbers.values()]
            for name, numbers in zip(answer["methods"], columns, strict=True)
        ],
    )


def _flat(method: dict[str, Any], before: str = "") -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for key, value in method.items():
        if isinstance(value, dict):
            found.update(_flat(value, f"{key} "))
        elif key.endswith("_ci"):
            low, high = value or (None, None)
            found.update({f"{before}{key} from": low, f"{before}{key} to": high})
        else:
            found[f"{before}{key}"] = value
    return found


def _cells(method: dict[str, Any], language: str) -> Iterator[str]:
    """As they are read side by side; the interval as how far it goes to the farther side."""
    new = method["new"]
    numbers = [method["ndcg@10"], method["mrr"], new["recall@10"], new["mrr"]]
    numbers += [method[key] for key in ("coverage", "gini", "small", "ms_per_query")]
    yield _shown(method["recall@10"], language) + _give_or_take(method, language)
    yield from (_shown(number, language) for number in numbers)


def _give_or_take(method: dict[str, Any], language: str) -> str:
    if method["recall@10_ci"] is None:
        return ""
    far = max(abs(end - method["recall@10"]) for end in method["recall@10_ci"])
    return f" ±{_shown(far, language)}"


def _shown(cell: float | None, language: str) -> str:
    if cell is None:
        return "–"
    return f"{cell:.3f}".replace(".", "," if language == "da" else ".")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(
            "invalid",
            message("“{written}” is not a date.", written=text),
            message("Write it as in 2011-01-31."),
        ) from None


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")


def _number(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
