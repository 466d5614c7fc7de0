"""All tables, one subject a file. Importing this package fills `Base.metadata`."""

from matcher.store.tables.agreements import (
    Acceptance,
    Agreement,
    AgreementRemark,
    AgreementVersion,
)
from matcher.store.tables.anchoring import AnchoringPlan, Talk
from matcher.store.tables.base import Base
from matcher.store.tables.boundaries import Boundary
from matcher.store.tables.briefs import Brief
from matcher.store.tables.collaborations import (
    Collaboration,
    CollaborationIdentity,
    CollaborationInterest,
    Participation,
)
from matcher.store.tables.digests import Digest, MailStop
from matcher.store.tables.events import Event, Intention, SignUp
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
from matcher.store.tables.partnerships import Partnership, Party
from matcher.store.tables.people import OneTimeLink, User
from matcher.store.tables.personal_links import PersonalLink
from matcher.store.tables.pulses import Pulse, PulseAnswer
from matcher.store.tables.purposes import Purpose, PurposeAnswer, PurposeConfirmation
from matcher.store.tables.recipes import Recipe
from matcher.store.tables.shortlists import Shortlist, ShortlistEntry, ShortlistStep
from matcher.store.tables.terms import Term
from matcher.store.tables.ties import Tie
from matcher.store.tables.verdicts import Verdict
from matcher.store.tables.views import SavedView

__all__ = [
    "Acceptance",
    "AccessLink",
    "Agreement",
    "AgreementRemark",
    "AgreementVersion",
    "AnchoringPlan",
    "Area",
    "Base",
    "Boundary",
    "Brief",
    "Capacity",
    "Change",
    "Collaboration",
    "CollaborationIdentity",
    "CollaborationInterest",
    "Digest",
    "Event",
    "InstallationValue",
    "Intention",
    "MailStop",
    "MapLayout",
    "MapPlace",
    "Measurement",
    "OneTimeLink",
    "Organisation",
    "OrganisationIdentity",
    "OrganisationInterest",
    "Participation",
    "Partnership",
    "Party",
    "PersonalLink",
    "Pulse",
    "PulseAnswer",
    "Purpose",
    "PurposeAnswer",
    "PurposeConfirmation",
    "Recipe",
    "Revision",
    "RevisionChange",
    "SavedView",
    "Shortlist",
    "ShortlistEntry",
    "ShortlistStep",
    "SignUp",
    "Talk",
    "Term",
    "Tie",
    "User",
    "Verdict",
]
