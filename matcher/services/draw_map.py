"""The network as a map."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from weakref import WeakKeyDictionary

from matcher.errors import Refusal
from matcher.landscape import Landscape
from matcher.network.arrangement import Network, network
from matcher.network.drawing import draw
from matcher.network.evidence import Pieces
from matcher.network.picture import MapPicture, MapView
from matcher.services.access import OPERATOR, Actor, require
from matcher.services.arrange_map import arrange_map
from matcher.services.importing.vocabulary import Vocabulary
from matcher.services.installation import Installation
from matcher.services.map_view import KEYS, Around, read_view
from matcher.services.network_evidence import network_evidence
from matcher.services.shared_view import gone, inside, is_held, require_shown, words_of
from matcher.services.whom import rows_meant
from matcher.store.importing import term_words
from matcher.store.queries.map_places import laid_out
from matcher.wording.message import message

MOST_PICTURES = 16
"""So many views of a network are kept, those that were asked for last."""

MOST_HELD = 600_000
"""So many nodes and ties may they hold together, which take some 100 bytes each: three times the
whole of 50,000 organisations, or as many small views as are kept."""


Asked = tuple[MapView, MapView | None]
"""A view, and the one that whoever asks for it holds a link to (None: they may see the whole)."""


class _Drawn:
    """A network and its pictures, the ones that were asked for last at the end.

    `laid_out` is when the whole was laid out that its places go back to.
    """

    def __init__(self, kept: Network, laid_out: datetime | None) -> None:
        self.network = kept
        self.laid_out = laid_out
        self.pictures: OrderedDict[Asked, MapPicture] = OrderedDict()


_kept: WeakKeyDictionary[Installation, _Drawn] = WeakKeyDictionary()
_lock = threading.Lock()


def map_view(
    installation: Installation,
    actor: Actor,
    *,
    where: Mapping[str, str],
    around: str | None = None,
    steps: int = 2,
    path_to: str | None = None,
    collaboration: str | None = None,
    only: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    as_of: date | None = None,
) -> MapView:
    """The view that somebody asks for in words (see `matcher.services.map_view.read_view`).

    `around` and `path_to` are organisations as people call them, `collaboration`, `only` and
    `without` ids. Refusal (not_found, ambiguous) for an organisation that is not clear, as for
    suggestions, and for one that is hidden; (invalid) for a way to without a way from.
    """
    require(actor, "draw_map")
    if path_to is not None and around is None:
        raise Refusal(
            "invalid",
            message("A way leads from one organisation to another."),
            message("Say also which organisation it begins at."),
        )
    asked = [who for who in (around, path_to) if who is not None]
    if is_held(actor):
        _, whole = _held(installation, actor, as_of or date.today())
        require_shown(whole.columns.nodes.ids, (*asked, *only))
    landscape, rows = rows_meant(installation, asked, as_of or date.today(), hidden=False)
    with installation.reading() as session:
        vocabulary = Vocabulary(term_words(session))
    meant = [landscape.ids[row] for row in rows]
    return read_view(
        landscape,
        vocabulary,
        where,
        Around(
            around=meant[0] if meant else None,
            steps=steps,
            path_to=meant[1] if len(meant) > 1 else None,
            collaboration=collaboration,
            only=only,
            without=without,
        ),
    )


def draw_map(
    installation: Installation, actor: Actor, view: MapView | None = None, *, as_of: date
) -> MapPicture:
    """The map of a view (default: of everything) as of a day.

    Places are computed once for a revision and day and kept, so that the views of it agree; the
    same view gives the same picture. Contact points, notes and hidden organisations are not on
    maps. The holder of a link to a saved view gets that view and parts of it, and no count of
    those outside it; Refusal (forbidden) for anything else. Refusal (not_found) for a view around
    an organisation, or of a collaboration, that has gone or is hidden.
    """
    require(actor, "draw_map")
    asked, held, whole = view or MapView(), None, None
    if is_held(actor):
        held, whole = _held(installation, actor, as_of)
        asked = inside(held, asked, whole.columns.nodes.ids)
    kept = _drawn(installation, as_of)
    with _lock:
        found = kept.pictures.get((asked, held))
        if found is not None:
            kept.pictures.move_to_end((asked, held))
            return found
    _require_there(kept.network, asked)
    picture = draw(kept.network, asked)
    if whole is not None:
        picture = _as_all(picture, whole)
    with _lock:
        found = kept.pictures.setdefault((asked, held), picture)
        _forget_oldest(kept.pictures)
    return found


def _as_all(picture: MapPicture, whole: MapPicture) -> MapPicture:
    """The picture as a part of another one, as if there were no more."""
    nodes, ties = whole.columns.nodes, whole.columns.ties
    columns = replace(picture.columns, all_organisations=len(nodes), all_ties=len(ties))
    return replace(picture, columns=columns)


def _forget_oldest(pictures: OrderedDict[Asked, MapPicture]) -> None:
    """Forget pictures until the others are few and small enough; the last one always stays."""
    held = {
        view: len(each.columns.nodes) + len(each.columns.ties) for view, each in pictures.items()
    }
    while len(pictures) > 1 and (len(pictures) > MOST_PICTURES or sum(held.values()) > MOST_HELD):
        view, _ = pictures.popitem(last=False)
        del held[view]


def network_of(installation: Installation, as_of: date) -> Network:
    """The network of the newest revision as of a day, in columns; kept until either differs.

    For use cases, which say themselves who may.
    """
    return _drawn(installation, as_of).network


def _held(installation: Installation, actor: Actor, as_of: date) -> tuple[MapView, MapPicture]:
    """The view that a holder's link is for, and its picture.

    Refusal (link_expired) when the view, or what it is around, is gone.
    """
    words = words_of(installation, actor)
    try:
        view = map_view(
            installation,
            OPERATOR,
            where={key: text for key, text in words.conditions.items() if key in KEYS},
            around=words.conditions.get("around"),
            steps=words.steps,
            path_to=words.conditions.get("path_to"),
            collaboration=words.conditions.get("collaboration"),
            only=words.listed("only"),
            without=tuple(sorted({*words.listed("without"), *words.hidden})),
            as_of=as_of,
        )
        return view, draw_map(installation, OPERATOR, view, as_of=as_of)
    except Refusal as refusal:
        raise gone() from refusal


def _require_there(drawn_from: Network, view: MapView) -> None:
    landscape = drawn_from.landscape
    for organisation in (view.around, view.path_to):
        if organisation is not None and not _on_map(landscape, organisation):
            raise Refusal("not_found", message("This organisation is not on the map any more."))
    if view.collaboration is not None and view.collaboration not in landscape.collaborations.ids:
        raise Refusal(
            "not_found",
            message("This collaboration is not on the map."),
            message("It has not begun yet, or somebody has removed it."),
        )


def _on_map(landscape: Landscape, organisation: str) -> bool:
    row = landscape.index.get(organisation)
    return row is not None and not landscape.hidden[row]


def _drawn(installation: Installation, as_of: date) -> _Drawn:
    landscape = installation.landscape(as_of)
    with _lock:
        kept = _kept.get(installation)
        if kept is None or kept.network.landscape is not landscape:
            kept = _kept[installation] = _built(installation, landscape, None)
        elif kept.laid_out != _laid_out(installation):
            kept = _kept[installation] = _built(installation, landscape, kept.network.pieces)
        return kept


def _built(installation: Installation, landscape: Landscape, pieces: Pieces | None) -> _Drawn:
    if pieces is None:
        pieces = network_evidence(installation, landscape)
    found = network(landscape, pieces, partial(arrange_map, installation))
    return _Drawn(found, _laid_out(installation))


def _laid_out(installation: Installation) -> datetime | None:
    """When the whole was laid out last, by anybody; it moves all."""
    with installation.reading() as session:
        return laid_out(session)
