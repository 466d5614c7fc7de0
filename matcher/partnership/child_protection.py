"""Whether a child-protection certificate (børneattest) is needed, from the target groups' ages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

Certificate = Literal["applies", "does_not", "not_known"]

AGE = 15
"""Who is in direct contact with children below this age needs a certificate."""

Ages = tuple[int | None, int | None]
"""From and to, in years; None where the vocabulary does not say."""


def certificate(target_groups: Iterable[Ages], *, contact: bool | None = None) -> Certificate:
    """Whether the law asks for it, as far as is known.

    One target group with children is enough. What the ages do not tell, the parties' own answer
    does: `contact` says whether somebody is in direct contact with children under 15. Without
    target groups, ages and answer it is not known; that is never taken for a no. Source: Lov om
    indhentelse af børneattest i forbindelse med ansættelse af personale m.v., § 1–2.

    >>> certificate([(0, 12), (60, None)]), certificate([(60, None)]), certificate([])
    ('applies', 'does_not', 'not_known')
    """
    found = {_of_group(youngest, oldest) for youngest, oldest in target_groups}
    if "applies" in found or contact:
        return "applies"
    if found == {"does_not"} or contact is False:
        return "does_not"
    return "not_known"


def _of_group(youngest: int | None, oldest: int | None) -> Certificate:
    if youngest is not None:
        return "applies" if youngest < AGE else "does_not"
    return "applies" if oldest is not None and oldest < AGE else "not_known"
