"""Rows of collaborations into records."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from matcher.exchange.rows import CollaborationIn
from matcher.exchange.text_cells import names_text
from matcher.services.importing.call import Call
from matcher.services.importing.desk import Desk
from matcher.services.importing.fill import add_words, fill
from matcher.services.importing.folded import folded
from matcher.services.importing.known import Identity
from matcher.services.importing.new_ids import free_id, looks_ours
from matcher.services.importing.origins import identity_of
from matcher.services.importing.register import Register
from matcher.services.importing.resemblance import names_alike
from matcher.wording.message import message

_AS_THEY_ARE = (
    "title",
    "start",
    "end",
    "purpose",
    "funding_source",
    "funding_amount",
    "funding_end",
    "agreement",
)
Titles = dict[tuple[str, str | None], list[str]]


def fill_collaborations(call: Call, register: Register) -> None:
    """Find out which collaboration every row is, write it on the desk and count it.

    In this order: Samspil's own id, the id in the source, and for a row without an id its title
    and start. Of two rows without an id that say the same, the later is rejected.
    """
    desk, ids = call.desks["collaboration"], []
    for at, table in call.of("collaborations"):
        titles = _titles(desk)
        seen: dict[tuple[str, str | None], int] = {}
        for row in table.rows:
            own_id, identity = identity_of(call.origins, at, table, row, desk.before.keys())
            if own_id is None and identity is None:
                first = seen.setdefault(_described(row), row.row)
                if first != row.row:
                    why = message(
                        "Row {row} has the same title and start. If they are two, give each an id.",
                        row=str(first),
                    )
                    call.rejections.reject(at, table, row.row, "title", row.title, why)
                    continue
            record_id = _known(call, own_id, identity, row) or (
                _by_title(titles, row) if own_id is None and identity is None else None
            )
            if record_id is None:
                record_id = _new_id(desk, own_id, identity, row)
                desk.create(record_id)
            _describe(call, record_id, row)
            call.remember("collaboration", identity, record_id)
            register.add(table.group, () if row.id is None else (row.id,), row.title, record_id)
            ids.append(record_id)
    # Participants are counted by themselves.
    call.tally.count_documents("collaborations", desk, ids, without=frozenset({"participants"}))


def _known(
    call: Call, own_id: str | None, identity: Identity | None, row: CollaborationIn
) -> str | None:
    desk = call.desks["collaboration"]
    if own_id is not None and own_id in desk:
        return own_id
    if identity is None:
        return None
    there = call.identities["collaboration"].get(identity)
    there = there or call.new_identities["collaboration"].get(identity)
    if there is None and identity[1] in desk.before:
        alike = names_alike(folded(desk.before[identity[1]]["title"]), folded(row.title))
        return identity[1] if alike else None
    return there


def _titles(desk: Desk) -> Titles:
    found: Titles = defaultdict(list)
    for record_id, document in desk.items():
        found[folded(document["title"]), document["start"]].append(record_id)
        found[folded(document["title"]), "any"].append(record_id)
    return found


def _by_title(titles: Titles, row: CollaborationIn) -> str | None:
    """The only collaboration of this title and start; where either has no start, of this title."""
    title, start = _described(row)
    tried = (start, None) if start else (None, "any")
    for each in tried:
        found = titles.get((title, each), [])
        if len(found) == 1:
            return found[0]
    return None


def _described(row: CollaborationIn) -> tuple[str, str | None]:
    return folded(row.title), row.start.isoformat() if row.start else None


def _new_id(desk: Desk, own_id: str | None, identity: Identity | None, row: CollaborationIn) -> str:
    if own_id is not None and looks_ours(own_id):
        return own_id
    title, start = _described(row)
    if identity is not None:
        return free_id(desk, "collaboration", *identity, title)
    return free_id(desk, "collaboration", title, start or "")


def _describe(call: Call, record_id: str, row: CollaborationIn) -> None:
    document = call.desks["collaboration"].edit(record_id)
    values: dict[str, Any] = {field: getattr(row, field) for field in _AS_THEY_ARE}
    fill(document, {**values, "area": names_text(row.area)})
    for field, vocabulary in (("themes", "theme"), ("target_groups", "target_group")):
        add_words(
            document, field, [call.vocabulary.term(vocabulary, w) for w in getattr(row, field)]
        )
