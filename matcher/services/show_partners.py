"""Partners for an organisation as its page shows them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from matcher.errors import Refusal
from matcher.landscape import SECTORS, Landscape
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.profile_gaps import GAPS, profile_gaps
from matcher.services.shortlists.why import Why, whys
from matcher.services.suggest_partners import suggest_partners
from matcher.services.verdicts import LEFT_OUT, VerdictLine, list_verdicts
from matcher.store.queries.shortlists import declined_for, holding
from matcher.suggest import SuggestionList
from matcher.wording.message import Words, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner:
    """Somebody suggested; `kept_on` are the shortlists (id, title) that it is on already.

    `verdict` is what was said of it, if anything was.
    """

    rank: int
    group: str
    id: str
    name: str
    sector: str | None
    kind: Words | None
    area: str | None
    why: Why
    kept_on: tuple[tuple[str, str], ...]
    verdict: VerdictLine | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Partners:
    """The suggestions for an organisation.

    `gaps` are the parts of its profile of which nothing is known (keys of GAPS), `blank` says
    that nothing at all is: then the order of the list means nothing. `candidates` is how many were
    weighed, `others` how many organisations there are beside it. `left_out` are the verdicts that
    take somebody out of the list, the newest first; `declined` are those (id, name) who declined
    on a shortlist for it, without those left out by a verdict.
    """

    id: str
    name: str
    as_of: date
    recipe: str
    gaps: tuple[str, ...]
    candidates: int
    others: int
    partners: tuple[Partner, ...]
    left_out: tuple[VerdictLine, ...]
    declined: tuple[tuple[str, str], ...]

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
    newness: float = 0.0,
    also_small: int = 0,
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
        newness=newness,
        also_small=also_small,
    )
    landscape = found.landscape
    asker = landscape.index_of(organisation_id)
    said = list_verdicts(installation, actor, asker=organisation_id)
    left_out = tuple(line for line in said.values() if line.verdict in LEFT_OUT)
    return Partners(
        id=organisation_id,
        name=landscape.names[asker],
        as_of=found.list.as_of,
        recipe=found.recipe.name,
        gaps=profile_gaps(landscape, asker),
        candidates=found.list.candidates,
        others=int((~landscape.hidden).sum()) - int(not landscape.hidden[asker]),
        partners=partners_of(installation, found.list, landscape, said),
        left_out=left_out,
        declined=_declined(
            installation, landscape, organisation_id, {line.candidate[0] for line in left_out}
        ),
    )


def partners_of(
    installation: Installation,
    found: SuggestionList,
    landscape: Landscape,
    said: Mapping[str, VerdictLine],
) -> tuple[Partner, ...]:
    """Those of a list as a page shows them, in its order; `said` are the verdicts by candidate."""
    with installation.reading() as session:
        kept = holding(session, [landscape.ids[each.organisation] for each in found.suggestions])
    return tuple(
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
            verdict=said.get(landscape.ids[one.organisation]),
        )
        for one, why in zip(found.suggestions, whys(found, landscape), strict=True)
    )


def _declined(
    installation: Installation, landscape: Landscape, asker: str, apart: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """Those who declined (id, name) by name, without those apart."""
    with installation.reading() as session:
        declined = declined_for(session, asker)
    rows = [landscape.index[key] for key in declined - set(apart) if key in landscape.index]
    return tuple(
        (landscape.ids[row], landscape.names[row])
        for row in sorted(rows, key=lambda row: int(landscape.order[row]))
    )


def _sector(landscape: Landscape, row: int) -> str | None:
    code = int(landscape.sector[row])
    return SECTORS[code] if code >= 0 else None


def _kind(landscape: Landscape, row: int) -> Words | None:
    column, words = int(landscape.kind[row]), landscape.vocabularies["kind"]
    return Words(da=words.da[column], en=words.en[column]) if column >= 0 else None
