"""The graph as read-only arrays, one row an organisation: rows in, landscape out."""

from matcher.landscape.building import build
from matcher.landscape.model import Landscape, Totals
from matcher.landscape.places import Places
from matcher.landscape.rows import (
    SECTORS,
    VOCABULARIES,
    CapacityRow,
    CollaborationRow,
    InterestRow,
    OrganisationRow,
    ParticipationRow,
    Rows,
    TermRow,
    TieRow,
)
from matcher.landscape.vocabulary import Vocabulary

__all__ = [
    "build",
    "Landscape",
    "Totals",
    "Places",
    "Vocabulary",
    "Rows",
    "OrganisationRow",
    "TermRow",
    "CapacityRow",
    "InterestRow",
    "CollaborationRow",
    "ParticipationRow",
    "TieRow",
    "SECTORS",
    "VOCABULARIES",
]
