"""What falls when a grant of a collaboration ends."""

from __future__ import annotations

from datetime import date

from matcher.errors import Refusal
from matcher.services.access import Actor, require
from matcher.services.anchoring.fallen import Fallen
from matcher.services.anchoring.falling_results import FallingOnMap, Falls
from matcher.services.anchoring.network_now import all_grants, key_of, network_now
from matcher.services.anchoring.records import Grant, grants_of
from matcher.services.anchoring.writing import line_of
from matcher.services.installation import Installation
from matcher.store import documents
from matcher.wording.message import message


def show_falls(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    *,
    end: date | None = None,
    as_of: date,
) -> Falls | None:
    """What falls when a grant of a collaboration ends: the one that ends on a day, else the next.

    None while nobody has said when any grant ends. Refusal: not_found for no such collaboration,
    or no grant of it that ends on that day.
    """
    require(actor, "show_partnership")
    with installation.reading() as session:
        line = line_of(session, collaboration_id)
        plan = documents.read(session, "anchoring_plan", [collaboration_id]).get(collaboration_id)
    dated = [(grant.end, grant) for grant in grants_of(line, plan) if grant.end is not None]
    if not dated:
        return None
    day, chosen = _chosen(sorted(dated, key=lambda each: each[0]), end, as_of)
    whole = all_grants(installation, as_of).get(key_of(chosen, collaboration_id, day))
    paid = {each.id: each.title for each in (whole.collaborations if whole else ())}
    paid[collaboration_id] = line.title
    now = network_now(installation, as_of)
    fallen = Fallen.of(now, set(paid), day)
    return Falls(
        id=line.id,
        title=line.title,
        source=chosen.source,
        end=day,
        others=tuple((key, title) for key, title in paid.items() if key != collaboration_id),
        kept_by=tuple(grant for last, grant in dated if last > day),
        ends=tuple(sorted({last for last, _ in dated})),
        begun=bool(now.paid(set(paid)).any()),
        ties=fallen.ties(),
        alone=fallen.alone(),
        capacities=fallen.capacities(),
        parts=fallen.parts(),
        shown=fallen.shown(),
    )


def falls_on_map(
    installation: Installation,
    actor: Actor,
    collaboration_id: str,
    *,
    end: date | None = None,
    as_of: date,
) -> FallingOnMap:
    """What a map marks of it; nothing where no grant's end is known."""
    found = show_falls(installation, actor, collaboration_id, end=end, as_of=as_of)
    if found is None:
        return FallingOnMap(ties=(), alone=())
    return FallingOnMap(
        ties=tuple((a.id, b.id) for a, b in found.ties),
        alone=tuple(each.id for each in found.alone),
    )


def _chosen(dated: list[tuple[date, Grant]], end: date | None, as_of: date) -> tuple[date, Grant]:
    """The grant that ends on a day; without one the next to end, else the last that did."""
    if end is None:
        return next((each for each in dated if each[0] >= as_of), dated[-1])
    found = next((each for each in dated if each[0] == end), None)
    if found is None:
        raise Refusal(
            "not_found", message("No grant of this collaboration ends on {day}.", day=end)
        )
    return found
