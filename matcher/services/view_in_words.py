"""What a view of the map shows, in words: the conditions that a file or a report names."""

from __future__ import annotations

from datetime import date

from matcher.landscape import Landscape
from matcher.network.evidence import COLLABORATION, REPORTED
from matcher.network.picture import MapView
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.map_view import TERMS
from matcher.wording.labels import AGREEMENTS, NOT_KNOWN, sector_label
from matcher.wording.message import Message, Value, Words, message, messages_n

_LABELS = {
    "kind": message("Kind"),
    "theme": message("Theme"),
    "target_group": message("Target group"),
    "offers": message("Offers"),
    "needs": message("Needs"),
}
_EVIDENCE = {
    COLLABORATION: message("Joint collaborations"),
    REPORTED: message("What somebody reported"),
}


def view_in_words(
    installation: Installation, actor: Actor, view: MapView, *, as_of: date
) -> tuple[Message, ...]:
    """A sentence for each condition of the view, in the order of the form; none for everything."""
    require(actor, "draw_map")
    landscape = installation.landscape(as_of)
    return (
        *_of_organisations(landscape, view),
        *_of_ties(view),
        *_of_part(landscape, view),
        *_chosen(view),
    )


def _of_organisations(landscape: Landscape, view: MapView) -> list[Message]:
    said = []
    if view.sector is not None:
        sector = None if view.sector == "unknown" else view.sector
        said.append(_is(message("Sector"), sector_label(sector)))
    for field, vocabulary in TERMS.items():
        term = getattr(view, field)
        if term is not None:
            said.append(_is(_LABELS[field], _term(landscape, vocabulary, term)))
    if view.area is not None:
        said.append(_is(message("Area"), view.area))
    return said


def _of_ties(view: MapView) -> list[Message]:
    said = []
    if view.agreement is not None:
        said.append(_is(message("Agreement"), AGREEMENTS.get(view.agreement, NOT_KNOWN)))
    if view.since is not None:
        said.append(message("Only ties that go on from {day}.", day=view.since))
    if view.until is not None:
        said.append(message("Only ties that began by {day}.", day=view.until))
    if view.funding_until is not None:
        said.append(message("Only ties whose funding ends by {day}.", day=view.funding_until))
    if view.evidence is not None:
        said.append(_is(message("Source"), _EVIDENCE.get(view.evidence, view.evidence)))
    return said


def _of_part(landscape: Landscape, view: MapView) -> list[Message]:
    said = []
    if view.collaboration is not None:
        title = _title(landscape, view.collaboration)
        said.append(message("Only those who take part in “{title}”.", title=title))
    if view.around is None:
        return said
    centre = _name(landscape, view.around)
    if view.path_to is not None:
        other = _name(landscape, view.path_to)
        said.append(
            message("The shortest ways between {one} and {other}.", one=centre, other=other)
        )
        return said
    steps = messages_n("{n} step", "{n} steps", n=view.steps)
    said.append(message("Around {name}, up to {steps} away.", name=centre, steps=steps))
    return said


def _chosen(view: MapView) -> list[Message]:
    """That somebody chose organisations one by one; how many were left out is never hidden."""
    said = []
    if view.only:
        said.append(message("Only organisations that were chosen one by one."))
    if view.without:
        count = len(view.without)
        said.append(
            messages_n("{n} organisation is left out.", "{n} organisations are left out.", n=count)
        )
    return said


def _is(what: Message, value: Value) -> Message:
    return message("{what}: {value}.", what=what, value=value)


def _term(landscape: Landscape, vocabulary: str, term: str) -> Value:
    terms = landscape.vocabularies[vocabulary]
    number = terms.index.get(term)
    return term if number is None else Words(da=terms.da[number], en=terms.en[number])


def _name(landscape: Landscape, organisation: str) -> str:
    row = landscape.index.get(organisation)
    return organisation if row is None else landscape.names[row]


def _title(landscape: Landscape, collaboration: str) -> str:
    joint = landscape.collaborations
    titles = dict(zip(joint.ids, joint.titles, strict=True))
    return titles.get(collaboration, collaboration)
