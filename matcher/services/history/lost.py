"""What a record would refer to in vain if it came back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matcher.errors import Refusal
from matcher.recipe import parse_recipe
from matcher.services import references
from matcher.store import documents
from matcher.store.queries import organisations
from matcher.store.queries.terms import terms
from matcher.store.unit_of_work import UnitOfWork
from matcher.wording.message import Message, message


def lost(work: UnitOfWork, record: str, key: str, document: Mapping[str, Any]) -> Message | None:
    """What a document refers to and is no longer there, if anything."""
    # A brief may name whom there is not: who reads it is told.
    wanted = set() if record == "brief" else references.organisations_in(record, document)
    if wanted - set(organisations.names(work.session, wanted)):
        return message("an organisation that it refers to has been deleted")
    brief = document.get("brief") if record in {"verdict", "shortlist"} else None
    if brief and not documents.read(work.session, "brief", [brief]):
        return message("the brief that it is for has been deleted")
    if (collaboration := _collaboration(record, key, document)) and not documents.read(
        work.session, "collaboration", [collaboration]
    ):
        return message("the collaboration that it belongs to has been deleted")
    if record == "intention" and not documents.read(work.session, "event", [document["event_id"]]):
        return message("the event that it was noted at has been deleted")
    if record == "recipe_in_use" and not documents.read(work.session, "recipe", [document["name"]]):
        return message("the recipe has been deleted")
    if record == "recipe" and not _is_recipe(document["text"]):
        return message("it does not fit this version of Samspil")
    if record in {"organisation", "collaboration"} and _unknown_terms(work, document):
        return message("a word that it uses is no longer in the vocabulary")
    if record == "organisation" and references.would_circle(work, key, document["parent"]):
        return message("the organisation would become a part of itself")
    return None


def _collaboration(record: str, key: str, document: Mapping[str, Any]) -> str | None:
    """The collaboration that a record belongs to, if to any."""
    if record in {"partnership", "purpose", "agreement", "anchoring_plan"}:
        return key
    return document["collaboration_id"] if record in {"party", "talk"} else None


def _is_recipe(text: str) -> bool:
    try:
        parse_recipe(text)
    except Refusal:
        return False
    return True


def _unknown_terms(work: UnitOfWork, document: Mapping[str, Any]) -> set[tuple[str, str]]:
    known = {(line.vocabulary, line.id) for line in terms(work.session)}
    return references.terms_in(document) - known
