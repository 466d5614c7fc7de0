"""The picture of a map with all that its look has to know: themes, measures."""

from __future__ import annotations

from matcher.network.picture import MapPicture
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.map_themes import map_themes
from webui.maps.look import Look, Styled, styled
from webui.maps.look.nodes import Category


def dressed(
    installation: Installation, actor: Actor, picture: MapPicture, look: Look | None = None
) -> Styled:
    """The picture in a look (default: the usual one).

    What a look does not need is not asked for. A measure that has not been computed for this state
    of the network is not shown, and the legend says so.
    """
    wanted = look or Look()
    return styled(
        picture,
        wanted,
        themes=_themes(installation, actor, picture) if wanted.colour == "theme" else None,
    )


def _themes(installation: Installation, actor: Actor, picture: MapPicture) -> Category:
    found = map_themes(installation, actor, picture)
    return Category(values=found.values, names=found.names)
