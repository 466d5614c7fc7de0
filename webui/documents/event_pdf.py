"""An event on paper, as PDF for everybody to read (PDF/UA-1).

The plan for the host, a card for each organisation, the list of names for the door, and the poster.
"""

from __future__ import annotations

import io
from typing import Any

import segno

from matcher.services.events import Card, Event, EventPage, PlannedRound, Turn, cards
from matcher.wording.message import Message, Value, message, messages_n
from matcher.wording.say import say
from webui.documents.letters import letters
from webui.documents.typeset import typeset
from webui.event_words import clock, span

TURNS_ON_A_CARD = 6
REASONS_ON_A_CARD = 2
"""A card of A6 has room for so many rounds with so many reasons; more rounds go on to another."""


def tables_pdf(page: EventPage, language: str) -> bytes:
    """Who sits where, a table for each round, to read out and to hang up."""
    return typeset("event_tables", {
        **_about(page.event, language, message("Table plan")),
        "words": _words(language, table=message("Table"), idle=message("Without a meeting"),
                        nobody=message("Nobody is left to meet.")),
        "rounds": [_round(each, language) for each in page.rounds],
    }, "pdf")  # fmt: skip


def cards_pdf(page: EventPage, language: str) -> bytes:
    """A card of A6 for each organisation, four on a page: when, where, whom, why."""
    made = [part for card in cards(page.rounds) for part in _card(card, language)]
    return typeset("event_cards", {
        **_about(page.event, language, message("Personal cards")),
        "cards": made,
        "words": _words(language, ask=message("Ask each other what you could do together."),
                        cut=message("Cut along the lines")),
    }, "pdf")  # fmt: skip


def names_pdf(page: EventPage, language: str) -> bytes:
    """Everybody who signed up, with room for a tick and the table of each round."""
    tables = {card.organisation[0]: card for card in cards(page.rounds)}
    return typeset("event_names", {
        **_about(page.event, language, message("Who comes")),
        "words": _words(language, here=message("Here"), organisation=message("Organisation"),
                        person=message("Name"), nobody=message("Nobody has signed up yet."),
                        tables=message("Table in each round")),
        "rounds": [str(each.number) for each in page.rounds],
        "rows": [
            [_plain(line.name), _plain(line.person or ""),
             *_places(tables.get(line.organisation_id or ""), len(page.rounds))]
            for line in page.coming
        ],
    }, "pdf")  # fmt: skip


def poster_pdf(page: EventPage, address: str, language: str) -> bytes:
    """What, when and where, and the QR code to sign up by with its address in letters."""
    code = io.BytesIO()
    segno.make(address, error="m").save(code, kind="svg", scale=10, border=2, xmldecl=False)
    event = page.event
    return typeset("event_poster", {
        **_about(event, language, message("Come and meet your next partners")),
        "note": _plain(event.note or ""),
        "format": say(messages_n("{n} short meeting, chosen for you", "{n} short meetings, chosen "
                                 "for you", n=event.rounds), language),
        "code": code.getvalue().decode(),
        "address": address,
        "words": _words(
            language,
            scan=message("Sign up here"),
            alt=message("QR code that leads to {address}", address=address),
        ),
    }, "pdf")  # fmt: skip


def _about(event: Event, language: str, what: Message) -> dict[str, Any]:
    return {
        "language": language,
        "title": _plain(event.title),
        "what": say(what, language),
        "day": [event.day.year, event.day.month, event.day.day],
        "when": say(message("{day}, {time}", day=event.day,
                            time=clock(event.starts, language)), language),
        "place": _plain(event.place or ""),
    }  # fmt: skip


def _round(round_: PlannedRound, language: str) -> dict[str, Any]:
    return {
        "title": _round_title(round_.number, span(round_.times, language), language),
        "meetings": [
            [str(each.table), _plain(each.a[1]), _plain(each.b[1])] for each in round_.meetings
        ],
        "idle": [_plain(name) for _key, name in round_.idle],
    }


def _card(card: Card, language: str) -> list[dict[str, Any]]:
    turns = [_turn(each, language) for each in card.turns]
    parts = [turns[at : at + TURNS_ON_A_CARD] for at in range(0, len(turns), TURNS_ON_A_CARD)]
    return [{"name": _plain(card.organisation[1]), "turns": part} for part in parts]


def _turn(turn: Turn, language: str) -> dict[str, Any]:
    whom: Value = turn.meets[1] if turn.meets else message("Pause") if turn.there else "–"
    table = "" if turn.table is None else say(message("Table {n}", n=turn.table), language)
    return {
        "time": clock(turn.times.starts, language),
        "table": table,
        "whom": _plain(say(whom, language)),
        "why": [_plain(say(each, language)) for each in turn.why[:REASONS_ON_A_CARD]],
    }


def _places(card: Card | None, rounds: int) -> list[str]:
    if card is None:
        return [""] * rounds
    return ["–" if turn.table is None else str(turn.table) for turn in card.turns]


def _round_title(number: int, times: str, language: str) -> str:
    return say(message("Round {number}, {times}", number=number, times=times), language)


def _words(language: str, **words: Message) -> dict[str, str]:
    return {name: say(text, language) for name, text in words.items()}


def _plain(text: str) -> str:
    return letters().known(text)
