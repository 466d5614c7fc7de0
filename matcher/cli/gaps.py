"""`samspil gaps`: what is missing in the network, and the ties that would help."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from matcher.cli.conditions import Conditions, condition
from matcher.cli.context import Context
from matcher.cli.numbers import count
from matcher.wording.message import Message, message

if TYPE_CHECKING:
    from matcher.network.picture import MapView
    from matcher.services.gaps.results import Cell, GapLine, GapTable, Key

KINDS = ("capacities", "themes", "sectors", "kinds", "alone", "brokers", "bridges", "groups")
"""The kinds of gaps; as in `matcher.services.gaps.results`, which takes long to import."""


def add(verbs: Any, everywhere: list[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "gaps", parents=everywhere, help="what is missing in the network, and what would help"
    )
    parser.add_argument("--of", choices=KINDS, metavar="KIND", help=f"one of {', '.join(KINDS)}")
    parser.add_argument(
        "--where",
        action=Conditions,
        default={},
        type=condition,
        metavar="KEY=VALUE",
        help="whose gaps: sector, kind, theme, target_group, offers, needs or area; may be given"
        " several times",
    )
    parser.add_argument(
        "--top",
        type=count,
        metavar="N",
        help="of each kind (default: 10 in a table or with --ties, else all)",
    )
    parser.add_argument(
        "--ties", type=count, metavar="N", help="for each gap listed so many ties that would help"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> None:
    """List the gaps. Refusal for a condition that there is not."""
    answer = _answer(arguments, context)
    output = context.output
    if output.format == "json":
        output.json(answer)
    elif output.format == "csv":
        _csv(answer, context)
    else:
        _tables(answer, context)


def _answer(arguments: argparse.Namespace, context: Context) -> dict[str, Any]:
    from matcher.services.draw_map import map_view
    from matcher.services.show_gaps import show_gaps

    installation, actor, day = context.installation, context.actor, context.as_of
    view = map_view(installation, actor, where=arguments.where, as_of=day)
    found = show_gaps(installation, actor, view, as_of=day)
    few = context.output.format == "table" or arguments.ties
    top = arguments.top or (10 if few else None)
    rests = found.rests
    return {
        "as_of": found.as_of.isoformat(),
        "coverage": {
            "organisations": rests.organisations,
            "with_ties": rests.with_ties,
            "share": rests.share,
            "with_place": rests.with_place,
            "with_needs": rests.with_needs,
            "with_offers": rests.with_offers,
            "with_themes": rests.with_themes,
        },
        "summary": [
            {"kind": line.kind, "text": context.output.say(line.text)} for line in found.summary
        ],
        "gaps": {
            table.kind: [
                _gap(context, table, line, arguments, view) for line in table.lines(0, top)
            ]
            for table in found.tables
            if arguments.of in (None, table.kind)
        },
    }


def _gap(
    context: Context,
    table: GapTable,
    line: GapLine,
    arguments: argparse.Namespace,
    view: MapView,
) -> dict[str, Any]:
    cells = {
        column.name: _cell(context, cell)
        for column, cell in zip(table.columns, line.cells, strict=True)
    }
    told = {"text": context.output.say(line.text), **cells}
    if arguments.ties:
        told["helping"] = _ties(context, line.key, view, arguments.ties)
    return told


def _cell(context: Context, cell: Cell) -> Any:
    from matcher.services.gaps.results import Who

    if isinstance(cell, Who):
        return {"id": cell.id, "name": cell.name}
    return cell if cell is None or isinstance(cell, int | float) else context.output.say(cell)


def _ties(context: Context, key: Key, view: MapView, most: int) -> list[dict[str, Any]]:
    from matcher.services.show_gaps import show_gap_ties

    found = show_gap_ties(
        context.installation, context.actor, key, view, as_of=context.as_of, most=most
    )
    return [
        {
            "for": {"id": tie.asker.id, "name": tie.asker.name},
            "with": {"id": tie.candidate.id, "name": tie.candidate.name},
            "score": tie.fit,
            "gain": tie.gain,
            "measure": tie.measure,
            "text": context.output.say(tie.brings),
        }
        for tie in found.ties
    ]


def _tables(answer: dict[str, Any], context: Context) -> None:
    from matcher.services.gaps.headings import NOTHING, TITLES

    output = context.output
    for line in answer["summary"]:
        output.line(line["text"])
    for kind, gaps in answer["gaps"].items():
        title = output.say(TITLES[kind])
        if not gaps:
            output.line(message("{title}: {nothing}", title=title, nothing=NOTHING[kind]))
            continue
        helping = any("helping" in gap for gap in gaps)
        output.table(
            [message("In words"), *([message("Ties that would help")] if helping else [])],
            [[gap["text"], *([_helping(gap, context)] if helping else [])] for gap in gaps],
            title=title,
        )


def _helping(gap: dict[str, Any], context: Context) -> str:
    return "\n".join(context.output.say(_tie(tie)) for tie in gap["helping"])


def _tie(tie: dict[str, Any]) -> Message:
    return message(
        "{a} – {b}: fits {points} points; {brings}",
        a=tie["for"]["name"],
        b=tie["with"]["name"],
        points=float(tie["score"]),
        brings=tie["text"],
    )


def _csv(answer: dict[str, Any], context: Context) -> None:
    """A row for each gap, or for each tie that would help with it."""
    rows = []
    for kind, gaps in answer["gaps"].items():
        for gap in gaps:
            ties = gap.get("helping") or [None]
            rows += [[kind, gap["text"], *_tie_cells(tie)] for tie in ties]
    context.output.table(
        [
            message("Kind of gap"),
            message("In words"),
            message("Organisation"),
            message("Candidate"),
            message("Score"),
            message("Gain"),
        ],
        rows,
    )


def _tie_cells(tie: dict[str, Any] | None) -> list[Any]:
    if tie is None:
        return [None, None, None, None]
    return [tie["for"]["name"], tie["with"]["name"], tie["score"], tie["gain"]]
