"""The landscape: what matching works on, one row an organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from matcher.landscape.activity import Activity
from matcher.landscape.arrays import BoolArray, FloatArray, IntArray, Sparse, SparseMask
from matcher.landscape.cells import Grouped
from matcher.landscape.collaborations import Collaborations
from matcher.landscape.experience import Experience
from matcher.landscape.names import Names
from matcher.landscape.places import Places
from matcher.landscape.sorts import Sorts
from matcher.landscape.texts import Texts
from matcher.landscape.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Totals:
    """What signals divide by, one value an organisation; frozen when the landscape is built.

    Taking a fact out of a matrix leaves these alone, so a score falls by exactly that fact's
    points. `needs` and `offers` are sums of rarity; `themes` and `target_groups` count terms, a
    derived one half; `partners` sums what its partners are worth as common ones.
    `asked` is how much more than its share an organisation is asked, 1 for nearly all: see
    `matcher.landscape.terms`.
    """

    needs: FloatArray
    offers: FloatArray
    themes: FloatArray
    target_groups: FloatArray
    partners: FloatArray
    asked: FloatArray


@dataclass(frozen=True, kw_only=True, slots=True, weakref_slot=True, eq=False)
class Landscape:
    """Organisations and what is known of them on one day (`as_of`), as read-only arrays.

    Organisations stand in the order of their ids; every array has one row for each, and an
    organisation is meant by its row number. Unknown is −1 for codes and nan for numbers.

    - `order`: rank by name in Danish order, then id: how equals are told apart.
    - `sector`: place in SECTORS; `kind`: column of that vocabulary.
    - `open_to_partners`: 1 yes, 0 no, −1 nobody said; `shut` are those who said no, and hidden
      ones: never suggested.
    - `parent`, `root`: rows; −1 and itself for those that are no unit. `units` finds the units
      of one.
    - `active`: has taken part in a collaboration; `small`: in no more of them than half of those
      who took part in any; `activity`: how many, and when.
    - `country`: place in `countries`, −1 where unknown.
    - `sorts`: what sort of organisation it is, and which sorts work together; `area_pairs` the
      same for areas, by "district" and "municipality" (see `matcher.landscape.sorts`).
    - `offers` … `derived_target_groups`: 1 at (organisation, term). A derived theme or target
      group is one of a collaboration it took part in and has not declared itself.
      An offer that ends soon is less (see `matcher.landscape.terms`).
    - `owners`: those six matrices the other way round, terms × organisations, by name.
    - `amounts`: how much there is of an offer, by (organisation, term), where somebody has said.
    - `participation`: 1 at (organisation, collaboration).
    - `experience`: what the collaborations were like, and who took part in each.
    - `texts`: what organisations and collaborations say of themselves; `called`: the words of
      names.
    - `ties`: strength 0…1 of every tie, current or past, symmetric; `current` and `past` part
      its cells, `near` is the root of its strength, `coldness` is the cost of a step over it
      (see `matcher.landscape.ties`).
    - `reported`: the ids of the two ends of each reported tie, by its own id.
    - `partner_weight`: what an organisation is worth as a common partner: 1 / ln(1 + its ties),
      0 for hidden ones, which are never named.
    """

    as_of: dt.date
    revision: int
    ids: tuple[str, ...]
    names: tuple[str, ...]
    source_ids: tuple[str | None, ...]
    index: Mapping[str, int]
    order: IntArray
    sector: IntArray
    kind: IntArray
    places: Places
    parent: IntArray
    root: IntArray
    units: Grouped
    open_to_partners: IntArray
    hidden: BoolArray
    shut: BoolArray
    small: BoolArray
    active: BoolArray
    activity: Activity
    country: IntArray
    countries: tuple[str, ...]
    sorts: Sorts
    area_pairs: Mapping[str, Sparse]
    vocabularies: Mapping[str, Vocabulary]
    offers: Sparse
    needs: Sparse
    themes: Sparse
    derived_themes: Sparse
    target_groups: Sparse
    derived_target_groups: Sparse
    owners: Mapping[str, Sparse]
    amounts: Mapping[tuple[int, int], float]
    collaborations: Collaborations
    participation: Sparse
    experience: Experience
    texts: Texts
    called: Names
    ties: Sparse
    current: SparseMask
    past: SparseMask
    near: Sparse
    coldness: Sparse
    reported: Mapping[str, tuple[str, str]]
    partner_weight: FloatArray
    totals: Totals

    def __len__(self) -> int:
        return len(self.ids)

    def index_of(self, organisation: str) -> int:
        """The row of an organisation's id; KeyError where there is none."""
        return self.index[organisation]

    def area(self, organisation: int) -> str | None:
        """The name of its district, else of its municipality, else None."""
        district = int(self.places.district[organisation])
        if district >= 0:
            return self.places.districts[district]
        municipality = int(self.places.municipality[organisation])
        return self.places.municipalities[municipality] if municipality >= 0 else None
