"""The places in a consortium, in a brief's form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.exchange.brief_text import SlotText
from matcher.services import form_readers, forms
from matcher.services.brief_forms.fields import SLOT_NEEDS
from matcher.services.forms import Errors, Form, Reader
from matcher.services.vocabularies import Vocabularies
from matcher.wording.labels import SECTORS
from matcher.wording.message import message

_NAME = 200


def slots_said(form: Form, known: Vocabularies, errors: Errors) -> tuple[SlotText, ...]:
    """The slots in the form; what is wrong is added to `errors`.

    Each has a name of its own, and asks for a need or a sector at least.
    """
    readers = _readers(known)
    found: dict[str, SlotText] = {}
    for number, row in forms.filled_rows(form, "slots"):
        at = f"slots-{number}"
        slot = _slot(forms.read_cells(row, at, readers, errors))
        if slot.name and slot.name in found:
            errors.setdefault(f"{at}-name", message("Another place already has this name."))
        if (
            not slot.needs
            and slot.sector is None
            and not any(name.startswith(f"{at}-") for name in errors)
        ):
            errors[f"{at}-need1"] = message("Choose what is needed there, or a sector.")
        found[slot.name] = slot
    return tuple(found.values())


def _slot(read: Mapping[str, Any]) -> SlotText:
    needs = (read[name] for name in SLOT_NEEDS)
    return SlotText(
        name=read["name"] or "",
        needs=tuple(dict.fromkeys(each for each in needs if each)),
        sector=read["sector"],
    )


def _readers(known: Vocabularies) -> Mapping[str, Reader]:
    choose = message("Choose one from the list.")
    need = form_readers.word_among(known.ids("capacity"), choose)
    return {
        "name": form_readers.needed(
            form_readers.text_within(_NAME), message("Write what the place is called.")
        ),
        "sector": form_readers.word_among(SECTORS, choose),
        **dict.fromkeys(SLOT_NEEDS, need),
    }
