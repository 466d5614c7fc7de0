"""What the use cases of anchoring begin with: the collaboration, its parties and a plan."""

from __future__ import annotations

from datetime import date

from matcher.errors import Refusal
from matcher.services.parties import carried_on
from matcher.store import documents
from matcher.store.documents.anchoring import EMPTY
from matcher.store.queries import anchoring
from matcher.store.queries.anchoring import FundedLine
from matcher.store.queries.parties import PartyLine
from matcher.store.session import Session
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import message


def line_of(session: Session, collaboration_id: str) -> FundedLine:
    """A collaboration with its days and money; Refusal (not_found) if there is none."""
    found = anchoring.funded(session, collaboration_id)
    if found is None:
        raise Refusal("not_found", message("There is no such collaboration."))
    return found


def begun(work: UnitOfWork, collaboration_id: str, as_of: date) -> tuple[PartyLine, ...]:
    """See to it that the collaboration is carried on and has a plan, if an empty one.

    So the history tells of every answer what it was before. Gives the parties.
    """
    parties = carried_on(work, collaboration_id, as_of)
    if not documents.read(work.session, "anchoring_plan", [collaboration_id]):
        documents.write(work, "anchoring_plan", {collaboration_id: dict(EMPTY)}, before={})
    return parties
