"""What ties on a map are called."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.network.evidence import COLLABORATION, REPORTED
from matcher.network.picture import MapTie
from matcher.wording.message import Listed, listed, message

KINDS = {COLLABORATION: message("Collaboration"), REPORTED: message("Reported")}


def tie_kinds(tie: MapTie) -> Listed:
    """How a tie is known, as one list; what somebody reported stands in their own words."""
    return kinds_said(tie.kinds)


def kinds_said(kinds: Iterable[str]) -> Listed:
    """The kinds of a tie as one list."""
    return listed([KINDS.get(kind, kind) for kind in kinds])
