"""What a record refers to: found from what a person wrote, and checked before it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from matcher.exchange.fault import Fault
from matcher.store.queries import organisations, profiles
from matcher.store.unit_of_work import UnitOfWork
from matcher.text import fold
from matcher.wording.message import Message, listed, message

_CANDIDATES = 5


def find_organisations(
    work: UnitOfWork, written: Collection[tuple[str, str]]
) -> dict[tuple[str, str], str | Message]:
    """For each (name, id) the organisation's id, or a message that says why it is not clear.

    The id comes from choosing in a list and counts while it goes with the name; else the name is
    an id, an exact name or a unique beginning.
    """
    chosen = organisations.names(work.session, {key for _, key in written if key})
    return {
        (name, key): key
        if key in chosen and fold(chosen[key]) == fold(name)
        else _by_name(work, name)
        for name, key in written
    }


def find_organisation(work: UnitOfWork, name: str, key: str) -> str | None:
    """The id of one organisation; None when nothing is written, Fault when it is not clear."""
    if not name:
        return None
    found = find_organisations(work, [(name, key)])[name, key]
    if isinstance(found, Message):
        raise Fault(found)
    return found


def _by_name(work: UnitOfWork, name: str) -> str | Message:
    found = organisations.with_name(work.session, name)
    if len(found) == 1:
        return next(iter(found))
    if not found:
        return message("No organisation is called “{name}”. Add it first.", name=name)
    candidates = [f"{called} ({key})" for key, called in found.items()][:_CANDIDATES]
    return message(
        "Several organisations fit “{name}”: {candidates}. Write the whole name or the code in "
        "brackets.",
        name=name,
        candidates=listed([*candidates]),
    )


def would_circle(work: UnitOfWork, organisation: str, parent: str | None) -> bool:
    """Whether an organisation would become a part of itself, at whatever distance."""
    above, parents = parent, {**profiles.parents(work.session), organisation: parent}
    seen: set[str] = set()
    while above is not None and above not in seen:
        if above == organisation:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def organisations_in(record: str, document: Mapping[str, Any]) -> set[str]:
    """The ids of the organisations that a document refers to."""
    match record:
        case "organisation":
            found = [document.get("parent")]
        case "collaboration":
            found = [each["organisation"] for each in document.get("participants", ())]
        case "tie":
            found = [document.get("a"), document.get("b")]
        case "shortlist":
            entries = document.get("entries", ())
            found = [document.get("organisation"), *(each["organisation"] for each in entries)]
        case "verdict":
            found = [document.get("asker"), document.get("candidate")]
        case "brief":
            listed = (*document.get("members", ()), *document.get("exclude", ()))
            found = [document.get("asker"), *listed]
        case "party":
            found = [document.get("organisation_id")]
        case "agreement":
            found = [
                key
                for fields in document.get("sections", {}).values()
                for rows in fields.values()
                if isinstance(rows, list)
                for row in rows
                for key in row["parts"]
            ]
        case "intention":
            found = [document.get("a_id"), document.get("b_id")]
        case _:
            found = []
    return {key for key in found if key}


def terms_in(document: Mapping[str, Any]) -> set[tuple[str, str]]:
    """The (vocabulary, term) pairs that a document refers to."""
    capacities = [*document.get("offers", ()), *document.get("needs", ())]
    return {
        *(("capacity", each["term"]) for each in capacities),
        *(("theme", term) for term in document.get("themes", ())),
        *(("target_group", term) for term in document.get("target_groups", ())),
        *([("kind", document["kind"])] if document.get("kind") and "sector" in document else []),
    }
