"""Which organisation each row of a list is: one that is there, or a new one.

In this order: Samspil's own id (in its own export), the id in the source, the P-number, the CVR
number of a body with one unit, the folded name with postcode or municipality. A row without an id
and a place is known by its name where only one organisation has it. A list never says that two of
its rows are the same organisation, unless their ids already mean the same one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from matcher.services.importing import candidates
from matcher.services.importing.folded import folded
from matcher.services.importing.known import Entry, Identity, Known
from matcher.services.importing.new_ids import free_id, looks_ours
from matcher.services.importing.resemblance import names_alike
from matcher.store.tables.base import new_id
from matcher.wording.message import Message, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Identified:
    """Per row number the organisation's id; `wrong` has the rows that cannot be told.

    Of a wrong row: the column, what it holds, and why.
    """

    found: Mapping[int, str]
    wrong: Mapping[int, tuple[str, str, Message]]


def identify(
    entries: Sequence[Entry], known: Known, identities: Mapping[Identity, str]
) -> Identified:
    """Which organisation every row of one table is; new ones get an id.

    The order of the rows does not matter, but for which of two rows that contradict each other is
    taken: the first.
    """
    per_cvr = Counter(entry.row.cvr for entry in entries if entry.row.cvr)
    search = _Search(entries, known)
    search.by_ids(identities)
    search.refuse_doubles()
    search.by(lambda entry: candidates.with_p_number(entry, known))
    search.by(lambda entry: candidates.with_cvr(entry, known, per_cvr))
    search.by(lambda entry: candidates.with_place(entry, known))
    search.by(lambda entry: candidates.with_name(entry, known))
    search.make_new()
    return Identified(found=search.found, wrong=search.wrong)


class _Search:
    def __init__(self, entries: Sequence[Entry], known: Known) -> None:
        self._entries = entries
        self._known = known
        self._claimed: set[str] = set()
        self.found: dict[int, str] = {}
        self.wrong: dict[int, tuple[str, str, Message]] = {}

    def by_ids(self, identities: Mapping[Identity, str]) -> None:
        """Ids that are known here; several of a list may mean one organisation by now."""
        desk = self._known.desk
        for entry in self._entries:
            known_as = identities.get(entry.identity) if entry.identity else None
            if entry.own_id is not None and entry.own_id in desk:
                self._claim(entry, entry.own_id)
            elif known_as is not None:
                self._claim(entry, known_as)
            elif entry.identity and self._is_samspils(entry.identity[1], entry.row.name):
                self._claim(entry, entry.identity[1])
            elif entry.nameless and new_id("organisation", *entry.described) in desk:
                # What the same row became before, whatever it has been renamed to since.
                self._claim(entry, new_id("organisation", *entry.described))

    def refuse_doubles(self) -> None:
        """Rows that say of themselves what an earlier row says, though it can be but one's."""
        numbers: dict[str, Entry] = {}
        described: dict[tuple[str, ...], Entry] = {}
        for entry in self._entries:
            number = entry.row.p_number
            if number:
                first = numbers.setdefault(number, entry)
                if first is not entry and (entry.nameless or not self._same(first, entry)):
                    why = message("Row {row} has the same P-number.", row=str(first.number))
                    self._refuse(entry, "p_number", number, why)
            elif entry.nameless:
                first = described.setdefault(entry.described, entry)
                if first is not entry:
                    why = message(
                        "Row {row} has the same name and place. If they are two, give each an id.",
                        row=str(first.number),
                    )
                    self._refuse(entry, "name", entry.row.name, why)

    def by(self, fitting: Callable[[Entry], list[str]]) -> None:
        """Take what one row alone, of those still open, has as its only candidate."""
        asking: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._open():
            free = [one for one in fitting(entry) if one not in self._claimed]
            if len(free) == 1:
                asking[free[0]].append(entry)
            elif free and entry.nameless:
                why = message(
                    "Several organisations that are already here fit this row. Give it an id or "
                    "a P-number."
                )
                self._refuse(entry, "name", entry.row.name, why)
        for record_id, entries in asking.items():
            if len(entries) == 1:
                self._claim(entries[0], record_id)

    def make_new(self) -> None:
        """Ids for the rows that are nobody who is there."""
        taken = {*self.found.values(), *(record_id for record_id, _ in self._known.desk.items())}
        for entry in self._open():
            own = entry.own_id
            if own is not None and looks_ours(own) and own not in taken:
                record_id = own
            elif entry.identity is not None:
                record_id = free_id(taken, "organisation", *entry.identity, folded(entry.row.name))
            else:
                record_id = free_id(taken, "organisation", *entry.described)
            taken.add(record_id)
            self.found[entry.number] = record_id

    def _open(self) -> list[Entry]:
        return [
            entry
            for entry in self._entries
            if entry.number not in self.found and entry.number not in self.wrong
        ]

    def _claim(self, entry: Entry, record_id: str) -> None:
        self.found[entry.number] = record_id
        self._claimed.add(record_id)

    def _refuse(self, entry: Entry, column: str, value: str, why: Message) -> None:
        self.wrong.setdefault(entry.number, (column, value, why))
        self.found.pop(entry.number, None)

    def _same(self, one: Entry, other: Entry) -> bool:
        first, second = self.found.get(one.number), self.found.get(other.number)
        return first is not None and first == second

    def _is_samspils(self, text: str, name: str) -> bool:
        return text in self._known.desk and names_alike(self._known.name(text), folded(name))
