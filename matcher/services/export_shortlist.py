"""A shortlist as a file for others: names, reasons, introductions and contact points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from matcher.errors import Refusal
from matcher.exchange.shortlist_file import Cell, Column, ShortlistSheet, write_csv, write_xlsx
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.shortlists.show import EntryView, ShortlistView, show_shortlist
from matcher.services.shortlists.why import Why
from matcher.wording.introduction import introduction
from matcher.wording.labels import STATES, WHY_NOT, sector_label
from matcher.wording.message import Message, message
from matcher.wording.points import shown_score
from matcher.wording.say import say

WRITERS: Mapping[str, Callable[[ShortlistSheet], bytes]] = {"xlsx": write_xlsx, "csv": write_csv}
"""How each format is written, by the ending of its files."""

_COLUMNS: tuple[tuple[Message, int, str], ...] = (
    (message("Organisation"), 30, "General"),
    (message("Sector"), 13, "General"),
    (message("Kind"), 16, "General"),
    (message("Area"), 16, "General"),
    (message("Status"), 13, "General"),
    (message("Last step"), 12, "dd-mm-yyyy"),
    (message("By"), 18, "General"),
    (message("Next day"), 12, "dd-mm-yyyy"),
    (message("Reason"), 20, "General"),
    (message("Note"), 30, "General"),
    (message("Score"), 8, "0.00"),
    (message("Known, %"), 9, "0"),
    (message("Reasons"), 60, "General"),
    (message("Introduction"), 36, "General"),
    (message("E-mail"), 28, "General"),
    (message("Phone"), 16, "General"),
    (message("Website"), 28, "General"),
)


def export_shortlist(
    installation: Installation,
    actor: Actor,
    shortlist_id: str,
    format: str,  # noqa: A002 – what it is called everywhere
    *,
    language: str = "da",
    as_of: date | None = None,
) -> bytes:
    """The file: format "xlsx" or "csv", in a language; `as_of` (default today) is written on it.

    A file leaves the house, so it has e-mail and phone only where the organisation said that they
    may be passed on, whoever exports it. Refusal: not_found; invalid for another format.
    """
    require(actor, "export_shortlist")
    if format not in WRITERS:
        raise Refusal(
            "invalid",
            message("A shortlist cannot be written as “{format}”.", format=format),
            message("Choose a file that ends in .xlsx or .csv."),
        )
    shortlist = show_shortlist(installation, actor, shortlist_id)
    return WRITERS[format](_sheet(shortlist, language, as_of or date.today()))


def _sheet(shortlist: ShortlistView, language: str, as_of: date) -> ShortlistSheet:
    return ShortlistSheet(
        tab=say(message("Shortlist"), language),
        title=shortlist.title,
        about=tuple(say(line, language) for line in _about(shortlist, as_of)),
        columns=tuple(
            Column(heading=say(heading, language), width=width, number_format=number_format)
            for heading, width, number_format in _COLUMNS
        ),
        rows=tuple(_row(entry, language) for entry in shortlist.entries),
    )


def _about(shortlist: ShortlistView, as_of: date) -> list[Message]:
    lines = [message("As of {day}.", day=as_of)]
    if shortlist.organisation:
        name = shortlist.organisation[1]
        lines.append(message("Partners for {name}: “you” is {name}.", name=name))
    lines.append(
        message("E-mail and phone are given where the organisation has said they may be passed on.")
    )
    return lines


def _row(entry: EntryView, language: str) -> tuple[Cell, ...]:
    contact = entry.contact if entry.may_be_passed_on else {}
    return (
        entry.name,
        say(sector_label(entry.sector), language),
        None if entry.kind is None else say(entry.kind, language),
        entry.area,
        say(STATES[entry.status], language),
        *_last_step(entry, language),
        *_suggested(entry.why, language),
        contact.get("email"),
        contact.get("phone"),
        entry.contact.get("website"),
    )


def _last_step(entry: EntryView, language: str) -> tuple[Cell, ...]:
    """Its day, by whom, when to go on and why not; then the notes, the general one first."""
    if not entry.steps:
        return (None, None, None, None, entry.note)
    last = entry.steps[-1]
    why_not = None if last.reason is None else say(WHY_NOT[last.reason], language)
    note = "\n".join(filter(None, (entry.note, last.note)))
    return (last.day, last.by, last.next_day, why_not, note or None)


def _suggested(why: Why | None, language: str) -> tuple[Cell, ...]:
    """Score, known, reasons and introduction; a candidate added by hand has none."""
    if why is None:
        return (None, None, None, None)
    reasons = sorted(why.reasons, key=lambda each: -each.points)
    said = [say(each.text, language) for each in reasons if each.points and each.value is not None]
    way = introduction(why.introduction or ())
    return (
        float(shown_score([each.points for each in why.reasons])),
        round(100 * why.known),
        "\n".join(said),
        None if way is None else say(way, language),
    )
