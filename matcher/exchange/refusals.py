"""Why a file as a whole is refused."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.errors import Refusal
from matcher.exchange.recognise import Layout
from matcher.wording.message import Message, listed, message

_SHOWN = 12


def nothing_known(file: str, headings: Sequence[str]) -> Refusal:
    """No heading says what the columns are."""
    if not any(headings):
        return Refusal("unreadable", message("{file} is empty.", file=file))
    some = tuple(_short(heading) for heading in headings if heading)[:_SHOWN]
    return Refusal(
        "unreadable",
        message("{file} has no heading that is known here.", file=file),
        message(
            "The first row says: {headings}. Name the columns in it, or give a mapping file.",
            headings=listed(some),
        ),
        headings=list(headings),
    )


def lacking(file: str, layout: Layout) -> Refusal:
    """The headings say which table it is, but a column that it must have is not there."""
    return Refusal(
        "unreadable",
        message(
            "{file} looks like a list of {table}, but has no column for: {columns}.",
            file=file,
            table=_TABLES[layout.table],
            columns=listed(layout.missing),
        ),
        message("Name the column in the first row, or give a mapping file."),
        headings=list(layout.headings),
    )


def too_large(file: str, limit: int) -> Refusal:
    """More bytes than may be uploaded."""
    return Refusal(
        "too_large",
        message(
            "{file} is larger than {megabytes} MB, which is the limit.",
            file=file,
            megabytes=limit / 1_000_000,
        ),
        message("Split it, or let the operator import it from the command line."),
    )


def _short(heading: str) -> str:
    return heading if len(heading) <= 40 else f"{heading[:39]}…"


_TABLES: dict[str, Message] = {
    "organisations": message("organisations"),
    "capacities": message("capacities"),
    "collaborations": message("collaborations"),
    "participants": message("participants"),
    "ties": message("ties"),
}
