"""Why a candidate stood on the list that it was chosen from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from matcher.exchange.brief_text import BriefText
from matcher.services.access import Actor
from matcher.services.installation import Installation
from matcher.services.shortlists.why import Why, whys
from matcher.services.suggest_for_brief import suggest_for_brief
from matcher.services.suggest_partners import suggest_partners


def why_listed(
    installation: Installation,
    actor: Actor,
    candidate: str,
    asked: BriefText | str | None,
    settings: Mapping[str, Any],
    *,
    as_of: date,
) -> Why | None:
    """What the list for an idea or an organisation (an id) says of a candidate (an id).

    `settings` are how the list was asked for, as `suggest_partners` takes them. None for a
    candidate that does not stand on it, or no longer, and where nobody asks.
    """
    if asked is None or asked == candidate:
        return None
    ask: Any = suggest_for_brief if isinstance(asked, BriefText) else suggest_partners
    found = ask(installation, actor, asked, as_of=as_of, **settings)
    for one in found.list.suggestions:
        if found.landscape.ids[one.organisation] == candidate:
            # Only this one is put into words.
            return whys(replace(found.list, suggestions=(one,)), found.landscape)[0]
    return None
