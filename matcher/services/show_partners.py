"""Partners for an organisation as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matcher.errors import Refusal
from matcher.landscape import SECTORS, Landscape
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.profile_gaps import GAPS, profile_gaps
from matcher.services.shortlists.why import Why, whys
from matcher.services.suggest_partners import suggest_partners
from matcher.store.queries.shortlists import holding
from matcher.wording.message import Words, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner:
    """Somebody suggested; `kept_on` are the shortlists (id, title) that it is on already."""

    rank: int
    group: str
    id: str
    name: str
    sector: str | None
    kind: Words | None
    area: str | None
    why: Why
    kept_on: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Partners:
    """The suggestions for an organisation.

    `gaps` are the parts of its profile of which nothing is known (keys of GAPS), `blank` says
    that nothing at all is: then the order of the list means nothing. `candidates` is how many were
    weighed, `others` how many organisations there are beside it.
    """

    id: str
    name: str
    as_of: date
    gaps: tuple[str, ...]
    candidates: int
    others: int
    partners: tuple[Partner, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing is known of the one who asks."""
        return len(self.gaps) == len(GAPS)


def show_partners(
    installation: Installation,
    actor: Actor,
    organisation_id: str,
    *,
    as_of: date,
    top: int = 10,
    include_current: bool = False,
) -> Partners:
    """The `top` best partners, as in `suggest_partners`; Refusal (not_found) for no such id."""
    require(actor, "suggest_partners")
    if organisation_id not in installation.landscape(as_of).index:  # the beginning of some name
        raise Refusal("not_found", message("There is no such organisation."))
    found = suggest_partners(
        installation,
        actor,
        organisation_id,
        as_of=as_of,
        top=top,
        include_current=include_current,
    )
    landscape = found.landscape
    asker = landscape.index_of(organisation_id)
    rows = [each.organisation for each in found.list.suggestions]
    with installation.reading() as session:
        kept = holding(session, [landscape.ids[row] for row in rows])
    return Partners(
        id=organisation_id,
        name=landscape.names[asker],
        as_of=found.list.as_of,
        gaps=profile_gaps(landscape, asker),
        candidates=found.list.candidates,
        others=int((~landscape.hidden).sum()) - int(not landscape.hidden[asker]),
        partners=tuple(
            Partner(
                rank=one.rank,
                group=one.group,
                id=landscape.ids[one.organisation],
                name=landscape.names[one.organisation],
                sector=_sector(landscape, one.organisation),
                kind=_kind(landscape, one.organisation),
                area=landscape.area(one.organisation),
                why=why,
                kept_on=kept.get(landscape.ids[one.organisation], ()),
            )
            for one, why in zip(found.list.suggestions, whys(found.list, landscape), strict=True)
        ),
    )


def _sector(landscape: Landscape, row: int) -> str | None:
    code = int(landscape.sector[row])
    return SECTORS[code] if code >= 0 else None


def _kind(landscape: Landscape, row: int) -> Words | None:
    column, words = int(landscape.kind[row]), landscape.vocabularies["kind"]
    return Words(da=words.da[column], en=words.en[column]) if column >= 0 else None
