"""The warmest ways from one organisation to another, as sentences to read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.errors import Refusal
from matcher.introduce import Path, introduce
from matcher.landscape import Landscape
from matcher.services.access import Actor, require
from matcher.services.brief_forms.named import organisations_named
from matcher.services.forms import refuse_errors
from matcher.services.installation import Installation
from matcher.wording.introduction import Step, whom_to_ask
from matcher.wording.message import Message, message

Named = tuple[str, str]
"""The id and the name of an organisation."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One way: its stops from the first to the last, whom to ask, and how warm it is (0…1]."""

    steps: tuple[Step, ...]
    text: Message
    strength: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Introductions:
    """The ways from one to another, the warmest first; `to` is None while nobody is named."""

    organisation: Named
    to: Named | None
    ways: tuple[Way, ...]


def show_introductions(
    installation: Installation,
    actor: Actor,
    organisation_id: str,
    to: str = "",
    *,
    as_of: date,
    chosen: str = "",
    paths: int = 3,
) -> Introductions:
    """The `paths` best ways to the one called `to` (an id or a name; none for nobody).

    `chosen` is the id that came from choosing in a list; it counts while it goes with the name.
    Refusal: not_found for no such organisation; invalid with `fields` ("to") where it is not clear
    whom `to` means, or where it means the organisation itself.
    """
    require(actor, "find_introductions")
    landscape = installation.landscape(as_of)
    if organisation_id not in landscape.index:
        raise Refusal("not_found", message("There is no such organisation."))
    organisation = (organisation_id, landscape.names[landscape.index_of(organisation_id)])
    if not to:
        return Introductions(organisation=organisation, to=None, ways=())
    meant = organisations_named(installation, [(to, chosen)], as_of)[to, chosen]
    if isinstance(meant, Message):
        refuse_errors({"to": meant})
    elif meant == organisation_id:
        refuse_errors({"to": message("An organisation needs no introduction to itself.")})
    landscape = installation.landscape(as_of)
    start, end = landscape.index_of(organisation_id), landscape.index_of(str(meant))
    return Introductions(
        organisation=organisation,
        to=(landscape.ids[end], landscape.names[end]),
        ways=tuple(_way(landscape, path) for path in introduce(landscape, start, end, paths)),
    )


def _way(landscape: Landscape, path: Path) -> Way:
    rows = path.organisations
    steps = tuple(
        Step(
            id=landscape.ids[row],
            name=landscape.names[row],
            current=bool(landscape.current[before, row]),
        )
        for before, row in zip((rows[0], *rows), rows, strict=False)
    )
    return Way(steps=steps, text=whom_to_ask(steps), strength=path.strength)
