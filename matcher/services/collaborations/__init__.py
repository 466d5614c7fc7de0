"""Use cases of collaborations."""

from matcher.services.collaborations.delete import delete_collaboration
from matcher.services.collaborations.list import FoundCollaborations, list_collaborations
from matcher.services.collaborations.save import save_collaboration
from matcher.services.collaborations.show import (
    CollaborationFormPage,
    CollaborationPage,
    edit_collaboration,
    show_collaboration,
)
from matcher.services.collaborations.start import (
    Starting,
    StartText,
    start_collaboration,
    starting,
)
from matcher.store.queries.collaborations import When

__all__ = [
    "list_collaborations",
    "show_collaboration",
    "edit_collaboration",
    "save_collaboration",
    "delete_collaboration",
    "starting",
    "start_collaboration",
    "FoundCollaborations",
    "CollaborationPage",
    "CollaborationFormPage",
    "StartText",
    "Starting",
    "When",
]
