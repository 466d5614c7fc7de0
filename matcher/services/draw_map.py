"""The network as a map."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import date
from weakref import WeakKeyDictionary

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.network.arrangement import Network, network
from matcher.network.drawing import draw
from matcher.network.evidence import REPORTED, Piece, Stay, joint
from matcher.network.picture import MapPicture, MapView
from matcher.services.access import Actor, require
from matcher.services.importing.vocabulary import Vocabulary
from matcher.services.installation import Installation
from matcher.services.map_view import read_view
from matcher.services.whom import rows_meant
from matcher.store.importing import term_words
from matcher.store.queries.ties import Attendance, Report, attendances, reports
from matcher.wording.message import message

_kept: WeakKeyDictionary[Installation, Network] = WeakKeyDictionary()
_lock = threading.Lock()


def map_view(
    installation: Installation,
    actor: Actor,
    *,
    where: Mapping[str, str],
    around: str | None = None,
    steps: int = 2,
    as_of: date | None = None,
) -> MapView:
    """The view that somebody asks for in words (see `matcher.services.map_view.read_view`).

    Refusal (not_found, ambiguous) for an organisation that is not clear, as for suggestions, and
    for one that is hidden.
    """
    require(actor, "draw_map")
    asked = [] if around is None else [around]
    landscape, rows = rows_meant(installation, asked, as_of or date.today(), hidden=False)
    with installation.reading() as session:
        vocabulary = Vocabulary(term_words(session))
    centre = landscape.ids[rows[0]] if rows else None
    return read_view(landscape, vocabulary, where, centre, steps)


def draw_map(
    installation: Installation, actor: Actor, view: MapView | None = None, *, as_of: date
) -> MapPicture:
    """The map of a view (default: of everything) as of a day.

    Places are computed once for a revision and day and kept, so that the views of it agree.
    Contact points, notes and hidden organisations are not on maps. Refusal (not_found) for a view
    around an organisation that has gone or is hidden.
    """
    require(actor, "draw_map")
    kept = _network(installation, as_of)
    asked = view or MapView()
    if asked.around is not None and not _on_map(kept.landscape, asked.around):
        raise Refusal("not_found", message("This organisation is not on the map any more."))
    return draw(kept, asked)


def _on_map(landscape: Landscape, organisation: str) -> bool:
    row = landscape.index.get(organisation)
    return row is not None and not landscape.hidden[row]


def _network(installation: Installation, as_of: date) -> Network:
    landscape = installation.landscape(as_of)
    with _lock:
        kept = _kept.get(installation)
        if kept is None or kept.landscape is not landscape:
            kept = _built(installation, landscape)
            _kept[installation] = kept
        return kept


def _built(installation: Installation, landscape: Landscape) -> Network:
    with installation.reading() as session:
        seen, told = attendances(session), reports(session)
    known = landscape.index
    stays = [_stay(each) for each in seen if each.organisation in known and _begun(each, landscape)]
    pieces = (
        *joint(stays, landscape.as_of),
        *(
            _reported(each)
            for each in told
            if each.a in known
            and each.b in known
            and (each.since is None or each.since <= landscape.as_of)
        ),
    )
    return network(landscape, pieces)


def _begun(each: Attendance, landscape: Landscape) -> bool:
    return each.start is None or each.start <= landscape.as_of


def _stay(each: Attendance) -> Stay:
    begins = [day for day in (each.start, each.since) if day is not None]
    ends = [day for day in (each.end, each.until) if day is not None]
    return Stay(
        collaboration=each.collaboration,
        organisation=each.organisation,
        since=max(begins, default=None),
        until=min(ends, default=None),
        agreement=each.agreement,
    )


def _reported(each: Report) -> Piece:
    a, b = sorted((each.a, each.b))
    return Piece(
        a=a,
        b=b,
        kind=each.kind or REPORTED,
        evidence=REPORTED,
        strength=1.0 if each.confidence is None else each.confidence,
        since=each.since,
        until=each.until,
    )
