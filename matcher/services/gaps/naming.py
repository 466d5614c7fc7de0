"""What the rows and columns of an analysis are called."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.landscape import SECTORS
from matcher.services.gaps.found import Found
from matcher.services.gaps.results import Side, Who
from matcher.wording.labels import sector_label
from matcher.wording.message import Value, Words


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Naming:
    """Names in one analysis."""

    found: Found

    def id(self, row: int) -> str:
        """The id of an organisation."""
        return self.found.network.landscape.ids[row]

    def name(self, row: int) -> str:
        """The name of an organisation."""
        return self.found.network.landscape.names[row]

    def who(self, row: int) -> Who:
        """An organisation for a table."""
        return Who(id=self.id(row), name=self.name(row))

    def side(self, row: int) -> Side:
        """An organisation as an end of a tie."""
        landscape = self.found.network.landscape
        code, kind = int(landscape.sector[row]), int(landscape.kind[row])
        return Side(
            id=self.id(row),
            name=self.name(row),
            sector=SECTORS[code] if code >= 0 else None,
            kind=self.term("kind", kind) if kind >= 0 else None,
            area=landscape.area(row),
        )

    def term(self, vocabulary: str, column: int) -> Words:
        """The label of a term."""
        words = self.found.network.landscape.vocabularies[vocabulary]
        return Words(da=words.da[column], en=words.en[column])

    def term_id(self, vocabulary: str, column: int) -> str:
        """The id of a term."""
        return self.found.network.landscape.vocabularies[vocabulary].ids[column]

    def area(self, at: int) -> str:
        """The name of an area."""
        return self.found.gaps.areas.names[at]

    def sort(self, codes: str, code: int) -> tuple[str, Value]:
        """The id and the name of a sector or kind."""
        if codes == "sector":
            return SECTORS[code], sector_label(SECTORS[code])
        return self.term_id("kind", code), self.term("kind", code)

    def group(self, number: int) -> Value:
        """What a group is called."""
        return self.found.network.groups[number]
