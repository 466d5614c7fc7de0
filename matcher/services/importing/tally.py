"""How many records an import makes, changes and leaves as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from matcher.services.importing.desk import Desk

Done = Literal["created", "updated", "unchanged"]
COUNTED = ("organisations", "collaborations", "participants", "ties", "capacities")
_RANK: Mapping[Done, int] = {"unchanged": 0, "updated": 1, "created": 2}


@dataclass
class Tally:
    """What was done with each record that the files speak of; a record counts once."""

    _done: dict[str, dict[object, Done]] = field(
        default_factory=lambda: {name: {} for name in COUNTED}
    )

    def count(self, name: str, key: object, done: Done) -> None:
        """A record of that name, by what tells it from others; the weightier doing counts."""
        before = self._done[name].get(key)
        if before is None or _RANK[done] > _RANK[before]:
            self._done[name][key] = done

    def count_documents(
        self, name: str, desk: Desk, ids: Iterable[str], *, without: frozenset[str]
    ) -> None:
        """Records of a desk; fields that are counted by themselves do not make them updated."""
        for record_id in ids:
            if record_id not in desk.before:
                self.count(name, record_id, "created")
                continue
            before, after = desk.before[record_id], desk[record_id]
            same = all(before[each] == after[each] for each in before if each not in without)
            self.count(name, record_id, "unchanged" if same else "updated")

    def touched(self, name: str) -> set[object]:
        """The keys of all that was counted under a name."""
        return set(self._done[name])

    def counts(self, done: Done) -> dict[str, int]:
        """How many of each name had this done."""
        return {name: sum(each == done for each in self._done[name].values()) for name in COUNTED}
