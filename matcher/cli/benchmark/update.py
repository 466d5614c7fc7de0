"""How long it takes until a changed organisation is seen as it is now."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import numpy as np

from matcher.services.access import OPERATOR
from matcher.services.installation import Installation
from matcher.services.organisations.form import CAPACITY, form_of
from matcher.services.organisations.save import save_organisation
from matcher.services.suggest_partners import Suggested, suggest_partners
from matcher.store import documents


def update_ms(
    installation: Installation, askers: list[int], changes: int, as_of: date
) -> float | None:
    """The median over some changes; None where there was nobody to change.

    Each is made for an asker with a need: an organisation on its list saves that it offers what
    is needed, and the asker's next list says so. The clock runs from before saving to the list.
    """
    ids = installation.landscape(as_of).ids
    took: list[float] = []
    for asker in askers:
        if len(took) < changes:
            took += _changed(installation, ids[asker], as_of)
    return float(np.median(took)) if took else None


def _changed(installation: Installation, asker: str, as_of: date) -> list[float]:
    """The time of one change; nothing where the asker has no need that is left to meet."""
    found = suggest_partners(installation, OPERATOR, asker, as_of=as_of)
    change = _change(found)
    if change is None:
        return []
    candidate, term = change
    start = time.perf_counter()
    _offer(installation, candidate, term)
    found = suggest_partners(installation, OPERATOR, asker, as_of=as_of)
    took = time.perf_counter() - start
    return [1000 * took] if (candidate, term) in _offered(found) else []


def _change(found: Suggested) -> tuple[str, str] | None:
    """Somebody on the list, and what the asker needs that it does not offer yet."""
    landscape, words = found.landscape, found.landscape.vocabularies["capacity"].ids
    for need in landscape.needs[[found.asker]].indices.tolist():
        for each in found.list.suggestions:
            if need not in landscape.offers[[each.organisation]].indices:
                return landscape.ids[each.organisation], words[need]
    return None


def _offer(installation: Installation, organisation: str, term: str) -> None:
    """Save its form with one offer more."""
    with installation.reading() as session:
        document = documents.read(session, "organisation", [organisation])[organisation]
    form = form_of(document)
    new = {**dict.fromkeys(CAPACITY, ""), "term": term}
    rows = {**form.rows, "offers": (*form.rows["offers"], new)}
    save_organisation(
        installation, OPERATOR, replace(form, rows=rows), organisation_id=organisation
    )


def _offered(found: Suggested) -> set[tuple[str, str | None]]:
    """Who offers what the asker needs, as the list's reasons say."""
    return {
        (found.landscape.ids[each.organisation], fact.id)
        for each in found.list.suggestions
        for reason in each.reasons
        if reason.signal == "need_met_by_offer"
        for fact in reason.facts
    }
