"""What a reference in a file leads to: a row of the same call, or a record that is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from matcher.exchange.fault import Fault
from matcher.services.importing.desk import Desk
from matcher.services.importing.folded import folded
from matcher.services.importing.known import Identity
from matcher.wording.message import Message, message


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What a reference that leads nowhere, or to several, is told."""

    unknown: Message
    several_ids: Message
    several_names: Message


ORGANISATION = Said(
    unknown=message(
        "No organisation in the files or the records has this id or name. Add it, or correct this."
    ),
    several_ids=message(
        "Several organisations have this id. Write the name, or import each list by itself."
    ),
    several_names=message("Several organisations have this name. Write the id instead."),
)
COLLABORATION = Said(
    unknown=message(
        "No collaboration in the files or the records has this id or title. Add it, or correct "
        "this."
    ),
    several_ids=message(
        "Several collaborations have this id. Write the title, or import each list by itself."
    ),
    several_names=message("Several collaborations have this title. Write the id instead."),
)


class Register:
    """Finds records of one kind by what a file calls them.

    In this order: an id in the same folder or file, in the same call, in the lists of that name
    before, Samspil's own id, an id that only one list knows; then a name in the same order.
    """

    def __init__(
        self, desk: Desk, identities: Mapping[Identity, str], name: str, said: Said
    ) -> None:
        self._desk = desk
        self._identities = identities
        self._said = said
        self._call: dict[tuple[int | None, str, str], set[str]] = defaultdict(set)
        self._rejected: dict[str, tuple[str, int]] = {}
        self._spoken_of: set[str] = set()
        self._by_source_id: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for (_, source_id), record_id in identities.items():
            self._by_source_id[source_id].add(record_id)
        for record_id, document in desk.items():
            self._by_name[folded(document[name])].add(record_id)

    def add(self, group: int, written: Collection[str], name: str, record_id: str) -> None:
        """A row of the call, with the ids it is written with and its name from now on."""
        self._spoken_of.add(record_id)
        for where in (group, None):
            for text in written:
                self._call[where, "id", text].add(record_id)
            self._call[where, "name", folded(name)].add(record_id)

    def add_rejected(self, called: Collection[str], file: str, row: int) -> None:
        """A row of the call that is out, by its ids and names, so that references can be told."""
        for text in called:
            self._rejected.setdefault(text, (file, row))
            self._rejected.setdefault(folded(text), (file, row))

    def find(self, text: str, group: int, sources: Sequence[str]) -> str:
        """The record's id; Fault when it is not clear or there is none."""
        for where in (group, None):
            found = self._only(self._call.get((where, "id", text)), self._said.several_ids)
            if found:
                return found
        for source in sources:
            if (source, text) in self._identities:
                return self._identities[source, text]
        if text in self._rejected:
            raise self._to_rejected(text)
        if text in self._desk:
            return text
        found = self._only(self._by_source_id.get(text), self._said.several_ids)
        if found:
            return found
        name = folded(text)
        for named in (
            self._call.get((group, "name", name)),
            self._call.get((None, "name", name)),
            self._by_name.get(name, set()) - self._spoken_of,
        ):
            found = self._only(named, self._said.several_names)
            if found:
                return found
        raise self._to_rejected(name) if name in self._rejected else Fault(self._said.unknown)

    def _to_rejected(self, text: str) -> Fault:
        file, row = self._rejected[text]
        return Fault(
            message(
                "It refers to row {row} of {file}, which was rejected.", row=str(row), file=file
            )
        )

    @staticmethod
    def _only(found: set[str] | None, several: Message) -> str | None:
        if found and len(found) > 1:
            raise Fault(several)
        return next(iter(found)) if found else None
