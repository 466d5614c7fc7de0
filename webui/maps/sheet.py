"""A map with all that a file of it says: picture, look, title, conditions, language."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.network.picture import MapPicture
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.view_in_words import view_in_words
from matcher.wording.message import Message, Value, message, messages_n
from webui.maps.dressing import dressed
from webui.maps.look import Look, Styled


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What is written: a picture, how it looks, and what stands beside it."""

    picture: MapPicture
    styled: Styled
    title: Value
    conditions: tuple[Value, ...] = ()
    language: str = "da"

    @property
    def shown(self) -> Message:
        """How much is on the map, as one sentence."""
        counts = self.picture.counts
        if not counts.organisations:
            return message("No organisation is on this map.")
        return message(
            "{organisations} and {ties}.",
            organisations=messages_n(
                "{n} organisation", "{n} organisations", n=counts.organisations
            ),
            ties=messages_n("{n} tie", "{n} ties", n=counts.ties),
        )

    @property
    def source(self) -> Message:
        """Where it is from, and of which day."""
        return message("Source: Samspil, as known on {day}.", day=self.picture.as_of)


def sheet(
    installation: Installation,
    actor: Actor,
    picture: MapPicture,
    look: Look,
    language: str,
    *,
    title: Value | None = None,
) -> Sheet:
    """A picture dressed in a look, under a title (default: what it is around), with its conditions.

    The legend says which measures the look asks for and are not known.
    """
    return Sheet(
        picture=picture,
        styled=dressed(installation, actor, picture, look),
        title=title or title_of(picture),
        conditions=view_in_words(installation, actor, picture.view, as_of=picture.as_of),
        language=language,
    )


def title_of(picture: MapPicture) -> Message:
    """What a map is called that nobody gave a title."""
    around = picture.view.around
    centre = next((node.name for node in picture.nodes if node.id == around), None)
    if centre is None:
        return message("Network map")
    return message("Network around {name}", name=centre)
