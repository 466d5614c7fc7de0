"""Partners for an idea as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.brief import Brief
from matcher.exchange.brief_text import BriefText
from matcher.landscape import Landscape
from matcher.landscape.arrays import BoolArray, row_of
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.show_partners import Partner, partners_of
from matcher.services.suggest_for_brief import SuggestedForBrief, suggest_for_brief
from matcher.services.verdicts import LEFT_OUT, VerdictLine, list_verdicts
from matcher.suggest import candidates
from matcher.wording.message import Words


@dataclass(frozen=True, kw_only=True, slots=True)
class BriefPartners:
    """The suggestions for an idea.

    `asker` (id, name) is whose it is, None when nobody's is said. `candidates` is how many were
    weighed, `others` how many organisations there are that are not in it already. `not_offered`
    are the needs that neither a candidate nor anybody who is in it offers. `near` is how many of
    the candidates are known to be as near as the idea says, None where it says nothing of that.
    `left_out` are the verdicts for the idea that take somebody out of the list, the newest first;
    `left_out_for_asker` is how many others are left out because of what was said for its asker.
    """

    asker: tuple[str, str] | None
    as_of: date
    candidates: int
    others: int
    not_offered: tuple[Words, ...]
    near: int | None
    partners: tuple[Partner, ...]
    left_out: tuple[VerdictLine, ...]
    left_out_for_asker: int


def show_brief_partners(
    installation: Installation,
    actor: Actor,
    text: BriefText,
    *,
    as_of: date,
    top: int = 10,
    include_current: bool = False,
    newness: float = 0.0,
    also_small: int = 0,
    saved: str | None = None,
) -> BriefPartners:
    """The `top` best partners, as in `suggest_for_brief`."""
    require(actor, "suggest_partners")
    found = suggest_for_brief(
        installation,
        actor,
        text,
        as_of=as_of,
        top=top,
        include_current=include_current,
        newness=newness,
        also_small=also_small,
        saved=saved,
    )
    landscape, asker = found.landscape, found.list.asker
    brief = found.list.brief or Brief()
    asked = _candidates(found, brief)
    said = {} if saved is None else list_verdicts(installation, actor, brief=saved)
    out = tuple(line for line in said.values() if line.verdict in LEFT_OUT)
    return BriefPartners(
        asker=None if asker is None else (landscape.ids[asker], landscape.names[asker]),
        as_of=found.list.as_of,
        candidates=found.list.candidates,
        others=_others(landscape, brief),
        not_offered=_not_offered(landscape, brief, asked),
        near=None if brief.near is None else _placed(landscape, asked),
        partners=partners_of(installation, found.list, landscape, said),
        left_out=out,
        left_out_for_asker=len(
            found.options.exclude - {landscape.index.get(line.candidate[0]) for line in out}
        ),
    )


def _others(landscape: Landscape, brief: Brief) -> int:
    """How many could be asked at all, were they open to it and near enough."""
    return int((~landscape.hidden).sum()) - len(
        {row for row in _inside(brief) if not landscape.hidden[row]}
    )


def _candidates(found: SuggestedForBrief, brief: Brief) -> BoolArray:
    """Those who could be suggested, as they were for the list."""
    options = found.options
    return candidates(
        found.landscape, brief, include_current=options.include_current, exclude=options.exclude
    )


def _not_offered(landscape: Landscape, brief: Brief, asked: BoolArray) -> tuple[Words, ...]:
    """The needs that nobody who is in it or may be asked offers, in the order of the idea."""
    there = asked.copy()
    there[list(_inside(brief))] = True
    words, owners = landscape.vocabularies["capacity"], landscape.owners["offers"]
    return tuple(
        Words(da=words.da[need.term], en=words.en[need.term])
        for need in brief.needs
        if not there[row_of(owners, need.term)[0]].any()
    )


def _placed(landscape: Landscape, asked: BoolArray) -> int:
    """How many of them have a place: whoever is known to be too far away is not among them."""
    return int(np.count_nonzero(asked & ~np.isnan(landscape.places.lat)))


def _inside(brief: Brief) -> set[int]:
    return {*brief.members, *(() if brief.asker is None else (brief.asker,))}
