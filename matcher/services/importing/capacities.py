"""What organisations offer and need: words in their own rows, and rows of their own."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from matcher.exchange.fault import Fault
from matcher.exchange.rows import CapacityIn
from matcher.services.importing.call import Call
from matcher.services.importing.fill import fill, same_value
from matcher.services.importing.organisations import Placed
from matcher.services.importing.register import Register
from matcher.services.importing.tally import Done
from matcher.store.documents.organisations import capacity_order
from matcher.wording.message import message

Capacity = dict[str, Any]
_DETAILS = ("note", "amount", "unit", "when", "until")


@dataclass(slots=True)
class _Asked:
    """What the files say of one term that an organisation offers or needs."""

    word: bool = False
    rows: list[Capacity] = field(default_factory=list)


def fill_capacities(call: Call, placed: list[Placed], register: Register) -> None:
    """Add and change offers and needs, and count them.

    A word asks for nothing more than that the term is there. A row is compared with what is there
    under its term: the same, then one with the same note, then the only one that is left; else it
    is new. Nothing is taken away.
    """
    asked: dict[tuple[str, str], dict[str, _Asked]] = defaultdict(lambda: defaultdict(_Asked))
    for each in placed:
        for side in ("offers", "needs"):
            for word in getattr(each.row, side):
                term = call.vocabulary.term("capacity", word)
                if term is not None:
                    asked[each.record_id, side][term].word = True
    _read_rows(call, register, asked)
    desk = call.desks["organisation"]
    for (record_id, side), terms in asked.items():
        merged = _Merged(desk[record_id][side])
        for name, wanted in terms.items():
            merged.take(name, wanted)
        for at, done in merged.done:
            call.tally.count("capacities", (record_id, side, at), done)
        if merged.different:
            desk.edit(record_id)[side] = sorted(merged.items, key=capacity_order)


def _read_rows(
    call: Call,
    register: Register,
    asked: dict[tuple[str, str], dict[str, _Asked]],
) -> None:
    for at, table, row in call.rows("capacities"):
        try:
            record_id = register.find(row.organisation, table.group, call.origins.of_group(at))
        except Fault as fault:
            call.rejections.reject(
                at, table, row.row, "organisation", row.organisation, fault.reason
            )
            continue
        term = call.vocabulary.term("capacity", row.term)
        if term is None:
            why = message("This is not a word.")
            call.rejections.reject(at, table, row.row, "term", row.term, why)
            continue
        wanted, new = asked[record_id, row.offers_or_needs][term], _capacity(term, row)
        if new not in wanted.rows:
            wanted.rows.append(new)


def _capacity(term: str, row: CapacityIn) -> Capacity:
    return {
        "term": term,
        "note": row.note,
        "amount": row.amount,
        "unit": row.unit,
        "when": row.when,
        "until": row.until.isoformat() if row.until else None,
    }


class _Merged:
    """The offers or needs of one organisation, while rows are put to them."""

    def __init__(self, before: list[Capacity]) -> None:
        self.items = list(before)
        self.done: list[tuple[int, Done]] = []
        self.different = False

    def take(self, term: str, wanted: _Asked) -> None:
        """Put the rows of one term to what is there of it."""
        there = [at for at, item in enumerate(self.items) if item["term"] == term]
        rows = sorted(wanted.rows, key=capacity_order)
        for alike in (_equal, _covered, _same_note):
            for row in list(rows):
                at = next((at for at in there if alike(self.items[at], row)), None)
                if at is not None:
                    rows.remove(row)
                    there.remove(at)
                    self._change(at, row)
        if len(rows) == len(there) == 1:
            self._change(there[0], rows.pop())
        for row in rows:
            self._add(row)
        if wanted.word and not wanted.rows:
            self._want(term)

    def _change(self, at: int, row: Capacity) -> None:
        after = dict(self.items[at])
        fill(after, row)
        self._note(at, "unchanged" if after == self.items[at] else "updated")
        self.items[at] = after

    def _add(self, row: Capacity) -> None:
        self.items.append(row)
        self._note(len(self.items) - 1, "created")

    def _want(self, term: str) -> None:
        at = next((at for at, item in enumerate(self.items) if item["term"] == term), None)
        if at is None:
            self._add({"term": term, **dict.fromkeys(_DETAILS)})
        else:
            self._note(at, "unchanged")

    def _note(self, at: int, done: Done) -> None:
        self.done.append((at, done))
        self.different = self.different or done != "unchanged"


def _equal(there: Capacity, row: Capacity) -> bool:
    return all(same_value(there[detail], row[detail]) for detail in _DETAILS)


def _covered(there: Capacity, row: Capacity) -> bool:
    return all(row[detail] is None or same_value(there[detail], row[detail]) for detail in _DETAILS)


def _same_note(there: Capacity, row: Capacity) -> bool:
    return same_value(there["note"], row["note"])
