"""A consortium for an idea as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.brief import Brief
from matcher.compose import Consortium, Member, Uncovered
from matcher.landscape import SECTORS, Landscape
from matcher.services.access import Actor, require
from matcher.services.briefs import show_brief
from matcher.services.compose_consortium import Composed, compose_consortium
from matcher.services.installation import Installation
from matcher.wording.consortium import how_sure, slot_label, why_empty
from matcher.wording.labels import sector_label
from matcher.wording.message import Message, Value

Named = tuple[str, str]
"""The id and the name of an organisation."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberView:
    """Somebody in a consortium; `fills` are places of `Composition.places`.

    `steps` and `km` say how far it is from those who ask: None for one who is in already, `km`
    also where it is not known.
    """

    id: str
    name: str
    sector: str | None
    fills: tuple[int, ...]
    already_in: bool
    introduction: bool
    steps: int | None
    km: float | None
    cost: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """A place (of `Composition.places`) that nobody fills, and why."""

    place: int
    why: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsortiumView:
    """A consortium; `reserves` are those who could step in, for each place."""

    members: tuple[MemberView, ...]
    cost: float
    introductions: int
    sure: Message
    gaps: tuple[Gap, ...]
    reserves: tuple[tuple[Named, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Composition:
    """Consortia for an idea, the cheapest first, and the one chosen place by place beside them.

    `places` is what there is to cover, by name: the slots, then the sectors that must be in.
    `asker` is None for an idea that nobody owns; `candidates` is how many could be asked.
    """

    title: str
    asker: Named | None
    candidates: int
    places: tuple[Value, ...]
    consortia: tuple[ConsortiumView, ...]
    greedy: ConsortiumView


def show_consortium(
    installation: Installation,
    actor: Actor,
    brief_id: str,
    *,
    as_of: date,
    size: int | None = None,
) -> Composition:
    """Up to three consortia for an idea that is kept, as of a day.

    With `size` there are at most so many new members. Refusal: not_found for no such idea; as
    `compose_consortium` for one that says nothing to cover, or means nothing any longer.
    """
    require(actor, "compose_consortium")
    view = show_brief(installation, actor, brief_id)
    found = compose_consortium(
        installation, actor, view.text, as_of=as_of, size=size, saved=brief_id
    )
    landscape, consortia = found.landscape, found.consortia
    asker = found.brief.asker
    return Composition(
        title=view.title,
        asker=None if asker is None else (landscape.ids[asker], landscape.names[asker]),
        candidates=consortia.candidates,
        places=(
            *(slot_label(slot, landscape) for slot in consortia.slots),
            *(sector_label(SECTORS[sector]) for sector in found.brief.sectors),
        ),
        consortia=tuple(
            _consortium(found, each, first=at == 0) for at, each in enumerate(consortia.consortia)
        ),
        greedy=_consortium(found, consortia.greedy),
    )


def _consortium(found: Composed, one: Consortium, *, first: bool = True) -> ConsortiumView:
    landscape, slots = found.landscape, found.consortia.slots
    return ConsortiumView(
        members=tuple(_member(found, each) for each in one.members),
        cost=one.cost,
        introductions=one.introductions,
        sure=how_sure(one, first=first),
        gaps=tuple(
            Gap(place=_place(found, empty), why=why_empty(empty, slots, landscape))
            for empty in one.uncovered
        ),
        reserves=tuple(
            tuple((landscape.ids[row], landscape.names[row]) for row in rows)
            for rows in one.reserves
        ),
    )


def _member(found: Composed, one: Member) -> MemberView:
    landscape, slots = found.landscape, len(found.consortia.slots)
    sectors = [slots + found.brief.sectors.index(sector) for sector in one.sectors]
    return MemberView(
        id=landscape.ids[one.organisation],
        name=landscape.names[one.organisation],
        sector=_sector(landscape, one.organisation),
        fills=(*one.slots, *sectors),
        already_in=one.already_in,
        introduction=one.introduction,
        steps=one.steps if _counted(found.brief, one) else None,
        km=None if one.already_in else one.km,
        cost=one.cost,
    )


def _counted(brief: Brief, one: Member) -> bool:
    """Whether there is somebody from whom steps are counted."""
    return not one.already_in and (brief.asker is not None or bool(brief.members))


def _place(found: Composed, empty: Uncovered) -> int:
    if empty.slot is not None:
        return empty.slot
    sector = -1 if empty.sector is None else empty.sector
    return len(found.consortia.slots) + found.brief.sectors.index(sector)


def _sector(landscape: Landscape, row: int) -> str | None:
    code = int(landscape.sector[row])
    return SECTORS[code] if code >= 0 else None
