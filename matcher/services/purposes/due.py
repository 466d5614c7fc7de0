"""What the purpose has people do: answer, agree on a text, confirm it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from matcher.partnership import purpose as rules
from matcher.partnership.calendar import local_day
from matcher.partnership.due import Due, DueKind
from matcher.partnership.purpose import Party, Purpose
from matcher.services.purposes.state import purposes_of
from matcher.store.queries import pulses
from matcher.store.queries.pulses import CarriedOn
from matcher.store.session import Session
from matcher.wording.message import Listed, Message, listed, message

PATIENCE = timedelta(days=14)
"""How long the parties are left alone before who answers for the collaboration is reminded, too."""

ASKED = timedelta(days=60)
"""How long an answer is asked for where nobody answers: links are given for other things, too."""


def due(
    session: Session, today: date, zone: ZoneInfo, of: Collection[str] | None = None
) -> Iterator[Due]:
    """What is to be done in collaborations that have not ended, now and later."""
    carried_on = [
        each for each in pulses.carried_on(session, of) if each.end is None or today <= each.end
    ]
    found = purposes_of(session, today, [each.id for each in carried_on])
    for each in carried_on:
        purpose = found.get(each.id)
        if purpose is None or len(purpose.active) < 2:
            continue
        match rules.stage(purpose):
            case "waiting":
                yield from _answers(each, purpose, today, zone)
            case "laid_open":
                yield from _answers(each, purpose, today, zone)
                yield _text(each, purpose, zone)
            case "agreeing":
                yield _text(each, purpose, zone)
            case "to_confirm":
                yield from _confirmations(each, purpose, zone)


def _answers(one: CarriedOn, purpose: Purpose, today: date, zone: ZoneInfo) -> Iterator[Due]:
    begun = any(each.sent for each in purpose.parties)
    asked = [
        (party, local_day(party.asked, zone))
        for party in rules.awaited(purpose)
        if party.asked is not None
    ]
    awaited = [(party, day) for party, day in asked if begun or today <= day + ASKED]
    for party, day in awaited:
        text = message("Say what the collaboration is for, and for whom. Four questions.")
        yield _of_party(one, party, "answer", "", day, text)
    if awaited:
        names = _names(party for party, _ in awaited)
        text = message("{names}: what it is for has not been answered yet.", names=names)
        last = max(day for _, day in awaited)
        yield _of_owner(one, "answer", "awaited", last + PATIENCE, text)


def _text(one: CarriedOn, purpose: Purpose, zone: ZoneInfo) -> Due:
    sent = [each.sent.at for each in purpose.parties if each.sent]
    since = max([*sent, *([purpose.updated] if purpose.updated else [])])
    text = message("The answers to what it is for are open: agree on one text with the parties.")
    return _of_owner(one, "answer", "text", local_day(since, zone), text)


def _confirmations(one: CarriedOn, purpose: Purpose, zone: ZoneInfo) -> Iterator[Due]:
    since = local_day(purpose.updated or one.begun, zone)
    missing = [each for each in rules.unconfirmed(purpose) if each.linked]
    for party in missing:
        if party.remark is None:
            text = message("Read the text on what the collaboration is for, and confirm it.")
            yield _of_party(one, party, "confirmation", str(purpose.edition), since, text)
    if remarking := [each for each in missing if each.remark]:
        text = message(
            "{names} would have the text on the purpose say something different.",
            names=_names(remarking),
        )
        yield _of_owner(one, "confirmation", f"remark:{purpose.edition}", since, text)
    if missing:
        text = message("{names}: the purpose has not been confirmed yet.", names=_names(missing))
        key = f"missing:{purpose.edition}"
        yield _of_owner(one, "confirmation", key, since + PATIENCE, text)


def _of_party(
    one: CarriedOn, party: Party, kind: DueKind, key: str, day: date, text: Message
) -> Due:
    return Due(
        key=f"purpose:{kind}:{party.id}:{key}",
        kind=kind,
        day=day,
        about=one.title,
        text=text,
        path="/purpose",
        party=party.id,
    )


def _of_owner(one: CarriedOn, kind: DueKind, key: str, day: date, text: Message) -> Due:
    return Due(
        key=f"purpose:{kind}:{one.id}:{key}",
        kind=kind,
        day=day,
        about=one.title,
        text=text,
        path=f"/collaborations/{one.id}/purpose",
        user=one.owner_id,
    )


def _names(parties: Iterable[Party]) -> Listed:
    return listed([each.name for each in parties])
