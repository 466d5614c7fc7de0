"""Which organisation somebody means by an id or a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz, process

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.services.installation import Installation
from matcher.store.queries.organisations import with_name
from matcher.text import fold
from matcher.wording.message import Message, Value, listed, message

_TOLD = 5
_ALIKE = 60  # below it, names have hardly a word in common


def rows_meant(
    installation: Installation, who: Sequence[str], as_of: date, *, hidden: bool = True
) -> tuple[Landscape, list[int]]:
    """The landscape of a day, and the row of each organisation meant.

    Each is an id, else an exact name, else the unique beginning of one; case and Danish spellings
    do not count. With `hidden` false, hidden ones are never meant. Refusal: ambiguous with
    `candidates` (id, name) when several fit, not_found with the names that come nearest when none
    does.
    """
    with installation.reading() as session:
        found = [with_name(session, each) for each in who]
    landscape = installation.landscape(as_of)
    if not hidden:
        found = [_shown(landscape, fitting) for fitting in found]
    pairs = zip(who, found, strict=True)
    return landscape, [_row(landscape, asked, fitting) for asked, fitting in pairs]


def _shown(landscape: Landscape, fitting: dict[str, str]) -> dict[str, str]:
    rows = landscape.index
    return {
        key: name
        for key, name in fitting.items()
        if key in rows and not landscape.hidden[rows[key]]
    }


def _row(landscape: Landscape, who: str, fitting: dict[str, str]) -> int:
    if len(fitting) > 1:
        raise _ambiguous(who, fitting)
    for key in fitting:
        if key in landscape.index:  # not deleted in between
            return landscape.index_of(key)
    raise Refusal(
        "not_found",
        message("No organisation is called “{name}”.", name=who),
        _nearest(landscape, who),
    )


def _ambiguous(who: str, found: dict[str, str]) -> Refusal:
    candidates: list[Value] = [f"{name} ({key})" for key, name in found.items()]
    return Refusal(
        "ambiguous",
        message("Several organisations fit “{name}”.", name=who),
        message("Choose one by its id: {candidates}.", candidates=listed(candidates)),
        candidates=[{"id": key, "name": name} for key, name in found.items()],
    )


def _nearest(landscape: Landscape, who: str) -> Message:
    names = [
        name for name, hidden in zip(landscape.names, landscape.hidden, strict=True) if not hidden
    ]
    near = process.extract(
        who, names, scorer=fuzz.WRatio, processor=fold, limit=_TOLD, score_cutoff=_ALIKE
    )
    if not near:
        return message("Search for it on the page “Organisations”, or add it.")
    told: list[Value] = [name for name, _, _ in near]
    return message("Did you mean {names}?", names=listed(told))
