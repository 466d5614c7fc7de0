"""A small landscape whose map can be told by heart.

Kirkeklubben and Museet (public) meet in "haven" with Ovnen (business); Kirkeklubben and Museet
were in "sangen" until 2020; Museet reported Ovnen. Enlig knows nobody, Gemt is hidden.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from matcher.landscape import (
    CapacityRow,
    CollaborationRow,
    InterestRow,
    Landscape,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
    build,
)
from matcher.network.arrangement import Network, network
from matcher.network.drawing import draw
from matcher.network.evidence import Pieces
from matcher.network.picture import MapPicture, MapView
from tests.matcher.network.evidence_makers import Report, Stay, make_evidence

AS_OF = date(2026, 5, 1)
NASTY = "</script><script>document.title = 'broken'</script><b title=\"'&amp;href\">"
"""What a name may hold, and no file or page may run."""


def make_landscape() -> Landscape:
    """Five organisations, one of them hidden."""
    return build(
        Rows(
            organisations=(
                OrganisationRow(
                    id="k",
                    name="Kirkeklubben",
                    sector="association",
                    kind="club",
                    municipality="Byen",
                    district="Østre",
                ),
                OrganisationRow(id="m", name="Museet", sector="public", municipality="Byen"),
                OrganisationRow(id="o", name="Ovnen", sector="business"),
                OrganisationRow(id="e", name="Ærlig Enlig"),
                OrganisationRow(id="g", name="Gemt", sector="public", hidden=True),
            ),
            terms=(
                TermRow(id="club", vocabulary="kind", da="Klub", en="Club"),
                TermRow(id="food", vocabulary="theme", da="Mad", en="Food"),
                TermRow(id="song", vocabulary="theme", da="Sang", en="Song"),
                TermRow(id="room", vocabulary="capacity", da="Lokale", en="Room"),
            ),
            capacities=(
                CapacityRow(organisation="m", side="offers", term="room"),
                CapacityRow(organisation="k", side="needs", term="room"),
            ),
            interests=(InterestRow(organisation="e", vocabulary="theme", term="food"),),
            collaborations=(
                CollaborationRow(id="haven", title="Haven", themes=("food",)),
                CollaborationRow(id="sangen", title="Sangen", end=date(2020, 12, 31)),
            ),
            participations=(
                *(ParticipationRow(collaboration="haven", organisation=x) for x in "kmog"),
                *(ParticipationRow(collaboration="sangen", organisation=x) for x in "km"),
            ),
        ),
        as_of=AS_OF,
        revision=7,
    )


def make_pieces(landscape: Landscape | None = None) -> Pieces:
    """The evidence of the ties between them."""
    haven = [
        Stay(collaboration="haven", organisation=x, since=date(2024, 1, 1), agreement="oral")
        for x in "kmog"
    ]
    sangen = [
        Stay(
            collaboration="sangen",
            organisation=x,
            since=date(2018, 1, 1),
            until=date(2020, 12, 31),
            agreement="written",
        )
        for x in "km"
    ]
    told = Report(a="m", b="o", kind="shares rooms", strength=0.5, since=date(2025, 2, 1))
    index = (landscape or make_landscape()).index
    return make_evidence([*haven, *sangen], [told], index, AS_OF)


def make_network(landscape: Landscape | None = None) -> Network:
    """All of it, laid out."""
    seen = landscape or make_landscape()
    return network(seen, make_pieces(seen))


def make_picture(**view: object) -> MapPicture:
    """The map of them, of everything or of a view."""
    return draw(make_network(), MapView(**view))  # type: ignore[arg-type]


def renamed(picture: MapPicture, **names: str) -> MapPicture:
    """The same picture, some of its organisations (by id) under other names."""
    nodes = picture.columns.nodes
    told = tuple(names.get(key, name) for key, name in zip(nodes.ids, nodes.names, strict=True))
    columns = replace(picture.columns, nodes=replace(nodes, names=told))
    return replace(picture, columns=columns)


def make_nasty() -> MapPicture:
    """The same map with names that try to break out of it."""
    picture = make_picture()
    return renamed(picture, **{node.id: f"{node.name} {NASTY}" for node in picture.nodes})
