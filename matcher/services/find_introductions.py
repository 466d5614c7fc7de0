"""Who can introduce two organisations to one another."""

from __future__ import annotations

from datetime import date
from typing import Any

from matcher.introduce import introduce
from matcher.services.access import Actor, require
from matcher.services.installation import Installation
from matcher.services.whom import rows_meant
from matcher.wording.suggestion import spoken_paths


def find_introductions(
    installation: Installation, actor: Actor, a: str, b: str, *, as_of: date, paths: int = 3
) -> dict[str, Any]:
    """The warmest ways from one to the other, as `samspil introduce` answers; possibly none.

    Each path has its `organisations` (id, name) from a to b, both included, and its `strength`
    (0…1]. Refusal: not_found or ambiguous for either; invalid for twice the same organisation and
    for fewer than one path.
    """
    require(actor, "find_introductions")
    landscape, (start, end) = rows_meant(installation, [a, b], as_of)
    return spoken_paths(introduce(landscape, start, end, paths), landscape)
