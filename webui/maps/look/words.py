"""How somebody wants the map to look, in plain words, and as an address says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from matcher.errors import Refusal
from matcher.network.measures.table import MEASURES as TABLE
from matcher.wording.message import Message, message
from webui.maps.look.palettes import PALETTES

MEASURES: Mapping[str, Message] = {
    name: measure.label for name, measure in TABLE.items() if not measure.yes_or_no
}
"""The measures of an organisation that colour and size can follow, in words."""

COLOURS: Mapping[str, Message] = {
    "sector": message("Sector"),
    "kind": message("Kind"),
    "area": message("Area"),
    "theme": message("Theme"),
    "group": message("Group"),
    "none": message("The same for all"),
    **MEASURES,
}
SIZES: Mapping[str, Message] = {
    "ties": message("Number of ties"),
    "same": message("The same for all"),
    **MEASURES,
}
LINES: Mapping[str, Message] = {
    "freshness": message("Whether they go on"),
    "evidence": message("Where they are known from"),
    "agreement": message("Agreement"),
    "kind": message("Kind"),
    "funding": message("When the funding ends"),
}
WIDTHS: Mapping[str, Message] = {
    "strength": message("How close they are"),
    "same": message("The same for all"),
}
TOGETHER: Mapping[str, Message] = {
    "ties": message("As ties"),
    "hubs": message("As small hubs"),
    "hulls": message("As outlines"),
}
LABELS: Mapping[str, Message] = {
    "some": message("Those there is room for"),
    "all": message("All"),
    "none": message("None"),
}
UNWRITTEN: Mapping[str, Message] = {
    "near": message("On the map of a collaboration, and around an organisation"),
    "everywhere": message("On every map"),
    "nowhere": message("Never"),
}
CHOICES: Mapping[str, Mapping[str, Message]] = {
    "colour": COLOURS,
    "size": SIZES,
    "lines": LINES,
    "width": WIDTHS,
    "palette": PALETTES,
    "together": TOGETHER,
    "labels": LABELS,
    "unwritten": UNWRITTEN,
}
"""What each part of a look may be, in words; the first is the usual one."""

TITLES: Mapping[str, Message] = {
    "colour": message("Colour of organisations"),
    "size": message("Size of organisations"),
    "lines": message("Colour of ties"),
    "width": message("Width of ties"),
    "palette": message("Colours"),
    "together": message("Collaborations of three or more"),
    "labels": message("Names"),
    "unwritten": message("Mark where no agreement is written"),
}
"""What each part of a look is called."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a map looks; each field is one of the words of `CHOICES` by that name.

    `colour` and `size` are what organisations are coloured and sized by, `lines` and `width` the
    same of ties. With `together` "hubs" or "hulls" a collaboration of three or more is one mark
    instead of a tie between every two. `unwritten` is where ties without a written agreement have a
    mark.
    """

    palette: str = "standard"
    colour: str = "sector"
    size: str = "ties"
    lines: str = "freshness"
    width: str = "strength"
    together: str = "ties"
    labels: str = "some"
    unwritten: str = "near"

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that have to be known to draw this."""
        return tuple(dict.fromkeys(w for w in (self.colour, self.size) if w in MEASURES))


KEYS = tuple(field.name for field in fields(Look))
"""The names that addresses have for the parts of a look."""


def read_look(said: Mapping[str, str]) -> Look:
    """The look that an address or a saved view asks for; what it does not say is as usual.

    Keys that are no part of a look are passed over. Refusal (invalid) for a word that is not
    there, with those there are.
    """
    given = {key: said[key] for key in KEYS if said.get(key)}
    for key, word in given.items():
        if word not in CHOICES[key]:
            raise Refusal(
                "invalid",
                message("The map has no {part} called “{word}”.", part=key, word=word),
                message("Choose one of: {keys}", keys=_listed(CHOICES[key])),
            )
    return Look(**given)


def as_query(look: Look) -> dict[str, str]:
    """What an address says to get this look: only what is not as usual."""
    usual = asdict(Look())
    return {key: word for key, word in asdict(look).items() if word != usual[key]}


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
