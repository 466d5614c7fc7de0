"""The picture of a map with all that its look has to know: themes, measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from matcher.network.measures import NetworkMeasures
from matcher.network.measures.table import MEASURES
from matcher.network.picture import MapPicture
from matcher.services.access import Actor, may
from matcher.services.installation import Installation
from matcher.services.map_themes import map_themes
from matcher.services.measure_network import kept_measures, measures_at_hand
from matcher.wording.message import Message, message
from webui.maps.look import Look, Styled, styled
from webui.maps.look.nodes import Category


def dressed(
    installation: Installation, actor: Actor, picture: MapPicture, look: Look | None = None
) -> Styled:
    """The picture in a look (default: the usual one).

    What a look does not need is not asked for. A measure that has not been computed for this state
    of the network is not shown, and the legend says so; so it does where too few ties are known to
    name brokers.
    """
    wanted = look or Look()
    found = _found(installation, actor, picture, wanted)
    drawn = styled(
        picture,
        wanted,
        measures=None if found is None else found.by_organisation,
        themes=_themes(installation, actor, picture) if wanted.colour == "theme" else None,
    )
    if found is None or found.coverage.enough or not _names_brokers(drawn.look):
        return drawn
    notes = (*drawn.legend.notes, _too_few(found))
    return replace(drawn, legend=replace(drawn.legend, notes=notes))


def measured_by(
    installation: Installation, actor: Actor, picture: MapPicture, look: Look
) -> Mapping[str, Mapping[str, float | None]]:
    """The measures that a look follows, by organisation; none of those not computed yet."""
    found = _found(installation, actor, picture, look)
    if found is None:
        return {}
    return {name: found.by_organisation[name] for name in look.measures}


def _found(
    installation: Installation, actor: Actor, picture: MapPicture, look: Look
) -> NetworkMeasures | None:
    if not look.measures:
        return None
    ask = measures_at_hand if may(actor, "explore_map") else kept_measures
    return ask(installation, actor, as_of=picture.as_of)


def _names_brokers(look: Look) -> bool:
    return any(MEASURES[name].broker for name in look.measures)


def _too_few(found: NetworkMeasures) -> Message:
    share = round(100 * (found.coverage.share or 0))
    return message(
        "Ties are known for {share} % of the organisations: too few to say who links the others.",
        share=share,
    )


def _themes(installation: Installation, actor: Actor, picture: MapPicture) -> Category:
    found = map_themes(installation, actor, picture)
    return Category(values=found.values, names=found.names)
