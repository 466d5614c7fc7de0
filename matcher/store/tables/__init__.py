"""All tables, one subject a file. Importing this package fills `Base.metadata`."""

from matcher.store.tables.base import Base
from matcher.store.tables.boundaries import Boundary
from matcher.store.tables.briefs import Brief
from matcher.store.tables.collaborations import (
    Collaboration,
    CollaborationIdentity,
    CollaborationInterest,
    Participation,
)
from matcher.store.tables.history import Change, Revision, RevisionChange
from matcher.store.tables.installation import InstallationValue
from matcher.store.tables.links import AccessLink
from matcher.store.tables.map_places import MapLayout, MapPlace
from matcher.store.tables.measurements import Measurement
from matcher.store.tables.organisations import (
    Area,
    Capacity,
    Organisation,
    OrganisationIdentity,
    OrganisationInterest,
)
from matcher.store.tables.people import OneTimeLink, User
from matcher.store.tables.recipes import Recipe
from matcher.store.tables.shortlists import Shortlist, ShortlistEntry
from matcher.store.tables.terms import Term
from matcher.store.tables.ties import Tie
from matcher.store.tables.verdicts import Verdict
from matcher.store.tables.views import SavedView

__all__ = [
    "AccessLink",
    "Area",
    "Base",
    "Boundary",
    "Brief",
    "Capacity",
    "Change",
    "Collaboration",
    "CollaborationIdentity",
    "CollaborationInterest",
    "InstallationValue",
    "MapLayout",
    "MapPlace",
    "Measurement",
    "OneTimeLink",
    "Organisation",
    "OrganisationIdentity",
    "OrganisationInterest",
    "Participation",
    "Recipe",
    "Revision",
    "RevisionChange",
    "SavedView",
    "Shortlist",
    "ShortlistEntry",
    "Term",
    "Tie",
    "User",
    "Verdict",
]
