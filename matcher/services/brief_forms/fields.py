"""The fields of a brief's form, and what they say of a brief."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.exchange.brief_text import BriefText, SlotText
from matcher.services.form_readers import shown
from matcher.services.forms import Form, filled_rows

FIELDS = (
    "title",
    "purpose",
    "asker",
    "asker_id",
    "area",
    "postcode",
    "lat",
    "lon",
    "km",
    "funding_source",
)
"""The single fields."""

CHOICES = ("themes", "target_groups", "sectors")
"""The lists of boxes."""

SLOT_NEEDS = tuple(f"need{number}" for number in range(1, 9))
_ORGANISATION = ("organisation", "organisation_id")
ROWS: Mapping[str, tuple[str, ...]] = {
    "needs": ("term", "amount", "when"),
    "members": _ORGANISATION,
    "exclude": _ORGANISATION,
    "slots": ("name", "sector", *SLOT_NEEDS),
}
"""The parts that repeat, with the fields of a row."""


def form_of(text: BriefText, names: Mapping[str, str]) -> Form:
    """The texts that a form shows of a brief in ids; `names` are its organisations' by id."""

    def who(key: str) -> dict[str, str]:
        return {"organisation": names.get(key, key), "organisation_id": key}

    asker, near = text.asker or "", text.near
    return Form(
        values={
            "title": text.title or "",
            "purpose": text.purpose,
            "asker": names.get(asker, asker),
            "asker_id": asker,
            "area": text.area or "",
            "postcode": shown(near and near.postcode),
            "lat": shown(near and near.lat),
            "lon": shown(near and near.lon),
            "km": shown(near and near.km),
            "funding_source": text.funding_source or "",
        },
        choices={name: getattr(text, name) for name in CHOICES},
        rows={
            "needs": tuple(
                {"term": each.term, "amount": shown(each.amount), "when": each.when or ""}
                for each in text.needs
            ),
            "members": tuple(who(key) for key in text.members),
            "exclude": tuple(who(key) for key in text.exclude),
            "slots": tuple(_slot_row(each) for each in text.slots),
        },
    )


def said(form: Form) -> dict[str, str | list[str]]:
    """What is written in a form by the names of its fields, rows counted anew; nothing empty."""
    values = {name: form.text(name) for name in FIELDS}
    choices = {name: list(form.choices.get(name, ())) for name in CHOICES}
    rows = {
        f"{part}-{at}-{name}": text
        for part in ROWS
        for at, (_, row) in enumerate(filled_rows(form, part))
        for name, text in row.items()
    }
    return {name: text for name, text in (values | choices | rows).items() if text}


def _slot_row(slot: SlotText) -> dict[str, str]:
    needs = dict(zip(SLOT_NEEDS, slot.needs, strict=False))
    return {
        "name": slot.name,
        "sector": slot.sector or "",
        **{name: needs.get(name, "") for name in SLOT_NEEDS},
    }
