"""What a brief means here: its names and words as organisations and terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from rapidfuzz import fuzz, process

from matcher.brief import Brief, Near, Need, Slot
from matcher.errors import Refusal
from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.exchange.fields import refuse
from matcher.exchange.words import key, words
from matcher.landscape import SECTORS, Landscape
from matcher.services.installation import Installation
from matcher.services.terms_meant import Terms
from matcher.services.whom import rows_meant
from matcher.store.importing import term_words
from matcher.text import fold
from matcher.wording.labels import SECTORS as SECTOR_LABELS
from matcher.wording.message import Value, listed, message

_MISSPELLED = 80  # an area that is so like one we have, and is not it, is a slip of the pen
_TOLD = 3


def brief_meant(
    installation: Installation, text: BriefText, as_of: date
) -> tuple[Landscape, Brief]:
    """The landscape of a day, and the brief by its rows and columns.

    Organisations are found as `rows_meant` finds them; terms by id, label in either language or
    synonym. Every need that no slot names gets a slot of its own, called by the word the brief
    has for it. A postcode is where the organisations with that postcode are on average.

    Refusal (with `fields`, where a field is at fault): invalid for a brief that does not say what
    is looked for, for a word or sector that is not known, with the nearest, for a postcode where
    nobody has coordinates, for an area that seems misspelled, and for somebody who is in and
    excluded; not_found or ambiguous for organisations.
    """
    if not text.says_something:
        raise Refusal(
            "invalid",
            message("The brief does not say what is looked for."),
            message("Say a purpose, themes, target groups, needs, sectors or slots."),
        )
    asked = [*((text.asker,) if text.asker else ()), *text.members, *text.exclude]
    landscape, rows = rows_meant(installation, asked, as_of)
    own = len(asked) - len(text.members) - len(text.exclude)
    asker = rows[0] if own else None
    members = tuple(
        dict.fromkeys(row for row in rows[own : own + len(text.members)] if row != asker)
    )
    exclude = tuple(dict.fromkeys(rows[own + len(text.members) :]))
    _require_no_contradiction(landscape, asker, members, exclude)
    with installation.reading() as session:
        terms = Terms(landscape, term_words(session))
    needs = _needs(terms, text.needs)
    return landscape, Brief(
        purpose=text.purpose,
        themes=terms.columns("theme", "themes", text.themes),
        target_groups=terms.columns("target_group", "target_groups", text.target_groups),
        needs=tuple(need for need, _ in needs),
        area=_area(landscape, text.area),
        near=None if text.near is None else _near(landscape, text.near),
        funding_source=text.funding_source,
        asker=asker,
        members=members,
        sectors=tuple(dict.fromkeys(_sector("sectors", word) for word in text.sectors)),
        exclude=exclude,
        slots=_slots(terms, text.slots, needs),
    )


def _needs(terms: Terms, said: Sequence[NeedText]) -> list[tuple[Need, str]]:
    """The needs, each once and at its largest, with the word that the brief has for it."""
    found: dict[int, tuple[Need, str]] = {}
    for each in said:
        term = terms.column("capacity", "needs", each.term)
        before, word = found.get(term, (Need(term=term), each.term))
        amounts = [amount for amount in (before.amount, each.amount) if amount is not None]
        need = Need(term=term, amount=max(amounts, default=None), when=before.when or each.when)
        found[term] = (need, word)
    return list(found.values())


def _slots(
    terms: Terms, said: Sequence[SlotText], needs: Sequence[tuple[Need, str]]
) -> tuple[Slot, ...]:
    slots = [
        Slot(
            name=each.name,
            needs=terms.columns("capacity", f"slots.{each.name}", each.needs),
            sector=-1 if each.sector is None else _sector(f"slots.{each.name}", each.sector),
        )
        for each in said
    ]
    named = {term for slot in slots for term in slot.needs}
    for need, word in needs:
        if need.term not in named:
            taken = {slot.name for slot in slots}
            slots.append(Slot(name=_free(word, taken), needs=(need.term,)))
    return tuple(slots)


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where a slot is called so already."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _sector(field: str, word: str) -> int:
    found = words("sector").get(key(word))
    if found is None:
        known: list[Value] = [SECTOR_LABELS[sector] for sector in SECTORS]
        refuse(
            field,
            message("“{word}” is not a sector.", word=word),
            message("There are: {names}.", names=listed(known)),
        )
    return SECTORS.index(found)


def _near(landscape: Landscape, said: NearText) -> Near:
    """The point that is said, or where those with the postcode are on average."""
    if said.lat is not None and said.lon is not None:
        return Near(lat=said.lat, lon=said.lon, km=said.km)
    places = landscape.places
    code = next((i for i, name in enumerate(places.postcodes) if name == said.postcode), -2)
    here = (places.postcode == code) & ~np.isnan(places.lat)
    if not here.any():
        refuse(
            "near.postcode",
            message(
                "Nobody with the postcode {postcode} has coordinates here.",
                postcode=said.postcode or "",
            ),
            message("Write the place as degrees: {example}", example="lat = 55.65, lon = 12.53"),
        )
    return Near(lat=float(places.lat[here].mean()), lon=float(places.lon[here].mean()), km=said.km)


def _area(landscape: Landscape, said: str | None) -> str | None:
    """The area as it is said; a region, say, need not be one that organisations have."""
    if said is None:
        return None
    places = landscape.places
    names = sorted({*places.districts, *places.municipalities})
    near = process.extract(
        said, names, scorer=fuzz.ratio, processor=fold, limit=_TOLD, score_cutoff=_MISSPELLED
    )
    if near and near[0][1] < 100:
        found: list[Value] = [name for name, _, _ in near]
        refuse(
            "area",
            message("Nobody is in the area “{area}”.", area=said),
            message("Did you mean {names}?", names=listed(found)),
        )
    return said


def _require_no_contradiction(
    landscape: Landscape, asker: int | None, members: tuple[int, ...], exclude: tuple[int, ...]
) -> None:
    for row in exclude:
        if row == asker or row in members:
            refuse(
                "exclude",
                message("{name} is in, and excluded.", name=landscape.names[row]),
                message("Take it out of “exclude”, or out of those who are in."),
            )
