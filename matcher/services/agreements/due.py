"""What an agreement has people do: accept it, lay it before the parties, take stock, prolong it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from matcher.partnership.agreement import agreed_terms, written
from matcher.partnership.anchoring import STOCK, HeldTalk, took_stock
from matcher.partnership.calendar import local_day, months_after
from matcher.partnership.due import Due, DueKind
from matcher.services.agreements.content import Today, todays
from matcher.services.anchoring.records import held_talks
from matcher.store import documents
from matcher.store.queries import agreements, anchoring, parties
from matcher.store.queries.agreements import DraftStamp, RemarkLine, VersionLine
from matcher.store.queries.parties import PartyLine
from matcher.store.session import Session
from matcher.wording.message import Message, listed, message

PATIENCE = timedelta(days=14)
"""How long a draft may lie, and a version wait for the parties, before the owner is reminded."""

MONTHS_BEFORE_END = 3
"""So long before it ends one should know whether the agreement is prolonged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Followed:
    """An agreement of a collaboration that is not over, with who answers for it."""

    id: str
    title: str
    owner: str | None
    active: tuple[PartyLine, ...]
    draft: DraftStamp | None
    newest: VersionLine | None


def due(
    session: Session, today: date, zone: ZoneInfo, of: Collection[str] | None = None
) -> Iterator[Due]:
    """What is to be done with agreements, now and later, in the order of the records' ids."""
    followed = list(_followed(session, today, of))
    waiting = _waiting(session, followed, today)
    talks = anchoring.talks(session, [each.id for each in followed])
    remarks = agreements.remarks(session, [each.newest.id for each in followed if each.newest])
    for each in followed:
        if each.newest is not None:
            said = remarks.get(each.newest.id, ())
            made = local_day(each.newest.made, zone)
            yield from _acceptances(each, each.newest, made, {line.party_id for line in said})
            yield from _remarks(each, each.newest, said, zone)
            yield from _days(each, each.newest, held_talks(talks.get(each.id, {})), today)
        if each.draft is not None and each.id in waiting:
            day = local_day(each.draft.updated, zone) + PATIENCE
            text = message("A draft of the agreement has not been laid before the parties.")
            yield _of_owner(each, "acceptance", "draft", day, text)


def _followed(session: Session, today: date, of: Collection[str] | None) -> Iterator[_Followed]:
    drafts, newest = agreements.stamps(session, of), agreements.newest(session, of)
    wanted = sorted({*drafts, *newest})
    collaborations = documents.read(session, "collaboration", wanted)
    owners = documents.read(session, "partnership", wanted)
    lines = parties.lines(session, today, wanted)
    for key in wanted:
        end = collaborations[key]["end"]
        if end is not None and end < today.isoformat():
            continue
        yield _Followed(
            id=key,
            title=collaborations[key]["title"],
            owner=owners.get(key, {}).get("owner_id"),
            active=tuple(each for each in lines.get(key, ()) if not each.left),
            draft=drafts.get(key),
            newest=newest.get(key),
        )


def _acceptances(
    each: _Followed, newest: VersionLine, made: date, remarked: Collection[str]
) -> Iterator[Due]:
    """Of the newest version, made on a day; of who has said what hinders it nothing is asked."""
    accepted = {acceptance.party_id for acceptance in newest.acceptances}
    missing = [party for party in each.active if party.id not in accepted]
    for party in missing:
        if party.id in remarked:
            continue
        yield Due(
            key=f"acceptance:{party.id}:{newest.number}",
            kind="acceptance",
            day=made,
            about=each.title,
            text=message(
                "Read version {number} of the agreement and accept it.", number=newest.number
            ),
            path="/agreement",
            party=party.id,
        )
    if missing:
        names = listed([party.name for party in missing])
        text = message(
            "{names}: version {number} of the agreement has not been accepted yet.",
            names=names,
            number=newest.number,
        )
        yield _of_owner(each, "acceptance", f"missing:{newest.number}", made + PATIENCE, text)


def _remarks(
    each: _Followed, newest: VersionLine, said: Sequence[RemarkLine], zone: ZoneInfo
) -> Iterator[Due]:
    names = {party.id: party.name for party in each.active}
    there = [line for line in said if line.party_id in names]
    if there:
        text = message(
            "{names} would have version {number} of the agreement say something different.",
            names=listed([names[line.party_id] for line in there]),
            number=newest.number,
        )
        day = local_day(max(line.said for line in there), zone)
        yield _of_owner(each, "acceptance", f"remark:{newest.number}", day, text)


def _days(
    each: _Followed, newest: VersionLine, held: Collection[HeldTalk], today: date
) -> Iterator[Due]:
    """The days that the newest version names: when it ends, and when one takes stock."""
    content = newest.content
    end = _day(written(content, "period", "end"))
    if end is not None and end >= today:
        text = message("The agreement ends on {day}. Agree whether it is prolonged.", day=end)
        yield _of_owner(each, "end", f"end:{end}", months_after(end, -MONTHS_BEFORE_END), text)
    stock = _day(written(content, "evaluation", "day"))
    if stock is not None and not took_stock(held, stock):
        text = message("Take stock of the collaboration, as the agreement says.")
        path = f"/collaborations/{each.id}/anchoring/talks/new?about={STOCK}"
        yield _of_owner(each, "follow_up", f"stock:{stock}", stock, text, path)


def _waiting(session: Session, followed: Iterable[_Followed], today: date) -> set[str]:
    """Of which the draft says something that has not been laid before the parties."""
    changed = {
        each.id: each.newest
        for each in followed
        if each.draft is not None and (each.newest is None or each.draft.updated > each.newest.made)
    }
    now = todays(session, changed, today)
    return {key for key, newest in changed.items() if _differs(now[key], newest)}


def _differs(now: Today, newest: VersionLine | None) -> bool:
    if newest is None:
        return any(now.draft.values())
    return agreed_terms(newest.content) != agreed_terms(now.content)


def _of_owner(
    each: _Followed, kind: DueKind, key: str, day: date, text: Message, path: str | None = None
) -> Due:
    """What its owner is to do, on the agreement's page unless it is done elsewhere."""
    return Due(
        key=f"agreement:{each.id}:{key}",
        kind=kind,
        day=day,
        about=each.title,
        text=text,
        path=path or f"/collaborations/{each.id}/agreement",
        user=each.owner,
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
