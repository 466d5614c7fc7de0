"""Verbs and options: each verb's module adds its own."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version

from matcher.cli import (
    benchmark,
    boundaries,
    compose,
    evaluate,
    export,
    gaps,
    import_files,
    init,
    introduce,
    learn,
    ledger,
    map_file,
    measures,
    pair,
    remind,
    serve,
    shortlist,
    suggest,
    user,
    work,
)

VERBS = (
    init,
    import_files,
    boundaries,
    suggest,
    introduce,
    compose,
    pair,
    map_file,
    measures,
    gaps,
    shortlist,
    ledger,
    export,
    evaluate,
    learn,
    benchmark,
    serve,
    work,
    remind,
    user,
)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments of a call; exits with 2 and a line of usage when they do not fit."""
    parser = argparse.ArgumentParser(
        prog="samspil",
        description="Find partners for local co-creation, and see who works with whom.",
    )
    parser.add_argument("--version", action="version", version=f"samspil {version('samspil')}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for verb in VERBS:
        verb.add(verbs, [_everywhere()])
    arguments = parser.parse_args(argv)
    for name, value in vars(arguments).items():
        if isinstance(value, str):
            setattr(arguments, name, _readable(value))
    return arguments


def _readable(text: str) -> str:
    """The text without half characters, which bytes become that the system's language knows not.

    They are UTF-8 in most cases; otherwise signs stand in for them. Paths keep their bytes.
    """
    if text.isprintable():
        return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _everywhere() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("of every command")
    group.add_argument(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help="how the answer is written (default: %(default)s)",
    )
    group.add_argument(
        "--language", choices=("da", "en"), default="da", help="of the answer (default: da)"
    )
    group.add_argument(
        "--as-of",
        type=_day,
        default=None,
        metavar="DATE",
        help="what is current or expiring is counted from this day (default: today)",
    )
    return common


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-01-31") from None
