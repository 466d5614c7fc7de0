"""What a landscape is built from, as columns: for many rows, which would take long one by one.

Where a column means another record it holds that one's place: organisations and collaborations
by their ids, terms among those of their vocabulary, also by id; −1 stands for none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from matcher.landscape.arrays import BoolArray, DateArray, FloatArray, IntArray
from matcher.landscape.rows import SECTORS, TermRow

Said = tuple[str, ...]
MaybeSaid = tuple[str | None, ...]

_EPOCH = dt.date(1970, 1, 1).toordinal()
_NO_DAY = np.datetime64("NaT", "D")


class Cells(NamedTuple):
    """Pairs of an owner and a term, in any order."""

    rows: IntArray
    columns: IntArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class OrganisationColumns:
    """Organisations in the order of their ids.

    `order` is their rank by name in Danish order, then id. `open_to_partners` is 1, 0 or −1.
    """

    ids: Said
    names: Said
    order: IntArray
    source_ids: MaybeSaid
    descriptions: MaybeSaid
    countries: MaybeSaid
    sector: IntArray
    kind: IntArray
    parent: IntArray
    municipalities: MaybeSaid
    districts: MaybeSaid
    postcodes: MaybeSaid
    lat: FloatArray
    lon: FloatArray
    open_to_partners: IntArray
    hidden: BoolArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class CapacityColumns:
    """Offers (`offered`) and needs, in any order; dates are NaT where open, amounts nan."""

    organisation: IntArray
    term: IntArray
    offered: BoolArray
    since: DateArray
    until: DateArray
    amount: FloatArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class CollaborationColumns:
    """Collaborations in the order of their ids; `themes` and `target_groups` are of these."""

    ids: Said
    titles: Said
    purposes: MaybeSaid
    areas: MaybeSaid
    funding_sources: MaybeSaid
    start: DateArray
    end: DateArray
    themes: Cells
    target_groups: Cells

    def texts(self) -> Said:
        """What each says of itself: its title and purpose."""
        pairs = zip(self.titles, self.purposes, strict=True)
        return tuple(f"{title}. {purpose or ''}" for title, purpose in pairs)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class ParticipationColumns:
    """Who takes part in what, in any order; the dates narrow the collaboration's own."""

    collaboration: IntArray
    organisation: IntArray
    since: DateArray
    until: DateArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class TieColumns:
    """Reported ties, in any order; `confidence` is nan where nobody has said how sure one is."""

    ids: Said
    a: IntArray
    b: IntArray
    since: DateArray
    until: DateArray
    confidence: FloatArray


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Columns:
    """All that a landscape knows. `terms` are those of each vocabulary, by id.

    `themes` and `target_groups` are what organisations themselves say they care about.
    """

    organisations: OrganisationColumns
    terms: Mapping[str, tuple[TermRow, ...]]
    capacities: CapacityColumns
    themes: Cells
    target_groups: Cells
    collaborations: CollaborationColumns
    participations: ParticipationColumns
    ties: TieColumns


def numbered(ids: Collection[str]) -> dict[str, int]:
    """The place of each id; ValueError where one is there twice.

    >>> numbered(["a", "b"])["b"]
    1
    """
    index = {key: place for place, key in enumerate(ids)}
    if len(index) < len(ids):
        raise ValueError("two records have the same id")
    return index


def places_of(index: Mapping[str, int], keys: Sequence[str]) -> IntArray:
    """The places of keys that all are there; KeyError for one that is not."""
    return np.fromiter(map(index.__getitem__, keys), np.int64, len(keys))


def places_or_none(index: Mapping[str, int], keys: Sequence[str | None]) -> IntArray:
    """The places of keys, −1 for none; KeyError for one that is not there."""
    found = np.full(len(keys), -1, np.int64)
    said = [at for at, key in enumerate(keys) if key]
    found[said] = [index[key] for at in said if (key := keys[at])]
    return found


def never(count: int) -> DateArray:
    """So many dates that nobody has said."""
    return np.full(count, _NO_DAY)


def days(values: Sequence[dt.date | None]) -> DateArray:
    """Dates as an array, NaT for None."""
    found = never(len(values))
    said = [at for at, day in enumerate(values) if day is not None]
    ordinals = np.array([day.toordinal() for day in values if day is not None], np.int64)
    found[said] = (ordinals - _EPOCH).astype("datetime64[D]")
    return found


def ordinals(days_: DateArray, otherwise: int) -> IntArray:
    """Days counted as Python counts them, another number where there is none."""
    known = ~np.isnat(days_)
    return np.where(known, days_.astype(np.int64) + _EPOCH, otherwise)


def numbers(values: Iterable[float | None]) -> FloatArray:
    """Numbers as an array, nan for None."""
    return np.array(list(values), np.float64)


def answers(values: Sequence[bool | None]) -> IntArray:
    """1 for yes, 0 for no, −1 where nobody has said."""
    return np.array([-1 if said is None else int(said) for said in values], np.int64)


def sectors(values: Sequence[str | None]) -> IntArray:
    """The place of each in SECTORS."""
    return places_or_none(dict(zip(SECTORS, range(len(SECTORS)), strict=True)), values)
