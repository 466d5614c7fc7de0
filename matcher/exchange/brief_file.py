"""Briefs from TOML files, and from documents with the same keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from matcher.exchange.brief_text import BriefText, NearText, NeedText, SlotText
from matcher.exchange.fields import Fields, refuse, text, toml_table
from matcher.wording.message import message

_KEYS = tuple(field.name for field in fields(BriefText))
_EVERYWHERE = 20_040  # kilometres: half around the earth


def read_brief(path: Path) -> BriefText:
    """The brief in a TOML file. Refusal for what cannot be read, and as `brief_of`."""
    return brief_of(toml_table(path))


def brief_of(document: Mapping[str, Any]) -> BriefText:
    """The brief that a table says, from TOML or JSON; what is missing or null is not said.

    Refusal (invalid, with `fields`) for keys that there are not, with the nearest; for values of
    the wrong kind; and for what contradicts itself: an area and a place, a place said twice, a
    slot that asks for nothing, two slots of one name.
    """
    table = Fields(document, _KEYS)
    if table.text("area") and table.has("near"):
        refuse(
            "near",
            message("The brief says both an area and a place to be near."),
            message("Keep “area” or “near”."),
        )
    return BriefText(
        title=table.text("title"),
        purpose=table.text("purpose") or "",
        themes=table.texts("themes"),
        target_groups=table.texts("target_groups"),
        needs=tuple(_need(at, each) for at, each in table.entries("needs")),
        area=table.text("area"),
        near=_near(document["near"]) if table.has("near") else None,
        funding_source=table.text("funding_source"),
        asker=table.text("asker"),
        members=table.texts("members"),
        sectors=table.texts("sectors"),
        exclude=table.texts("exclude"),
        slots=_slots(table),
    )


def _need(at: str, value: Any) -> NeedText:
    """A need: the word for it, or a table with how much and when."""
    if not isinstance(value, Mapping):
        return NeedText(term=_said(at, text(value, at)))
    table = Fields(value, ("term", "amount", "when"), at)
    amount = table.number("amount")
    if amount is not None and amount <= 0:
        refuse(f"{at}.amount", message("An amount must be above 0."))
    return NeedText(
        term=_said(f"{at}.term", table.text("term")), amount=amount, when=table.text("when")
    )


def _near(value: Any) -> NearText:
    table = Fields(value, ("postcode", "lat", "lon", "km"), "near")
    km = table.number("km")
    if km is None or not 0 < km <= _EVERYWHERE:
        refuse(
            "near.km",
            message("“near” must say how far, in kilometres above 0."),
            message("Write: {example}", example='near = { postcode = "2450", km = 5 }'),
        )
    postcode = _postcode(table, value)
    lat, lon = table.number("lat"), table.number("lon")
    if (postcode is None) == (lat is None and lon is None) or (lat is None) != (lon is None):
        refuse(
            "near",
            message("“near” must say either a postcode, or both lat and lon."),
            message("Write: {example}", example="near = { lat = 55.65, lon = 12.53, km = 5 }"),
        )
    if lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
        refuse("near.lat", message("There is no such place: lat is −90 to 90, lon −180 to 180."))
    return NearText(km=km, postcode=postcode, lat=lat, lon=lon)


def _postcode(table: Fields, value: Mapping[str, Any]) -> str | None:
    """A postcode; one that is written as a number is one, too."""
    written = value.get("postcode")
    if isinstance(written, int) and not isinstance(written, bool):
        return f"{written:04}"
    return table.text("postcode")


def _slots(table: Fields) -> tuple[SlotText, ...]:
    found: dict[str, SlotText] = {}
    for at, each in table.entries("slots"):
        slot = _slot(at, each)
        if slot.name in found:
            refuse(
                f"{at}.name",
                message("Two slots are called “{name}”.", name=slot.name),
                message("Give each a name of its own."),
            )
        found[slot.name] = slot
    return tuple(found.values())


def _slot(at: str, value: Any) -> SlotText:
    table = Fields(value, ("name", "needs", "sector"), at)
    slot = SlotText(
        name=_said(f"{at}.name", table.text("name")),
        needs=table.texts("needs"),
        sector=table.text("sector"),
    )
    if not slot.needs and slot.sector is None:
        refuse(
            at,
            message("The slot “{name}” asks for nothing.", name=slot.name),
            message("Name the needs that it is for, or a sector."),
        )
    return slot


def _said(at: str, value: str | None) -> str:
    if value is None:
        refuse(at, message("“{field}” must say something.", field=at))
    return value
