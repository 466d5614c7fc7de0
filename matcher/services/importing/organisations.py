"""Rows of organisations into records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matcher.exchange.rows import OrganisationIn, Table
from matcher.services.importing.call import Call
from matcher.services.importing.desk import Desk
from matcher.services.importing.fill import add_words, fill
from matcher.services.importing.identify import identify
from matcher.services.importing.known import Entry, Known
from matcher.services.importing.origins import identity_of
from matcher.services.importing.vocabulary import Vocabulary

_AS_THEY_ARE = (
    "name",
    "sector",
    "cvr",
    "p_number",
    "advertising_protected",
    "description",
    "website",
    "email",
    "phone",
    "contact_person",
    "may_pass_on",
    "notes",
    "address",
    "postcode",
    "town",
    "municipality",
    "district",
    "lat",
    "lon",
    "open_to_partners",
    "hidden",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of table number `at`, and the organisation that it speaks of."""

    at: int
    table: Table
    entry: Entry
    record_id: str

    @property
    def row(self) -> OrganisationIn:
        """The row itself."""
        return self.entry.row

    @property
    def written(self) -> tuple[str, ...]:
        """The ids by which the files refer to it."""
        return () if self.row.id is None else (self.row.id,)


def place_organisations(call: Call) -> list[Placed]:
    """Find out which organisation every row is; rows of which it cannot be told are rejected.

    Lists are taken one after the other, so that an organisation of the first is known when the
    second speaks of it. Nothing is changed on the call's own desk.
    """
    trial = Desk({**call.desks["organisation"].before}, call.desks["organisation"].empty)
    identities = dict(call.identities["organisation"])
    placed: list[Placed] = []
    for at, table in call.of("organisations"):
        entries = [
            Entry(row, *identity_of(call.origins, at, table, row, trial.before))
            for row in table.rows
        ]
        told = identify(entries, Known(trial), identities)
        for row, (column, value, why) in told.wrong.items():
            call.rejections.reject(at, table, row, column, value, why)
        for entry in entries:
            if entry.number in told.found:
                each = Placed(at, table, entry, told.found[entry.number])
                placed.append(each)
                describe(trial, each, call.vocabulary)
                if entry.identity:
                    identities.setdefault(entry.identity, each.record_id)
    return placed


def fill_organisations(call: Call, placed: list[Placed], parents: dict[str, str]) -> None:
    """Write the rows that are left on the desk, with their parents, and count them."""
    desk = call.desks["organisation"]
    for each in placed:
        describe(desk, each, call.vocabulary)
        call.remember("organisation", each.entry.identity, each.record_id)
    for record_id, parent in parents.items():
        desk.edit(record_id)["parent"] = parent
    ids = dict.fromkeys(each.record_id for each in placed)
    # Offers and needs are counted by themselves.
    call.tally.count_documents("organisations", desk, ids, without=frozenset({"offers", "needs"}))


def describe(desk: Desk, placed: Placed, vocabulary: Vocabulary) -> None:
    """What a row says of its organisation, but for its parent, offers and needs."""
    row, record_id = placed.row, placed.record_id
    document = desk.edit(record_id) if record_id in desk else desk.create(record_id)
    values: dict[str, Any] = {field: getattr(row, field) for field in _AS_THEY_ARE}
    fill(document, {**values, "kind": vocabulary.term("kind", row.kind or "")})
    add_words(document, "themes", [vocabulary.term("theme", word) for word in row.themes])
    groups = [vocabulary.term("target_group", word) for word in row.target_groups]
    add_words(document, "target_groups", groups)
